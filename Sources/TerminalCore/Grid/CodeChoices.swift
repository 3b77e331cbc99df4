import CohortModel

/// The variables of a pilot and their codes, as they can be chosen.
public enum CodeChoices {
  /// Every name that can stand on an axis: variables, milestones, outcomes, `stage`.
  static func variables(of pilot: Pilot) -> [Picker.Item] {
    var items = pilot.variables.map { Picker.Item(value: $0.name, label: $0.label) }
    items += pilot.milestones.map { Picker.Item(value: $0.name, label: $0.label) }
    items += pilot.outcomes.map { Picker.Item(value: $0.name, label: $0.label) }
    if !pilot.stages.isEmpty { items.append(Picker.Item(value: "stage", label: "Stage reached")) }
    for index in items.indices { items[index].detail = items[index].value }
    return items
  }

  static func label(of name: String, in pilot: Pilot?) -> String {
    pilot.flatMap { variables(of: $0).first { $0.value == name }?.label } ?? name
  }
}
