import CohortModel
import Tables

/// What is known of how well the records are linked.
enum LinkageState: Sendable {
  /// The package has no links.
  case none
  case waiting
  case figures(LinkageFigures)
  /// Not agreed, or the store cannot be read.
  case failed(String)
}

/// The figures on the pages of pilots: tables of their own, asked for beside the first such page, at
/// the package's default link level.
extension ExplorerState {
  var linkage: LinkageState {
    if let linkageFailure { return .failed(linkageFailure) }
    let subjects = LinkageSubject.all(in: package)
    if subjects.isEmpty { return .none }
    let tables = subjects.compactMap { subject in
      linkageTables[subject].map { (subject: subject, table: $0) }
    }
    guard tables.count == subjects.count, let figures = LinkageFigures(tables) else {
      return .waiting
    }
    return .figures(figures)
  }
}

extension Step {
  /// Asks for what is not there yet, once.
  mutating func askForLinkage() {
    switch state.screen {
    case .pilot, .catalogue: break
    default: return
    }
    guard state.linkageTables.isEmpty, state.linkageRequests.isEmpty,
      state.linkageFailure == nil
    else { return }
    let package = state.package
    for (subject, query) in LinkageFigures.queries(of: package, at: package.defaultLinkLevel) {
      let id = state.takeRequest()
      state.linkageRequests[id] = subject
      effects.append(.fetch(id, query, isUrgent: false))
    }
  }

  /// Keeps a table that was asked for. False where the answer is to something else.
  mutating func keepLinkage(_ id: Int, _ result: Result<ProtectedTable, ServiceError>) -> Bool {
    guard let subject = state.linkageRequests.removeValue(forKey: id) else { return false }
    switch result {
    case .success(let table): state.linkageTables[subject] = table
    case .failure(let error): state.linkageFailure = error.text
    }
    return true
  }
}
