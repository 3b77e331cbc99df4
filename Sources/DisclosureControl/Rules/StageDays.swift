import CohortModel

/// How long members can take along the stages of a pilot, from definitions alone.
struct StageDays {
  let pilot: Pilot
  let package: DataPackage

  /// Whether the stage has a date of its own, and so a window that applies to it. Without one it takes
  /// the date of the stage before.
  func isDated(_ stage: Int) -> Bool {
    guard let event = pilot.stages[stage].event.flatMap({ pilot.event($0) }) else { return false }
    return event.dateField ?? package.resource(event.resource)?.dateField != nil
  }

  /// Whether the window of the stage is counted from the index.
  func isFromIndex(_ stage: Int) -> Bool {
    stage == 1 || (pilot.stages[stage].window?.anchor ?? .index) == .index
  }

  /// The most days between two stages, whatever day they are counted from: by the windows of the stages
  /// between them, and because the later lies so soon after the index and the earlier not before it.
  /// nil where nothing bounds them.
  func most(from start: Int, to end: Int) -> Int? {
    var sinceIndex: Int? = 0
    var sinceStart: Int?
    if start == 0 { sinceStart = 0 }
    for place in 1...end {
      if isDated(place) {
        let span = pilot.stages[place].window.map { SpanLength([$0.span]).days.upperBound }
        func after(_ days: Int?) -> Int? { days.flatMap { days in span.map { days + $0 } } }
        sinceStart = isFromIndex(place) ? nil : after(sinceStart)
        sinceIndex = isFromIndex(place) ? span : after(sinceIndex)
      }
      if place == start { sinceStart = 0 }
    }
    return [sinceIndex, sinceStart].compactMap { $0 }.min()
  }
}
