import CohortModel
import Tables

/// The sizes of cohorts on the home screen. Each is read from the very table that opening the pilot
/// shows: of a table asked for by itself it could be shown where that table hides it, and then the
/// rest of that table would give the hidden cells away.
extension ExplorerState {
  /// What opening a pilot asks for: its pathway, or its first variable where it has no stages.
  func openingQuery(of pilot: Pilot) -> CohortQuery {
    if !pilot.stages.isEmpty {
      return CohortQuery(pilot: pilot.name, rows: [AxisVariable(TableView.stageAxis)])
    }
    return CohortQuery(
      pilot: pilot.name, rows: pilot.variables.first.map { [AxisVariable($0.name)] } ?? [])
  }

  /// The query whose table the size of a pilot's cohort is read from.
  func sizeQuery(of pilot: Pilot) -> CohortQuery {
    // The figures on links are shown on every pilot's page, protected together: the size is theirs.
    if pilot.name == LinkageResource.name, let subject = LinkageSubject.all(in: package).first {
      return subject.query(at: package.defaultLinkLevel)
    }
    // Noise keyed by persons is the same in every table, and each breakdown is one of a limited
    // number: none is used up for a size.
    if package.policy.profile(for: pilot.name).cellKey != nil {
      return CohortQuery(pilot: pilot.name)
    }
    return openingQuery(of: pilot)
  }
}

extension TableView {
  /// The cell of everyone: the start of a pathway, or the total of a table; of a share its base.
  var everyone: CellValue {
    guard let page = pages.firstIndex(where: \.isTotal),
      let row = rows.firstIndex(where: \.isTotal),
      let column = columns.firstIndex(where: \.isTotal)
    else { return .notAvailable }
    return values(page: page, row: row, column: column).last ?? .notAvailable
  }
}
