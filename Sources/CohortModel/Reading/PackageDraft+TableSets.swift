// The tables that a policy has protected together.
extension PackageDraft {
  /// Sets of tables, once the pilots are known that their queries ask.
  func checkTableSets() {
    var names: Set<String> = []
    for item in tableSets {
      guard let mapping = item.mapping(.tableSet) else { continue }
      let name = mapping.text("name")
      if let place = mapping["name"] {
        checkName(name, "a table set", at: place)
        if !names.insert(name).inserted {
          place.report("Two table sets are called \(name.quoted).")
        }
      }
      let rounding = mapping["rounding"]?.choice(TableSet.Rounding.self) ?? .independent
      if rounding == .additive, let place = mapping["rounding"] {
        place.report(
          "Tables of a set are rounded cell by cell: write independent, or leave the key out.")
      }
      package.policy.tableSets.append(
        TableSet(
          name: name, label: mapping.text("label"), rounding: rounding,
          queries: mapping["queries"].map(queries) ?? []))
    }
  }

  private func queries(_ place: Descriptor) -> [CohortQuery] {
    guard let items = place.list else { return [] }
    if !(2...TableSet.mostQueries).contains(items.count) {
      place.report(
        "A table set has 2 to \(TableSet.mostQueries) queries: one table is protected by itself"
          + " anyway.")
    }
    var queries: [CohortQuery] = []
    for item in items {
      guard let text = item.text, let query = query(text, at: item) else { continue }
      if queries.contains(where: { $0.withoutReason == query.withoutReason }) {
        item.report("This query is in the set already.")
      } else {
        queries.append(query)
      }
    }
    return queries
  }

  private func query(_ text: String, at place: Descriptor) -> CohortQuery? {
    do throws(QueryProblem) {
      // Names are looked up only where the descriptors are whole.
      guard !log.hasErrors else { return try CohortQuery(text: text) }
      let query = try CohortQuery(text: text, package: package, today: today)
      if query.pilot == LinkageResource.name {
        place.report("The tables of the linkage are always protected together; leave them out.")
      } else if package.policy.profile(for: query.pilot).cellKey != nil {
        place.report(
          "The pilot \(query.pilot.quoted) has the profile cell-key, under which a cell has the same"
            + " noise in every table: its tables need no set.")
      }
      return query
    } catch {
      place.report(error.description)
      return nil
    }
  }
}
