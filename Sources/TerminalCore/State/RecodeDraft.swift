import CohortModel

/// Codes of a variable as they are being put together: groups with names, and what becomes of codes
/// that are in none.
struct RecodeDraft: Hashable, Sendable {
  let variable: String
  let label: String
  /// All codes of the variable, in the order of their list.
  let codes: [Picker.Item]
  private(set) var groups: [Recode.Group]
  /// Codes in no group are one more group, not themselves.
  var gathersRest = false

  /// Values of items that are no codes: codes of descriptors hold no control characters.
  static let show = "\u{1}show"
  static let rest = "\u{1}rest"
  private static let group = "\u{1}group "
  /// What the group of all other codes is called, in the language of the session.
  let restName: String

  init(
    variable: String, label: String, codes: [Picker.Item], groups: [Recode.Group],
    language: Language = .english
  ) {
    restName = language.say("All others")
    self.variable = variable
    self.label = label
    self.codes = codes
    self.groups = groups
    if let last = groups.last, last.name == restName {
      self.groups.removeLast()
      gathersRest = true
    }
  }

  /// What the query says of the variable; nil without groups.
  var recode: Recode? {
    guard !groups.isEmpty else { return nil }
    var all = groups
    if gathersRest, !ungrouped.isEmpty {
      all.append(Recode.Group(name: restName, codes: ungrouped))
    }
    return Recode(variable: variable, groups: all)
  }

  /// The codes of the level that groups are made of, which are in none.
  private var ungrouped: [String] {
    let grouped = Set(groups.flatMap(\.codes))
    let depths = codes.filter { grouped.contains($0.value) }.map(\.depth)
    guard let depth = depths.min() else { return [] }
    return codes.filter { $0.depth == depth && !grouped.contains($0.value) }.map(\.value)
  }

  func name(ofGroupWith code: String) -> String? {
    groups.first { $0.codes.contains(code) }?.name
  }

  /// Puts codes together under a name, and takes them out of the groups that they were in.
  mutating func put(_ chosen: [String], under name: String) {
    groups = groups.compactMap { group in
      let left = group.codes.filter { !chosen.contains($0) }
      return left.isEmpty ? nil : Recode.Group(name: group.name, codes: left)
    }
    if let place = groups.firstIndex(where: { $0.name == name }) {
      groups[place].codes += chosen
    } else {
      groups.append(Recode.Group(name: name, codes: chosen))
    }
  }

  /// The codes of the group that an item stands for, which is no group any more; nil where it stands
  /// for none.
  mutating func takeApart(_ value: String) -> [String]? {
    guard value.hasPrefix(RecodeDraft.group),
      let place = groups.firstIndex(where: { $0.name == value.dropFirst(RecodeDraft.group.count) })
    else { return nil }
    return groups.remove(at: place).codes
  }

  static func isCode(_ value: String) -> Bool { !value.hasPrefix("\u{1}") }

  /// A name for codes that are given none: their labels.
  func standardName(of chosen: [String]) -> String {
    codes.filter { chosen.contains($0.value) }.map(\.label).joined(separator: ", ")
  }

  /// What can be done, the groups, and the codes.
  func items(in language: Language) -> [Picker.Item] {
    var items = [
      Picker.Item(
        value: RecodeDraft.show,
        label: language.say(groups.isEmpty ? "Show the codes as they are" : "Show the table"))
    ]
    if !groups.isEmpty {
      let rest: Phrase =
        gathersRest
        ? "Codes in no group: together as \(restName, "name")"
        : "Codes in no group: each by itself"
      items.append(Picker.Item(value: RecodeDraft.rest, label: language.say(rest)))
    }
    items += groups.map { group in
      Picker.Item(
        value: RecodeDraft.group + group.name,
        label: language.say(
          "Group \(group.name, "name"): \(standardName(of: group.codes), "codes")"))
    }
    return items
      + codes.map { code in
        var item = code
        item.detail = name(ofGroupWith: code.value).map { "= " + $0 } ?? code.detail
        return item
      }
  }
}
