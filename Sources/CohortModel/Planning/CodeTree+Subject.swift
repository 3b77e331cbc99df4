/// What can stand on an axis or in a filter.
enum Subject {
  case variable(Variable)
  case milestone(Milestone)
  case outcome(Outcome)
  case stage

  init?(_ name: String, in pilot: Pilot) {
    if name == "stage", !pilot.stages.isEmpty {
      self = .stage
    } else if let variable = pilot.variable(name) {
      self = .variable(variable)
    } else if let milestone = pilot.milestone(name) {
      self = .milestone(milestone)
    } else if let outcome = pilot.outcome(name) {
      self = .outcome(outcome)
    } else {
      return nil
    }
  }

  /// Every name that can stand on an axis, in the pilot's order.
  static func names(in pilot: Pilot) -> [String] {
    pilot.variables.map(\.name) + pilot.milestones.map(\.name) + pilot.outcomes.map(\.name)
      + (pilot.stages.isEmpty ? [] : ["stage"])
  }

  var label: String {
    switch self {
    case .variable(let variable): variable.label
    case .milestone(let milestone): milestone.label
    case .outcome(let outcome): outcome.label
    case .stage: "Stage"
    }
  }

  var isMultiResponse: Bool {
    if case .variable(let variable) = self { variable.kind == .multiResponse } else { false }
  }

  var isSensitive: Bool {
    if case .variable(let variable) = self { variable.isSensitive } else { false }
  }

  var source: PlannedDimension.Source {
    switch self {
    case .variable(let variable): .variable(variable.name)
    case .milestone(let milestone): .milestone(milestone.name)
    case .outcome(let outcome): .outcome(outcome.name)
    case .stage: .stage
    }
  }

  /// Levels shown where the query does not say: one of a code list, all of anything else.
  func defaultDepth(_ tree: CodeTree) -> Int {
    if case .variable = self { 1 } else { tree.levelCount }
  }

  /// All codes of it, or nil where a variable's field has none.
  func tree(pilot: Pilot, package: DataPackage) -> CodeTree? {
    switch self {
    case .variable(let variable): CodeTree(variable: variable, pilot: pilot, package: package)
    case .milestone: .milestone
    case .outcome: .outcome
    case .stage: CodeTree(stages: pilot.stages)
    }
  }
}

extension CodeTree {
  static var milestone: CodeTree {
    CodeTree([
      Item("yes", "Yes", welsh: "Ie"), Item("no", "No", welsh: "Na"),
      Item("NK", "Not known", welsh: "Ddim yn hysbys"),
    ])
  }

  static var outcome: CodeTree {
    CodeTree([
      Item("base", "Follow-up complete", welsh: "Dilyniant cyflawn"),
      Item("yes", "Yes", welsh: "Ie", parent: "base"),
      Item("no", "No", welsh: "Na", parent: "base"),
      Item("incomplete", "Follow-up incomplete", welsh: "Dilyniant anghyflawn"),
      Item("outside", "Outside the base", welsh: "Y tu allan i'r sail"),
    ])
  }

  /// An outcome beside others: who is not in its base is not told apart, which the table does not
  /// show either, and which would make its crossing with the others larger.
  static var outcomeSideBySide: CodeTree {
    CodeTree([
      Item("base", "Follow-up complete", welsh: "Dilyniant cyflawn"),
      Item("yes", "Yes", welsh: "Ie", parent: "base"),
      Item("no", "No", welsh: "Na", parent: "base"),
      Item(
        "rest", "Not in the base", welsh: "Ddim yn y sail", heldCodes: ["incomplete", "outside"]),
    ])
  }

  static func history(_ event: String) -> CodeTree {
    CodeTree([
      Item("had", "had", welsh: "cafwyd"), Item("hadnot", "had not", welsh: "ni chafwyd"),
    ])
  }

  static func period(_ period: Period) -> CodeTree {
    CodeTree([
      Item(
        "in", "\(period.first) to \(period.last)", welsh: "\(period.first) i \(period.last)"),
      Item(
        "out", "outside \(period.first) to \(period.last)",
        welsh: "y tu allan i \(period.first) i \(period.last)"),
    ])
  }

