extension WelshPhrases {
  static let screens: [String: String] = [
    "Pilots": "Cynlluniau peilot",
    "Persons": "Personau",
    "Index events": "Digwyddiadau mynegai",
    "Median days": "Diwrnodau canolrifol",
    "{what} by {axis}": "{what} yn ôl {axis}",
    "{what} by {axes} and {axis}": "{what} yn ôl {axes} a {axis}",
    "{number} days": "{number} d",
    "more than {number} days": "mwy na {number} d",
    "{lower} to {upper}": "{lower} i {upper}",
  ]
}
