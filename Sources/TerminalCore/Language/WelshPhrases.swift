/// The explorer's words in Welsh, by their English text (docs/welsh.md has the terms).
enum WelshPhrases {
  static let all: [String: String] = [
    WelshPhrases.screens, WelshPhrases.charts,
  ].reduce(into: [:]) { all, part in
    all.merge(part) { first, _ in first }
  }
}
