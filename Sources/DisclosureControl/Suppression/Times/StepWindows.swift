import CohortModel

/// What windows that are counted from the index say of several steps of a pathway together: who took
/// long to one stage cannot have taken long to the next, nor have been observed for a short time only.
///
/// A step is admitted where, whatever the bins of the steps admitted before it, each of its own bins
/// that is possible by itself still is, and so is every way to end at each stage. Then the times of
/// different steps can be matched with one another and with the ways to end at will, person by person,
/// and the stages alone tie them. All that definitions ask of days is that they be few enough
/// (`PlainPathway`), so that it is enough to look at the least days of each bin; of a step that is not
/// admitted, those of its first.
///
/// Where that fails for the last such bin alone, and one or two steps come before it, whether times can
/// be matched is a question of a flow from the bins of the one through those of the other into that
/// bin; by the theorem of Ford and Fulkerson (1956) they can where no cut is smaller. What may stand
/// beside what depends on the sum of days alone, so that few cuts matter: the *limits*. Where a stage
/// may be dated before the stage before it they do not hold, and none is used.
struct StepWindows {
  private let pilot: Pilot
  private let stageDays: StageDays
  private let pathway: PlainPathway
  private let first: CalendarDay
  private let end: CalendarDay
  /// Days from the first index there can be to the end of what is observed.
  private var observed: Int
  /// The most of the least days that the bins admitted so far leave between index and stage.
  private var longest = 0
  /// Of the steps looked at so far, the least days of their bins, where they are admitted.
  private var admitted: [[Int]?] = []
  /// A bin needs a span of months longer than it is from some days: the index day is no longer free.
  private var isBoundToCalendar = false
  /// Stages whose windows were looked at.
  private var last = 0
  private(set) var limits: [TimesBeside.Limit] = []
  /// A window leaves no more than that, or definitions say more than is modelled: then no steps can be
  /// matched at will.
  private(set) var isContradictory = false

  init(pilot: Pilot, package: DataPackage) {
    self.pilot = pilot
    stageDays = StageDays(pilot: pilot, package: package)
    pathway = PlainPathway(pilot, package: package)
    isContradictory = !pathway.isPlain
    first = package.period.first
    end = pilot.followUp.until ?? package.period.last
    observed = Int(end.rawValue - first.rawValue)
  }

  /// - Parameter bounds: codes of the bins, ascending.
  mutating func admit(from: String, to: String, bounds: [String]) -> Bool {
    let least = isContradictory ? nil : leastDays(from: from, to: to, bounds: bounds)
    admitted.append(least)
    return least != nil
  }

  /// Looks at the stages after the last step.
  mutating func finish() {
    guard !isContradictory else { return }
    pass(through: pilot.stages.count - 1)
  }

  /// Who did not come to a stage may have been observed for less than its window from the index, and has
  /// been for what he took before.
  private mutating func pass(through stage: Int) {
    for stage in stride(from: last + 1, through: stage, by: 1) {
      if let most = window(ofIndex: stage)?.days.lowerBound, longest >= most {
        isContradictory = true
      }
      last = stage
    }
  }

  /// The least days of the bins that are possible by themselves; nil where the step is not admitted.
  private mutating func leastDays(from: String, to: String, bounds: [String]) -> [Int]? {
    guard let start = pilot.stages.firstIndex(where: { $0.name == from }),
      let end = pilot.stages.firstIndex(where: { $0.name == to }), start < end
    else { return nil }
    pass(through: end)
    // Of stages that are passed over times are not looked at.
    guard end == start + 1 else { return nil }
    if pathway.mustBeOpen.contains(end) {
      // It must be possible to have come a day later than to the stage before.
      let window = pilot.stages[end].window.map { SpanLength([$0.span]).days.lowerBound } ?? .max
      let before = isFromIndex(end) ? longest : 0
      guard before < window, longest + 1 + reserve(after: end) <= observed else {
        isContradictory = true
        return nil
      }
      longest += 1
      return nil
    }
    let most = stageDays.most(from: start, to: end) ?? .max
    var least = [0]
    for code in bounds.dropLast() {
      guard let bound = Int(code), bound < most else { break }
      least.append(bound + 1)
    }
    return admits(end, least) ? least : nil
  }

