import DisclosureControl
import Foundation

// protection-bench views STORE [COUNT] [SEED]   1,000 random views of a store: time and share published
// protection-bench queries STORE QUERY…         the same of each query
// protection-bench speed FILE                   syn200k_counts.csv beside GaussSuppression
//
// --without-class-disclosure, before STORE: what that rule costs.
// Prints shares and times, no counts of persons.

var arguments = Array(CommandLine.arguments.dropFirst())
var defences = Defences.all
if let place = arguments.firstIndex(of: "--without-class-disclosure") {
  arguments.remove(at: place)
  defences.remove(.classDisclosure)
}
switch (arguments.first, arguments.count) {
case ("views", 2...):
  try RandomViews(
    store: arguments[1], defences: defences,
    count: arguments.count > 2 ? Int(arguments[2]) ?? 1_000 : 1_000,
    seed: arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1
  ).run()
case ("queries", 3...):
  try NamedQueries(store: arguments[1], defences: defences, queries: Array(arguments[2...])).run()
case ("speed", 2):
  try SpeedCase(path: arguments[1]).run()
default:
  print("usage: protection-bench views STORE [COUNT] [SEED] | queries STORE QUERY… | speed FILE")
  exit(2)
}
