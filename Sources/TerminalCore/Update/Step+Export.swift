import CohortModel
import Tables

/// Taking a table away.
extension Step {
  mutating func startExport() {
    let exported: Exported
    let tables: [ProtectedTable]
    switch state.screen {
    case .table(let screen): (exported, tables) = (.table(screen.query), [screen.view.table])
    case .pathway(let screen): (exported, tables) = (.table(screen.query), [screen.view.table])
    case .chart(let screen): (exported, tables) = (.table(screen.query), [screen.view.table])
    case .levels(let screen):
      (exported, tables) = (.levels(screen.query), screen.views.map(\.table))
    case .home, .pilot, .export, .catalogue, .log: return
    }
    cancelPending()
    remember()
    state.screens.append(
      .export(
        ExportScreen(
          exported: exported, tables: tables, fileName: LineEditor(Step.fileName(for: exported)))))
  }

  /// A key of the name of the file, or the answer to the question about it. A character is always one
  /// of the name, whatever commands have it as their key.
  mutating func typeFileName(_ key: Key, _ screen: ExportScreen) {
    var screen = screen
    if let path = screen.overwriting {
      screen.overwriting = nil
      state.screen = .export(screen)
      if key == .character("y") || key == .character("Y") {
        write(screen, path: path, overwrite: true)
      } else {
        state.message = .note(
          "Nothing was written. Another name, or \(keyName(.cancel), "key") to go back.")
      }
      return
    }
    switch key {
    case .enter: return write(screen)
    case .escape: return back()
    case .character: break
    default:
      let command = state.keys.command(for: key, on: .export)
      if command == .suspend || command == .repaint { return dispatch(key) }
    }
    guard screen.fileName.edit(key) else {
      state.message = .note(
        """
        Type the name of the file; \(keyName(.accept), "accept") writes it, \
        \(keyName(.cancel), "cancel") goes back.
        """)
      return
    }
    state.screen = .export(screen)
  }

  mutating func write(_ screen: ExportScreen) {
    let path = screen.fileName.text
    guard !path.allSatisfy({ $0 == " " }), !path.hasSuffix("/") else {
      state.message = .problem("A file needs a name.")
      return
    }
    write(screen, path: path, overwrite: false)
  }

  mutating func write(_ screen: ExportScreen, path: String, overwrite: Bool) {
    guard state.errands.isEmpty else {
      state.message = .note("Something is still under way.")
      return
    }
    let id = state.takeRequest()
    state.errands.insert(id)
    state.exporting[id] = screen.tables
    effects.append(.export(id, screen.exported, path: path, overwrite: overwrite))
  }

  mutating func exported(_ id: Int, _ result: Result<WrittenExport, ExportFailure>) {
    let table = state.exporting.removeValue(forKey: id)?.first
    guard state.errands.remove(id) != nil else { return }
    switch result {
    case .success(let written):
      state.message = .note("Written: \(written.paths.joined(separator: ", "), "files")")
      if let table, let path = written.paths.first {
        let record = ExportRecord(path: path, hash: written.hash, table: table)
        state.journal.add(Journal.Entry(time: state.timeOfDay, event: .export(record)))
        continueRecording()
      }
      leaveExport()
      keepFocusInView()
    case .failure(.exists(let path)):
      if case .export(var screen) = state.screen {
        screen.overwriting = path
        state.screen = .export(screen)
      } else {
        state.message = .problem("There is a file \(path, "file") already. Nothing was written.")
      }
    case .failure(.service(let error)):
      state.message = .problem(error.phrase)
      if state.isLineMode { leaveExport() }
    case .failure(.failed(let reason)):
      state.message = .problem("Not written: \(reason, "reason")")
      // There the name is given with the command, another one with another.
      if state.isLineMode { leaveExport() }
    }
  }

  private mutating func leaveExport() {
    guard case .export = state.screen, state.screens.count > 1 else { return }
    state.screens.removeLast()
    // Naming a file is no view to be undone to.
    if state.past.last?.places == Remembered.screens(state.screens).places {
      state.past.removeLast()
    }
  }
}
