import CohortModel

/// The variables of a pilot and their codes, as they can be chosen.
enum CodeChoices {
  /// Every name that can stand on an axis: variables, milestones, outcomes, `stage`.
  static func variables(of pilot: Pilot, _ language: Language = .english) -> [Picker.Item] {
    var items = pilot.variables.map { Picker.Item(value: $0.name, label: $0.label) }
    items += pilot.milestones.map { Picker.Item(value: $0.name, label: $0.label) }
    items += pilot.outcomes.map { Picker.Item(value: $0.name, label: $0.label) }
    if !pilot.stages.isEmpty {
      items.append(Picker.Item(value: "stage", label: language.say("Stage reached")))
    }
    for index in items.indices { items[index].detail = items[index].value }
    return items
  }

  /// The codes of a variable, by the plan of the table that shows them all.
  static func codes(
    of name: String, in pilot: Pilot, package: DataPackage, today: CalendarDay,
    _ language: Language = .english
  ) throws(QueryProblem) -> [Picker.Item] {
    let query = CohortQuery(pilot: pilot.name, rows: [AxisVariable(name, depth: .max)])
    let plan = try TablePlan(query, package: package, today: today).labelled(in: language)
    let axis = plan.axes.first { $0.role == .row }
    return (axis?.entries ?? []).filter { $0.code != "*" }.map { entry in
      Picker.Item(value: entry.code, label: entry.label, detail: entry.code, depth: entry.depth)
    }
  }

  static func label(
    of name: String, in pilot: Pilot?, _ language: Language = .english
  ) -> String {
    pilot.flatMap { variables(of: $0, language).first { $0.value == name }?.label } ?? name
  }
}
