import CohortModel
import DisclosureControl
import Foundation

// protection-bench views STORE [COUNT] [SEED]   1,000 random views of a store: time and share published
// protection-bench queries STORE QUERY…         the same of each query
// protection-bench times STORE [QUERY…]         the times beside pathways: time and what is shown
// protection-bench speed FILE                   syn200k_counts.csv beside GaussSuppression
//
// --without-class-disclosure: what that rule costs.
// --method optimal|scalable|automatic: in the place of the policy's.
// --most-cells N: of a view; 500 where nothing is said.
// Prints shares and times, no counts of persons.

var arguments = Array(CommandLine.arguments.dropFirst())
var defences = Defences.all
if let place = arguments.firstIndex(of: "--without-class-disclosure") {
  arguments.remove(at: place)
  defences.remove(.classDisclosure)
}
/// The word after an option, which goes.
func value(of option: String, in arguments: inout [String]) -> String? {
  guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else {
    return nil
  }
  defer { arguments.removeSubrange(place...(place + 1)) }
  return arguments[place + 1]
}
let method = value(of: "--method", in: &arguments).flatMap(SuppressionPolicy.Method.init)
let mostCells = value(of: "--most-cells", in: &arguments).flatMap { Int($0) } ?? 500
switch (arguments.first, arguments.count) {
case ("views", 2...):
  try RandomViews(
    store: arguments[1], defences: defences, method: method, mostCells: mostCells,
    count: arguments.count > 2 ? Int(arguments[2]) ?? 1_000 : 1_000,
    seed: arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1
  ).run()
case ("queries", 3...):
  try NamedQueries(store: arguments[1], defences: defences, queries: Array(arguments[2...])).run()
case ("times", 2...):
  try Times(store: arguments[1]).run(Array(arguments[2...]))
case ("speed", 2):
  try SpeedCase(path: arguments[1]).run()
default:
  print(
    "usage: protection-bench views STORE [COUNT] [SEED] | queries STORE QUERY… | times STORE [QUERY…] | speed FILE"
  )
  exit(2)
}
