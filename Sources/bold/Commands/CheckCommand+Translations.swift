import CohortModel
import Tables

extension DataPackage {
  /// What has a label and no Welsh one, a line each: where, the name, the English label.
  var labelsWithoutWelsh: [String] {
    var lines: [String] = []
    func add(_ place: String, _ name: String, _ label: String, _ welsh: String?) {
      if welsh?.isEmpty ?? true { lines.append("\(place): \(name): \(label)") }
    }
    for list in codeLists {
      for code in list.codes where code.label != code.code {
        add("code list \(list.name)", code.code, code.label, code.labelWelsh)
      }
    }
    for pilot in pilots {
      let place = "pilot \(pilot.name)"
      add(place, "title", pilot.title, pilot.titleWelsh)
      for event in pilot.events { add(place, event.name, event.label, event.labelWelsh) }
      for unit in pilot.units { add(place, unit.name, unit.label, unit.labelWelsh) }
      for stage in pilot.stages {
        add(place, stage.name, stage.label, stage.labelWelsh)
        for branch in stage.branches {
          add(place, "\(stage.name).\(branch.name)", branch.label, branch.labelWelsh)
        }
        if stage.name != pilot.stages.last?.name {
          add(place, "\(stage.name).dropped", stage.dropLabel, stage.dropLabelWelsh)
        }
      }
      for milestone in pilot.milestones {
        add(place, milestone.name, milestone.label, milestone.labelWelsh)
      }
      for variable in pilot.variables {
        add(place, variable.name, variable.label, variable.labelWelsh)
      }
      for outcome in pilot.outcomes {
        add(place, outcome.name, outcome.label, outcome.labelWelsh)
      }
    }
    return lines
  }
}

extension CheckCommand {
  /// Lists what is shown in English where Welsh is asked for. Reads descriptors alone.
  static func listTranslations(of folder: String) throws(CommandFailure) {
    try requireFolder(folder)
    guard let package = PackageReader.read(folder).package else {
      throw CommandFailure(.refused, "The package has problems; bold check tells them.")
    }
    let lines = package.labelsWithoutWelsh
    let verdict =
      lines.isEmpty
      ? "Every label has a Welsh one."
      : "Without a Welsh label: \(DecimalText.grouped(lines.count))."
    try StandardStreams.write(
      (lines.map { SafeText.shown($0) } + [verdict]).map { $0 + "\n" }.joined())
  }
}
