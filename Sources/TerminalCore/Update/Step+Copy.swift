import CohortModel
import Tables

/// Taking figures away by the terminal's clipboard.
///
/// A copy is an export like any other (G09): it is of protected figures alone, carries its marking
/// and provenance, and stands in the log before the terminal gets it. That holds for one figure as
/// well as for a table, since a log that knows only of some of what left is none.
extension Step {
  /// What terminals take in one sequence: more than 100,000 bytes with its base64 is dropped by
  /// several of them. What takes the text to the terminal adds the time to it.
  static let longestCopy = 74_994 - 32

  mutating func copyFigure() {
    switch state.screen {
    case .table(let screen):
      guard let words = screen.focusInWords else { return nothingToCopy() }
      copy(
        CopyText.figure(words, of: [screen.view.table], language: state.language),
        of: .table(screen.query))
    case .levels(let screen):
      guard let words = screen.focusInWords(state.language) else { return nothingToCopy() }
      copy(
        CopyText.figure(words, of: screen.views.map(\.table), language: state.language),
        of: .levels(screen.query))
    case .pathway(let screen):
      // Medians are of tables of their own, which the log would not name.
      let words = screen.focusInWords(medians: nil, state.language)
      guard !words.isEmpty else { return nothingToCopy() }
      copy(
        CopyText.figure(words, of: [screen.view.table], language: state.language),
        of: .table(screen.query))
    case .chart(let screen):
      // As above: the times of a pathway are of tables of their own.
      guard screen.pathway == nil || screen.kind != .timeToEvent,
        let words = screen.words(in: screen.content)
      else { return nothingToCopy() }
      copy(
        CopyText.figure(words, of: [screen.view.table], language: state.language),
        of: .table(screen.query))
    default: nothingToCopy()
    }
  }

  mutating func copyTable() {
    switch state.screen {
    case .table(let screen):
      copy(CopyText.table(screen, language: state.language), of: .table(screen.query))
    case .levels(let screen):
      copy(CopyText.levels(screen, language: state.language), of: .levels(screen.query))
    case .pathway(let screen):
      let table = TableScreen(
        query: screen.query, table: screen.view.table, language: state.language)
      copy(CopyText.table(table, language: state.language), of: .table(screen.query))
    case .chart(let screen):
      copy(CopyText.table(screen.table, language: state.language), of: .table(screen.query))
    default: nothingToCopy()
    }
  }

  private mutating func nothingToCopy() {
    state.message = .note("There is no figure here to copy.")
  }

  private mutating func copy(_ text: String, of exported: Exported) {
    guard state.package.policy.allowsClipboard else {
      state.message = .note(
        """
        The data owner allows no copies to a clipboard. \(state.keys.name(of: .export), "key") \
        writes a file.
        """)
      return
    }
    guard state.canCopy else {
      state.message = .note(
        "Copying is switched off. \(state.keys.name(of: .export), "key") writes a file.")
      return
    }
    guard text.utf8.count <= Step.longestCopy else {
      state.message = .note(
        "This table is too long for the clipboard. \(state.keys.name(of: .export), "key") writes a file."
      )
      return
    }
    guard state.errands.isEmpty else {
      state.message = .note("Something is still under way.")
      return
    }
    let id = state.takeRequest()
    state.errands.insert(id)
    effects.append(.copy(id, exported, text: text))
  }

  mutating func copied(_ id: Int, _ result: Result<Void, ServiceError>) {
    guard state.errands.remove(id) != nil else { return }
    switch result {
    case .success:
      state.message = .note(
        "Given to the terminal's clipboard, where it has one; noted as an export.")
    case .failure(let error): state.message = .problem(error.phrase)
    }
  }
}
