import CohortModel
import Tables

/// One table at several link levels, as problems that are protected together.
///
/// Between link levels nothing adds up: who is one person at one of them may be two at another. But the
/// same cell counts nearly the same persons, and what is shown side by side is subtracted. So two
/// things are hidden beyond what each table hides by itself:
///
/// - what any of the levels hides, at all of them (`TableSetProtection`);
/// - a cell of which two levels differ by 1 … t − 1 persons, again at all of them. At the level with
///   more persons it is protected like an unsafe cell: whatever the other level has, each of 1 … t − 1
///   remains possible for the difference.
///
/// Nothing is shown that the tables asked one by one do not show, and what is shown has the same value:
/// beside them the comparison tells nothing new.
struct LevelComparison {
  /// All that a comparison's published cells depend on.
  struct Key: Hashable, Sendable {
    var cubes: [Release.CubeKey]
    /// The level that was asked for, among them.
    var own: Int
  }

  /// Per level the problem with what has to be hidden for the sake of the others.
  private(set) var problems: [ProtectionProblem]

  /// - Parameters:
  ///   - problems: of one cube at each level, of persons.
  ///   - published: per level what the table shows that is asked for by itself.
  ///   - minimum: of the policy, or of whoever asks.
  init(_ problems: [ProtectionProblem], published: [[CellValue]], minimum: Int) {
    self.problems = problems
    for level in problems.indices {
      for cell in problems[level].values.indices
      where published[level][cell] == .confidential && problems[level].statuses[cell] != .unshown {
        self.problems[level].statuses[cell] = .unsafe
      }
      for other in problems.indices where other != level {
        hideDifferences(of: level, from: other, problems, minimum: minimum)
      }
    }
  }

  private mutating func hideDifferences(
    of level: Int, from other: Int, _ originals: [ProtectionProblem], minimum: Int
  ) {
    guard minimum > 1 else { return }
    var places: [Int: Int] = [:]
    for (place, requirement) in problems[level].requirements.enumerated() {
      places[requirement.cell] = place
    }
    for cell in originals[level].values.indices {
      let (own, less) = (originals[level].values[cell], originals[other].values[cell])
      // Two small numbers: each has the room of its own.
      guard (1..<minimum).contains(own - less), own >= minimum || less >= minimum || less == 0,
        originals[level].statuses[cell] != .unshown, originals[other].statuses[cell] != .unshown
      else { continue }
      var range = (less + 1)...(less + minimum - 1)
      problems[level].statuses[cell] = .unsafe
      if let place = places[cell] {
        let known = problems[level].requirements[place]
        range =
          min(
            range.lowerBound, known.range.lowerBound)...max(
            range.upperBound, known.range.upperBound)
        problems[level].requirements[place].range = range
      } else {
        places[cell] = problems[level].requirements.count
        problems[level].requirements.append(
          Requirement(cell: cell, range: range, kind: .eachValue))
      }
    }
  }
}

/// What a comparison shows, by the number of the level.
struct LevelsShown: Sendable {
  var cells: [Int: [CellValue]] = [:]
  /// Of levels whose figures are not shown: how many persons no number differs by.
  var bounds: [Int: Int] = [:]
}