  /// Bins of elapsed days by their upper bounds, then those who did not get there.
  static func elapsed(bins: [Int]) -> CodeTree {
    var items = [Item("reached", "Reached", welsh: "Wedi cyrraedd")]
    for bound in bins {
      items.append(
        Item("\(bound)", "Up to \(bound) days", welsh: "Hyd at \(bound) d", parent: "reached"))
    }
    let last = bins.last.map { "More than \($0) days" } ?? "Any number of days"
    let lastWelsh = bins.last.map { "Mwy na \($0) d" } ?? "Unrhyw nifer o ddyddiau"
    items.append(Item("more", last, welsh: lastWelsh, parent: "reached"))
    items.append(Item("none", "Not reached", welsh: "Heb gyrraedd"))
    return CodeTree(items)
  }

  /// Stage reached: each stage lies in the one before, beside the ways in which members ended
  /// there. The whole is the first stage.
  init(stages: [Stage]) {
    var items: [Item] = []
    for (number, stage) in stages.enumerated() {
      let own = number == 0 ? nil : stage.name
      if number > 0 {
        items.append(
          Item(
            stage.name, stage.label, welsh: stage.labelWelsh,
            parent: number == 1 ? nil : stages[number - 1].name, level: 1))
      }
      guard number < stages.count - 1 else { break }
      for branch in stage.branches {
        items.append(
          Item(
            "\(stage.name).\(branch.name)", branch.label, welsh: branch.labelWelsh, parent: own,
            level: 2))
      }
      items.append(
        Item(
          "\(stage.name).censored", "Follow-up incomplete", welsh: "Dilyniant anghyflawn",
          parent: own, level: 2))
      items.append(
        Item(
          "\(stage.name).dropped", stage.dropLabel, welsh: stage.dropLabelWelsh, parent: own,
          level: 2))
    }
    let whole = stages.first.map { Item(CodeTree.wholeCode, $0.label, welsh: $0.labelWelsh) }
    self.init(
      items, whole: whole ?? Item(CodeTree.wholeCode, "Total", welsh: "Cyfanswm"),
      wholeHolds: stages.map(\.name))
    wholeAlias = stages.first?.name
  }

  /// The codes of a variable, those for missing and not applicable included; nil where its field
  /// has no codes.
  init?(variable: Variable, pilot: Pilot, package: DataPackage) {
    let resourceName = pilot.resourceName(of: variable)
    let field = resourceName.flatMap { package.resource($0) }?.field(variable.field)
    var items: [Item]
    switch variable.coding {
    case .codes:
      if let list = field?.codeList.flatMap({ package.codeList($0) }) {
        items = list.codes.map {
          Item($0.code, $0.label, welsh: $0.labelWelsh, parent: $0.parent)
        }
      } else if field?.kind == .boolean {
        items = [Item("true", "Yes", welsh: "Ie"), Item("false", "No", welsh: "Na")]
      } else {
        return nil
      }
    case .bands(let bands):
      items = bands.map { Item($0.code, $0.label, welsh: $0.labelWelsh) }
    case .calendar(let unit):
      items = package.period.codes(by: unit)
    }
    let tree = CodeTree(items)
    if variable.kind == .partition {
      let missing = variable.missingCode ?? "NK"
      let canBeMissing = !pilot.alwaysKnows(variable, field: field) || variable.missingCode != nil
      if canBeMissing, tree.index(of: missing).map({ tree.nodes[$0].children.isEmpty }) != true {
        let taken = tree.index(of: missing) != nil
        let isListed = variable.coding == .codes
        items.append(
          variable.needsFollowUp
            ? Item(
              missing, "Not known (follow-up incomplete)",
              welsh: "Ddim yn hysbys (dilyniant anghyflawn)")
            : Item(
              taken ? "NK" : missing, isListed ? "Not known" : "Other or not known",
              welsh: isListed ? "Ddim yn hysbys" : "Arall neu ddim yn hysbys"))
      }
      switch variable.derivation {
      case .daysTo, .daysSince:
        items.append(Item("NA", "None in the time", welsh: "Dim un yn yr amser"))
      case .value, .count, .distinct: break
      }
      if case .stage = variable.moment {
        items.append(
          Item(
            "NA", "Not applicable (stage not reached)",
            welsh: "Ddim yn berthnasol (heb gyrraedd y cam)"))
      }
    }
    self.init(items)
  }
}

