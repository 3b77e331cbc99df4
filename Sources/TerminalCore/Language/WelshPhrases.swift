/// The explorer's words in Welsh, by their English text. The terms are those of the glossary in
/// docs/explorer-settings.md; after a number stands no word that the number would change.
enum WelshPhrases {
  static let all: [String: String] = [
    keys, screens, tables, messages, catalogue, charts, tour, session, levels,
  ]
  .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}
