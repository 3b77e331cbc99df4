import CohortModel
import Tables

/// What happens to the explorer.
public enum Input: Sendable {
  case key(Key)
  /// Text put in at once by the terminal (a paste): typed where a line is being typed, else nothing.
  case paste(String)
  case resize(Size)
  /// The answer to `Effect.fetch`.
  case fetched(Int, Result<ProtectedTable, ServiceError>)
  /// The answer to `Effect.compare`: a table for each link level, as `LinkLevel.allCases`.
  case compared(Int, Result<[ProtectedTable], ServiceError>)
  /// The answer to `Effect.times`: a table for each stage after the first.
  case timed(Int, Result<[ProtectedTable], ServiceError>)
  /// For so many whole seconds something has been waited for.
  case waited(seconds: Int)
  /// The answer to `Effect.explain`.
  case explained(Int, Result<String, ServiceError>)
  /// The answer to `Effect.export`: the files that were written.
  case exported(Int, Result<WrittenExport, ExportFailure>)
  /// What the clock shows, for the log of the session.
  case time(TimeOfDay)
  /// The answer to `Effect.changeViews`: the saved views as they are now.
  case viewsChanged(Int, Result<SavedViewsFile, ViewsFailure>)
  /// The answer to `Effect.record`: what went wrong, or nil.
  case recorded(RecordingLines, problem: String?)
  /// The answer to `Effect.copy`.
  case copied(Int, Result<Void, ServiceError>)
  case mouse(MouseEvent)
  /// A line typed in line mode: a command, a query, or a choice from the menu that is open.
  case line(String)
}

/// What a mouse does, at a place of the screen.
public enum MouseEvent: Hashable, Sendable {
  case click(Position)
  case scrollUp(Position)
  case scrollDown(Position)
}

/// What the explorer asks of the world.
public enum Effect: Hashable, Sendable {
  /// Answer with `Input.fetched`. What is not urgent waits for what is.
  case fetch(Int, CohortQuery, isUrgent: Bool)
  /// The times beside a pathway; answer with `Input.timed`.
  case times(Int, CohortQuery)
  /// The table at all link levels; answer with `Input.compared`.
  case compare(Int, CohortQuery)
  /// The answer is no longer wanted.
  case cancel(Int)
  case explain(Int, CellValue, ProtectedTable)
  case export(Int, Exported, path: String, overwrite: Bool)
  /// Logs that figures of a table are taken away, and only then gives the text to the terminal's
  /// clipboard.
  case copy(Int, Exported, text: String)
  /// Answer with `Input.viewsChanged`.
  case changeViews(Int, SavedViewsChange)
  /// Add lines to a file, one effect after the other; answer with `Input.recorded`.
  case record(RecordingLines)
  case repaint
  case suspend
  case quit
}

/// What is taken away.
public enum Exported: Hashable, Sendable {
  /// The table that answers a query.
  case table(CohortQuery)
  /// Its tables at all link levels.
  case levels(CohortQuery)
}

/// Why an export was not written.
public enum ExportFailure: Error, Hashable, Sendable {
  /// There is a file of that name.
  case exists(String)
  case service(ServiceError)
  /// The file system's reason, for the person who chose the name.
  case failed(String)
}
