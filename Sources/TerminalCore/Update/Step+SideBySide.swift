import CohortModel
import Tables

/// Groups side by side in a pathway: the codes of variables as columns of the one protected table,
/// or two groups as its comparison.
extension Step {
  private static let twoGroups = "versus"

  mutating func chooseSideBySide(_ screen: PathwayScreen) {
    guard let pilot else { return }
    let query = screen.query
    var items: [Picker.Item] = []
    if !query.columns.isEmpty || query.comparison != nil {
      items.append(Picker.Item(value: "", label: say("(nothing: one pathway)")))
    }
    let variables = CodeChoices.variables(of: pilot, state.language).filter {
      $0.value != TableView.stageAxis
    }
    items += variables
    items.append(
      Picker.Item(value: Step.twoGroups, label: say("Two groups of a variable"), detail: "versus"))
    var picker = Picker(
      title: "Side by side", purpose: .sideBySide, items: items,
      allowsSeveral: true)
    if let first = query.columns.first {
      picker.focus = items.firstIndex { $0.value == first.name } ?? 0
    }
    state.overlay = .picker(picker)
  }

  mutating func putSideBySide(_ names: [String]) {
    guard !names.contains(Step.twoGroups) else { return chooseGroupVariable() }
    requery { query in
      if query.comparison != nil {
        // The group that was being compared is no longer one of two: everyone is shown.
        let compared = Set((query.comparison ?? []).map(\.variable))
        query.filters.removeAll { compared.contains($0.variable) }
        query.comparison = nil
      }
      let known = Dictionary(
        query.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      query.columns = names.filter { !$0.isEmpty }.map { known[$0] ?? AxisVariable($0) }
    }
  }

  private mutating func chooseGroupVariable() {
    guard let pilot else { return }
    let items = CodeChoices.variables(of: pilot, state.language).filter {
      $0.value != TableView.stageAxis
    }
    state.overlay = .picker(
      Picker(title: "Two groups of which variable", purpose: .groupVariable, items: items))
  }

  mutating func chooseGroups(of variable: String) {
    guard let pilot else { return }
    let label = CodeChoices.label(of: variable, in: pilot)
    do {
      let items = try CodeChoices.codes(
        of: variable, in: pilot, package: state.package, today: state.today, state.language)
      state.overlay = .picker(
        Picker(
          title: Phrase(verbatim: label), purpose: .groupCodes(variable), items: items,
          allowsSeveral: true, hint: .two))
    } catch {
      state.message = .problem(error.phrase)
    }
  }

  mutating func compare(_ variable: String, _ codes: [String]) {
    guard codes.count == 2 else {
      chooseGroups(of: variable)
      state.message = .note(
        "Mark two with \(keyName(.tick), "tick"), then \(keyName(.accept), "accept").")
      return
    }
    requery { query in
      let others = query.filters.filter { $0.variable != variable }
      query.columns = []
      query.filters = others + [Filter(variable: variable, codes: [codes[0]])]
      query.comparison = others + [Filter(variable: variable, codes: [codes[1]])]
    }
  }
}