extension Pilot {
  /// The resource that a variable's field belongs to; `index` is the index event's own.
  public func resourceName(of variable: Variable) -> String? {
    variable.resource == "index" ? event(index.event)?.resource : variable.resource
  }

  /// Whether a value can never be missing: a required field of the very record that the variable
  /// is read from. Numbers may still lie outside all bands, and dates outside the package's period.
  func alwaysKnows(_ variable: Variable, field: Field?) -> Bool {
    guard field?.isRequired == true else { return false }
    guard case .codes = variable.coding else { return false }
    switch variable.moment {
    case .index: return resourceName(of: variable) == event(index.event)?.resource
    case .stage(let name):
      guard let position = stages.firstIndex(where: { $0.name == name }) else { return false }
      let event = position == 0 ? index.event : stages[position].event ?? index.event
      return resourceName(of: variable) == self.event(event)?.resource
    case .ever: return false
    }
  }
}

extension Variable {
  /// Whether it is known only of those observed for a time after the index.
  fileprivate var needsFollowUp: Bool {
    switch derivation {
    case .count(_, .within), .daysTo: true
    case .value, .distinct, .count, .daysSince: false
    }
  }
}

extension Band {
  /// "18 to 20", "50 and over", "Up to 17".
  public var label: String {
    switch (lower, upper) {
    case (let lower?, let upper?): lower == upper ? "\(lower)" : "\(lower) to \(upper)"
    case (let lower?, nil): "\(lower) and over"
    case (nil, let upper?): "Up to \(upper)"
    case (nil, nil): "All"
    }
  }

  /// "18 i 20", "50 neu fwy", "Hyd at 17"; no word stands behind a number that would change it.
  public var labelWelsh: String {
    switch (lower, upper) {
    case (let lower?, let upper?): lower == upper ? "\(lower)" : "\(lower) i \(upper)"
    case (let lower?, nil): "\(lower) neu fwy"
    case (nil, let upper?): "Hyd at \(upper)"
    case (nil, nil): "Pob un"
    }
  }
}

extension Period {
  /// The calendar units that this period touches.
  func codes(by unit: Variable.CalendarUnit) -> [CodeTree.Item] {
    guard first <= last else { return [] }
    let end = last.civil
    var (year, month, _) = first.civil
    var items: [CodeTree.Item] = []
    while (year, month) <= (end.year, end.month) {
      let code = CalendarDay(year: year, month: month, day: 1).map { unit.code(of: $0) }
      if let code, items.last?.code != code {
        items.append(
          CodeTree.Item(
            code, unit.label(year: year, month: month),
            welsh: unit.labelWelsh(year: year, month: month)))
      }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return items
  }
}

extension Variable.CalendarUnit {
  /// The code of the unit that a day falls in: `2023`, `2023-Q1`, `2023-04`.
  public func code(of day: CalendarDay) -> String {
    let (_, month, _) = day.civil
    let text = day.description
    let year = text.dropLast(6)
    switch self {
    case .year: return String(year)
    case .quarter: return "\(year)-Q\((month + 2) / 3)"
    case .month: return String(text.dropLast(3))
    }
  }

  fileprivate func label(year: Int, month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    switch self {
    case .year: return "\(year)"
    case .quarter:
      return "\(names[(month - 1) / 3 * 3]) to \(names[(month - 1) / 3 * 3 + 2]) \(year)"
    case .month: return "\(names[month - 1]) \(year)"
    }
  }

  /// A dash between months: a word there would change the name of the second.
  fileprivate func labelWelsh(year: Int, month: Int) -> String {
    let names = [
      "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi",
      "Hydref", "Tachwedd", "Rhagfyr",
    ]
    switch self {
    case .year: return "\(year)"
    case .quarter:
      return "\(names[(month - 1) / 3 * 3])\u{2013}\(names[(month - 1) / 3 * 3 + 2]) \(year)"
    case .month: return "\(names[month - 1]) \(year)"
    }
  }
}