  /// - Parameter least: days of the bins of the step to a stage.
  private mutating func admits(_ stage: Int, _ least: [Int]) -> Bool {
    let days = longest + least[least.count - 1]
    // Nobody can have been so long on the way: steps that took long before would exclude it.
    guard days + reserve(after: stage) <= observed else { return false }
    if let window = pilot.stages[stage].window {
      let span = SpanLength([window.span]).days
      let needed = isFromIndex(stage) ? days : least[least.count - 1]
      if needed > span.upperBound { return limit(stage, least, span) }
      if needed > span.lowerBound, !wait(for: window.span, needed, at: stage, days) {
        return false
      }
    }
    longest = days
    return true
  }

  /// Waits for the first day from which a span of months is so long. False where everybody's observation
  /// would have to end on some day for it.
  private mutating func wait(
    for span: CalendarSpan, _ needed: Int, at stage: Int, _ days: Int
  ) -> Bool {
    guard !isBoundToCalendar, pathway.isCensored || stage == pilot.stages.count - 1 else {
      return false
    }
    let windows = pilot.stages.indices.dropFirst(stage + 1).compactMap { window(ofIndex: $0) }
    let most = max(
      days + reserve(after: stage), windows.map(\.days.upperBound).max() ?? 0)
    let start = first.adding(days: days - needed)
    for wait in 0...max(0, observed - most) where wait + most <= observed {
      let day = start.adding(days: wait)
      guard span.end(from: day).rawValue - day.rawValue >= needed else { continue }
      observed -= wait
      isBoundToCalendar = true
      return true
    }
    return false
  }

  /// Notes what windows exclude, where that concerns the last bin alone.
  private mutating func limit(_ stage: Int, _ least: [Int], _ span: ClosedRange<Int>) -> Bool {
    guard span.count == 1, limits.isEmpty, least.count > 1,
      longest + least[least.count - 2] <= span.lowerBound,
      !pilot.stages.contains(where: \.isConcurrent),
      limit(bin: least.count - 1, to: span.lowerBound - least[least.count - 1])
    else { return false }
    longest = span.lowerBound
    return true
  }

  /// Notes that who is in the bin of the next step has at most so many days before it. False where more
  /// than two steps come before.
  private mutating func limit(bin: Int, to days: Int) -> Bool {
    typealias Bin = TimesBeside.Limit.Bin
    let before = admitted.indices.compactMap { step in admitted[step].map { (step, $0) } }
    func early(_ step: Int, _ least: [Int], _ isEarly: (Int) -> Bool) -> [Bin] {
      least.indices.filter { isEarly(least[$0]) }.map { Bin(step: step, bin: $0) }
    }
    let late = Bin(step: admitted.count, bin: bin)
    guard let (last, own) = before.last, before.count <= 2, before.count == admitted.count else {
      return false
    }
    if before.count == 1 {
      limits.append(TimesBeside.Limit(late: late, early: early(last, own) { $0 <= days }))
      return true
    }
    let (first, others) = before[0]
    for least in others {
      limits.append(
        TimesBeside.Limit(
          late: late,
          early: early(first, others) { $0 < least } + early(last, own) { $0 + least <= days }))
    }
    return true
  }

  private func isFromIndex(_ stage: Int) -> Bool { stageDays.isFromIndex(stage) }

  private func window(ofIndex stage: Int) -> SpanLength? {
    isFromIndex(stage) ? pilot.stages[stage].window.map { SpanLength([$0.span]) } : nil
  }

  /// All later windows that are counted from the stage before: who did not come to a later stage was
  /// observed for so much longer than to the stage before it. As a sum, so that steps without a window do
  /// not take what those with one need.
  private func reserve(after stage: Int) -> Int {
    pilot.stages.indices.dropFirst(stage + 1).compactMap { later in
      isFromIndex(later) ? nil : pilot.stages[later].window.map { SpanLength([$0.span]) }
    }.reduce(0) { $0 + $1.days.upperBound }
  }
}
