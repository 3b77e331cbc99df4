import CohortModel
import Tables

/// What earlier sessions have left, as it is read at the start.
public struct Memory: Sendable {
  /// The text of a session that has not been ended; nil where there is none.
  public var session: String?
  /// The text of the saved views.
  public var views: String?
  /// The text of the views that were looked at lately.
  public var recent: String?
  /// Whether those of this session may be kept for the next.
  public var keepsRecent: Bool
  /// Why nothing can be kept, for the person at the keyboard; nil where it can.
  public var problem: String?

  public init(
    session: String? = nil, views: String? = nil, recent: String? = nil, keepsRecent: Bool = true,
    problem: String? = nil
  ) {
    self.session = session
    self.views = views
    self.recent = recent
    self.keepsRecent = keepsRecent
    self.problem = problem
  }
}

extension ExplorerState {
  /// Takes what earlier sessions have left. What cannot be read is told of and left as it is.
  mutating func take(_ memory: Memory) {
    var problems: [Phrase] =
      memory.problem.map { ["Nothing is kept of this session: \($0, "reason")."] } ?? []
    if let text = memory.session {
      do throws(KeptTextProblem) {
        offer = try KeptSession(text: text, identity: identity)
      } catch {
        keepsSession = false
        problems.append("The session that was kept \(error.phrase, "problem")")
      }
    }
    do throws(KeptTextProblem) {
      savedViews = try SavedViewsFile(text: memory.views, identity: identity).views
    } catch {
      problems.append("The file of saved views \(error.phrase, "problem")")
    }
    keepsRecent = memory.keepsRecent
    do throws(KeptTextProblem) {
      earlierViews = try RecentViewsFile(text: memory.recent, identity: identity)
    } catch {
      keepsRecent = false
      problems.append("The file of recent views \(error.phrase, "problem")")
    }
    if let first = problems.first {
      message = .problem(problems.dropFirst().reduce(first) { "\($0) \($1)" })
    }
  }

  /// The session as it is to be kept; nil where there is nothing to keep or it is not to be kept.
  public var sessionText: String? {
    guard keepsSession, offer == nil else { return nil }
    return KeptSession(self)?.text(identity: identity)
  }

  /// The offer to go on, on the message line.
  var offerQuestion: Phrase? {
    guard let offer else { return nil }
    let title = offer.screens.last.map { self.title(of: $0) } ?? ""
    if isLineMode {
      let time = offer.time?.text ?? ""
      return time.isEmpty
        ? "Type yes to go on where you were; any other line does not. \(title, "view")"
        : "Type yes to go on where you were at \(time, "time"); any other line does not. \(title, "view")"
    }
    guard let time = offer.time?.text else {
      return "y goes on where you were, any other key does not. \(title, "view")"
    }
    return "y goes on where you were at \(time, "time"), any other key does not. \(title, "view")"
  }
}

extension Step {
  /// The first key of a session, where an earlier one can be gone on with: `y` does, and any other
  /// key does not and acts as usual. False where the key is still to act.
  mutating func answerOffer(_ key: Key) -> Bool {
    answerOffer(isAccepted: key == .character("y") || key == .character("Y"))
  }

  mutating func answerOffer(isAccepted: Bool) -> Bool {
    guard let kept = state.offer else { return false }
    state.offer = nil
    guard isAccepted else { return false }
    state.past = kept.past.map { .places($0) }
    state.marks = kept.marks.mapValues { .places($0) }
    for entry in kept.journal { state.journal.add(entry) }
    go(to: .places(kept.screens), for: .resume)
    if kept.release != state.catalogue.release, state.message == nil {
      state.message = .note("The store has another release now: figures may be others than before.")
    }
    return true
  }
}

extension KeptTextProblem {
  /// Goes on a sentence that names the file.
  var phrase: Phrase {
    switch self {
    case .damaged(let line):
      "cannot be read (line \(line, "number")). It was left as it is; nothing is kept in its place until it is moved away."
    case .foreign: "is of another store, package or project, and was left as it is."
    case .nameTaken(let name):
      "has \u{201C}\(name, "name")\u{201D} already: another name, or :forget and this name first."
    case .nameUnknown(let name):
      "has no view \u{201C}\(name, "name")\u{201D}: :views shows those there are."
    }
  }
}
