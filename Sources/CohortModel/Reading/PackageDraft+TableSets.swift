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
      let set = TableSet(
        name: name, label: mapping.text("label"), rounding: rounding,
        queries: mapping["queries"].map(queries) ?? [])
      checkRounding(of: set, at: mapping["rounding"] ?? item)
      package.policy.tableSets.append(set)
    }
  }

  private func checkRounding(of set: TableSet, at place: Descriptor) {
    for pilot in Set(set.queries.map(\.pilot)).sorted() {
      if let other = package.policy.tableSets(of: pilot).first(where: {
        $0.rounding != set.rounding
      }) {
        place.report(
          "The tables of the pilot \(pilot.quoted) are one problem and have one rounding, and the set"
            + " \(other.name.quoted) has \(other.rounding.rawValue).")
      }
      if set.rounding == .additive, package.policy.profile(for: pilot).roundingBase <= 1 {
        place.report(
          "The pilot \(pilot.quoted) has a profile that does not round: its tables add up as they are."
            + " Leave the key out.")
      }
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
