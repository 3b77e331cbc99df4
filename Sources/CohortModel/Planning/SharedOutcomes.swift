/// The outcomes of a measure `share`, checked: they exist, are asked for once, stand nowhere else on
/// the table, and are not to be added up.
struct SharedOutcomes {
  private(set) var outcomes: [Outcome] = []
  private let pilot: Pilot

  init(_ names: [String], _ resolver: QueryResolver) throws(QueryFault) {
    pilot = resolver.pilot
    for name in names {
      if name.contains("+") { throw sum(name) }
      let outcome = try outcome(name)
      if outcomes.contains(outcome) {
        throw QueryFault(
          "\(name.quoted) stands on the table twice; leave one of them out.", at: .measure(name),
          word: name)
      }
      if resolver.number(of: name) != nil {
        throw QueryFault(
          "The table shows the share with \(outcome.label.quoted), so it cannot be crossed or"
            + " filtered by it as well. Count persons instead.",
          at: .measure(name), word: name)
      }
      outcomes.append(outcome)
    }
    if names.count > Measure.mostOutcomes {
      throw QueryFault(
        "A table shows at most \(Measure.mostOutcomes) outcomes side by side; leave some out.",
        at: .measure(names[Measure.mostOutcomes]), word: names[Measure.mostOutcomes])
    }
  }

  private func outcome(_ name: String) throws(QueryFault) -> Outcome {
    if let outcome = pilot.outcome(name) { return outcome }
    throw QueryFault(
      "\(name.quoted) is no outcome of \(pilot.name.quoted); a share needs one.",
      at: .measure(name), word: name,
      suggestion: NearestName.of(name, among: pilot.outcomes.map(\.name)))
  }

  /// Why a sum of shares is no figure: what each of them is of.
  private func sum(_ text: String) -> QueryFault {
    var summands: [Outcome] = []
    for name in text.split(separator: "+").map(String.init) {
      do throws(QueryFault) {
        summands.append(try outcome(name))
      } catch {
        return QueryFault(
          error.problem.message, at: .measure(text), word: text,
          suggestion: error.problem.suggestion)
      }
    }
    let bases = summands.map { "\($0.label.quoted) is of: \($0.card.denominator)" }
    let isOneBase = Set(summands.map(Base.init)).count < 2
    let reason =
      isOneBase
      ? "They have one base, but one person may be counted in several of them, so shares of it"
        + " must not be added either."
      : "These are bases that must not be added."
    return QueryFault(
      "Shares are not added up. \(bases.joined(separator: "; ")). \(reason) Show them side by side:"
        + " measure share \(summands.map(\.name).joined(separator: " ")).",
      at: .measure(text), word: text)
  }

  /// What decides who is in the denominator.
  private struct Base: Hashable {
    var among: [FieldCondition]
    var spans: [CalendarSpan?]

    init(_ outcome: Outcome) {
      among = outcome.among
      spans = [outcome.span, outcome.settling]
    }
  }
}
