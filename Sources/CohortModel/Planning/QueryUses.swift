/// What a query draws on: resources and fields of them. Agreements are about these.
struct QueryUses {
  let package: DataPackage
  let pilot: Pilot
  /// In the order of the package.
  private(set) var resources: [Resource] = []
  /// `resource.field`, in the order of use.
  private(set) var fields: [String] = []

  init(_ resolver: QueryResolver) {
    package = resolver.package
    pilot = resolver.pilot
    add(event: pilot.index.event)
    pilot.followUp.censoredBy.forEach { add(event: $0) }
    for subject in resolver.subjects { add(subject.subject) }
    resolver.query.history.forEach { add(event: $0.event) }
    if let unit = resolver.query.unit.flatMap({ pilot.unit($0) }) {
      pilot.event(pilot.index.event).map { add(resource: $0.resource, field: unit.keyField) }
    }
    switch resolver.query.measure {
    case .persons, .events(nil): break
    case .events(let name?): add(event: name)
    case .share(let names):
      for name in names { if let outcome = pilot.outcome(name) { add(.outcome(outcome)) } }
    case .median: add(.stage)
    }
    let names = Set(resources.map(\.name))
    resources = package.resources.filter { names.contains($0.name) }
  }

  private mutating func add(resource name: String, field: String?) {
    guard let resource = package.resource(name) else { return }
    if !resources.contains(where: { $0.name == name }) { resources.append(resource) }
    if let field, !fields.contains("\(name).\(field)") { fields.append("\(name).\(field)") }
  }

  private mutating func add(event name: String) {
    guard let event = pilot.event(name) else { return }
    add(resource: event.resource, field: event.dateField)
    for condition in event.conditions { add(resource: event.resource, field: condition.field) }
    if let confirmation = event.confirmedBy {
      add(resource: event.resource, field: confirmation.dateField)
    }
    for match in event.matching {
      add(resource: event.resource, field: match.field)
      if let index = pilot.event(pilot.index.event) {
        add(resource: index.resource, field: match.indexField)
      }
    }
    if event.isOpenAtIndex {
      add(resource: event.resource, field: package.resource(event.resource)?.endField)
    }
  }

  private mutating func add(_ subject: Subject) {
    switch subject {
    case .variable(let variable):
      if let event = variable.event {
        add(event: event)
      } else if let resource = pilot.resourceName(of: variable) {
        add(resource: resource, field: variable.field)
      }
      if case .stage = variable.moment { add(.stage) }
    case .milestone(let milestone): add(event: milestone.event)
    case .outcome(let outcome):
      add(event: outcome.event)
      for condition in outcome.holds + outcome.among {
        if let variable = pilot.variable(condition.field) { add(.variable(variable)) }
      }
    case .stage:
      for stage in pilot.stages {
        if let event = stage.event { add(event: event) }
        stage.branches.forEach { add(event: $0.event) }
      }
    }
  }
}
