import CohortModel
import DisclosureControl
import TableExport
import Tables

/// An audit of exported tables: what someone learns of their hidden cells who has all of the files
/// and knows their definitions and profiles, and nothing else.
///
/// Every `[c]` counts as a cell that had to be hidden, for nobody outside can tell which ones had to
/// be; so do cells that no file shows and that follow from shown ones by subtraction.
struct ExportAudit {
  /// What the files tell of one cell.
  struct Finding {
    enum Grade: String, CaseIterable {
      /// One count is left, and it is one that had to be hidden.
      case exact
      /// Certainly a count that had to be hidden, and fewer values are left than were promised.
      case narrow
      /// Fewer values are left than were promised. Nothing is disclosed if it is a zero behind `[c]`,
      /// or a larger count that was hidden to protect another: files cannot tell.
      case doubtful
      /// As promised, or known not to be small.
      case open
    }

    /// Of `files`; nil for a difference of cells of two files.
    var file: Int?
    var cell: String
    /// Not shown as `[c]` anywhere: it follows by subtraction.
    var isImplied: Bool
    var least: Int
    /// nil: as far as was looked.
    var greatest: Int?
    /// At least so many values are left.
    var values: Int
    /// So many were promised.
    var promised: Int
    var grade: Grade
  }

  let files: [TableFile]
  /// Exact ones first, then by how many values are left, then by file and cell.
  let findings: [Finding]
  /// Files of which the profile itself says too much.
  let unsound: [Int]
  let attack: JointAttackFindings

  init(_ files: [TableFile]) throws(JointAttackError) {
    self.files = files
    let implied = ImpliedCells(files.map(\.table))
    attack = try JointAttack(implied.tables).run()
    let places = Dictionary(
      files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { one, _ in one })
    findings = attack.cells.map { cell in
      let file = cell.table.flatMap { places[$0] }
      let profiles = file.map { [files[$0].table.profile] } ?? files.map(\.table.profile)
      let minimum = profiles.map(\.minimumFrequency).max() ?? 1
      let least = profiles.contains { $0.zeros == .unsafe } ? 0 : 1
      let index = cell.index
      return Finding(
        file: file,
        cell: file.flatMap { file in
          index.map { files[file].table.label(of: implied.tables[file].cells[$0].nodes) }
        } ?? cell.name,
        isImplied: file.flatMap { file in
          index.map { $0 >= files[file].table.cells.count }
        } ?? true,
        least: cell.least, greatest: cell.greatest, values: cell.possibleValues,
        promised: minimum - least,
        grade: Self.grade(cell, small: least..<minimum))
    }.enumerated().sorted { one, other in
      (one.element.order, one.element.values, one.offset)
        < (other.element.order, other.element.values, other.offset)
    }.map(\.element)
    unsound = files.indices.filter {
      let profile = files[$0].table.profile
      return !profile.isSound(minimumFrequency: profile.minimumFrequency)
    }
  }

  private static func grade(
    _ cell: JointAttackFindings.Cell, small: Range<Int>
  ) -> Finding.Grade {
    guard cell.possibleValues < small.count, cell.least < small.upperBound,
      let greatest = cell.greatest, greatest >= small.lowerBound
    else { return .open }
    guard cell.least >= small.lowerBound, greatest < small.upperBound else { return .doubtful }
    return cell.possibleValues == 1 ? .exact : .narrow
  }

  func findings(_ grade: Finding.Grade) -> [Finding] { findings.filter { $0.grade == grade } }

  /// Values that no counts can be behind: another profile than the files say, or not one release.
  var contradictions: [JointAttackFindings.Contradiction] { attack.contradictions }

  /// Whether something is narrower than promised.
  ///
  /// - Parameter isStrict: what files cannot decide counts as well.
  func hasFindings(isStrict: Bool) -> Bool {
    !unsound.isEmpty
      || findings.contains { finding in
        switch finding.grade {
        case .exact, .narrow: true
        case .doubtful: isStrict
        case .open: false
        }
      } || (isStrict && !(attack.differences.isEmpty && attack.systems.allSatisfy(\.isComplete)))
  }
}

extension ExportAudit.Finding {
  fileprivate var order: Int { Grade.allCases.firstIndex(of: grade) ?? 0 }

  /// "3", "3 to 6", "3 or more".
  var range: String {
    switch greatest {
    case least?: DecimalText.grouped(least)
    case let greatest?: "\(DecimalText.grouped(least)) to \(DecimalText.grouped(greatest))"
    case nil: "\(DecimalText.grouped(least)) or more"
    }
  }
}

extension JointAttackFindings.System {
  /// All that the definitions say was used, and every cell was decided.
  var isComplete: Bool { isExact && !isUndecided }
}
