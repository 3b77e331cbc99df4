// Variables that are no field's value: numbers of events, of different values, and of days.
extension PilotReader {
  /// The keys that say what a variable is, of which it has exactly one.
  private static let sources = ["from", "count", "distinct", "days_to", "days_since"]

  /// A variable that counts or times something; nil where it is the value of a field.
  func derivedVariable(_ name: String, _ mapping: DescriptorMapping) -> Variable? {
    let given = PilotReader.sources.filter { mapping[$0] != nil }
    guard let source = given.first, let place = mapping[source] else {
      mapping.whole.report(
        "Here comes what the variable is: one of \(PilotReader.sources.joined(separator: ", ")).",
        field: "from")
      return nil
    }
    if let second = given.dropFirst().first {
      mapping[second]?.report("A variable is one thing: \(source.quoted) is given already.")
    }
    guard source != "from" else {
      for key in ["within", "before"] {
        mapping[key]?.report("The value of a field has no \(key.quoted).")
      }
      return nil
    }
    for key in ["at", "kind", "by", "missing", "geography"] {
      mapping[key]?.report("A variable with \(source.quoted) has no \(key.quoted).")
    }
    if mapping["bands"] == nil {
      place.report("A number is shown in bands, as in bands: [0, 1, 2-4, 5+].")
    }
    var variable = Variable(
      name: name, label: mapping.text("label"), labelWelsh: mapping.optionalText("label_cy"),
      resource: "", field: "", moment: .ever, coding: .bands([]),
      isSensitive: mapping.boolean("sensitive"), isAdverse: mapping.boolean("adverse"))
    if mapping["bands"] != nil { variable.coding = coding(mapping) }
    if source == "distinct" {
      readDistinct(place, mapping, of: &variable)
    } else {
      readEvents(source, place, mapping, of: &variable)
    }
    return variable
  }

  private func readDistinct(
    _ place: Descriptor, _ mapping: DescriptorMapping, of variable: inout Variable
  ) {
    for key in ["within", "before"] {
      mapping[key]?.report("Different values are counted over all records, whenever they are.")
    }
    variable.derivation = .distinct
    (variable.resource, variable.field) = source(place)
    guard !variable.resource.isEmpty else { return }
    if variable.resource == "index" {
      place.report(
        "Different values are counted over all records of a person: name the resource instead of"
          + " \u{201C}index\u{201D}.")
    } else if let resource = package.resource(variable.resource) {
      let field = usedField(variable.field, of: resource, at: place)
      if field?.kind == .number {
        place.report("Decimal numbers are different by their fractions; count something else.")
      }
      if variable.field == resource.personField {
        place.report("The person field is not stored, so its values cannot be counted.")
      }
    } else {
      place.report(
        "There is no resource \(variable.resource.quoted)."
          + Descriptor.hint(variable.resource, among: package.resources.map(\.name)))
    }
  }

  private func readEvents(
    _ source: String, _ place: Descriptor, _ mapping: DescriptorMapping,
    of variable: inout Variable
  ) {
    let within = mapping["within"]?.span
    let before = mapping["before"]?.span
    warnOfShortFollowUp([within], at: mapping["within"])
    let isTimed = source != "count" || within != nil || before != nil
    let event = event(place, dated: isTimed)
    variable.resource = event?.resource ?? ""
    let name = event?.name ?? ""
    switch source {
    case "count":
      if within != nil {
        mapping["before"]?.report("Events are counted within a span or before the index, not both.")
      }
      variable.derivation = .count(
        event: name, within.map { .within($0) } ?? before.map { .before($0) } ?? .ever)
    case "days_to":
      mapping["before"]?.report("Days to an event are counted from the index: give within.")
      if mapping["within"] == nil {
        place.report(
          "How long somebody has to be observed is missing: give within, as in 365 days.")
      }
      variable.derivation = .daysTo(event: name, within: within ?? CalendarSpan(0, .days))
    default:
      mapping["within"]?.report("Days since an event lie before the index: give before.")
      variable.derivation = .daysSince(event: name, before: before)
    }
  }
}
