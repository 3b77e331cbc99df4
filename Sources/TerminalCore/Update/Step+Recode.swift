import CohortModel
import Tables

/// Putting codes of a variable together on the screen. What comes of it is the recode of a query like
/// any other: it is asked for anew, and protected as such.
extension Step {
  mutating func chooseRecode() {
    guard let query = state.screen.query, let pilot = state.package.pilot(query.pilot) else {
      return
    }
    let names = (query.rows + query.columns + query.pages).map(\.name)
      .filter { pilot.variable($0) != nil }
    guard let first = names.first else {
      state.message = .note(
        """
        There is no variable here with codes to put together: \(keyName(.rows), "key") chooses one.
        """)
      return
    }
    if names.count == 1 { return openRecode(of: first) }
    let items = names.map {
      Picker.Item(value: $0, label: CodeChoices.label(of: $0, in: pilot), detail: $0)
    }
    state.overlay = .picker(Picker(title: "Recode", purpose: .recodeVariable, items: items))
  }

  mutating func openRecode(of variable: String) {
    guard let query = state.screen.query, let pilot = state.package.pilot(query.pilot) else {
      return
    }
    let codes: [Picker.Item]
    do {
      codes = try CodeChoices.codes(
        of: variable, in: pilot, package: state.package, today: state.today, state.language)
    } catch {
      state.message = .problem(error.phrase)
      return
    }
    let draft = RecodeDraft(
      variable: variable, label: CodeChoices.label(of: variable, in: pilot), codes: codes,
      groups: query.recodes.first { $0.variable == variable }?.groups ?? [],
      language: state.language)
    showRecode(draft, marked: [])
  }

  private mutating func showRecode(_ draft: RecodeDraft, marked: Set<String>, focus: Int = 0) {
    var picker = Picker(
      title: Phrase(verbatim: draft.label), purpose: .recode(draft),
      items: draft.items(in: state.language), allowsSeveral: true,
      hint: .groups)
    picker.marked = marked
    picker.focus = min(focus, picker.items.count - 1)
    state.overlay = .picker(picker)
  }

  /// A key in the menu of a recode that means something else there. False where it does not.
  mutating func pickForRecode(_ key: Key, _ picker: Picker, _ draft: RecodeDraft) -> Bool {
    guard key == .enter || key == .tab else { return false }
    let matches = picker.matches
    guard matches.indices.contains(picker.focus) else { return false }
    let value = matches[picker.focus].value
    if key == .tab, RecodeDraft.isCode(value) { return false }
    if key == .enter, !picker.marked.isEmpty || RecodeDraft.isCode(value) {
      askForName(picker, focused: value)
      return true
    }
    var draft = draft
    if value == RecodeDraft.rest {
      draft.gathersRest.toggle()
      showRecode(draft, marked: picker.marked, focus: 1)
    } else if let codes = draft.takeApart(value) {
      showRecode(draft, marked: picker.marked.union(codes))
    } else if key == .enter {
      apply(draft, picker)
    } else {
      state.message = .note(
        """
        \(keyName(.accept), "accept") shows the table; \(keyName(.tick), "tick") marks codes to put \
        together.
        """)
    }
    return true
  }

  private mutating func askForName(_ picker: Picker, focused: String) {
    var picker = picker
    if picker.marked.isEmpty { picker.marked = [focused] }
    var prompt = Prompt(kind: .groupName)
    prompt.naming = picker
    state.overlay = .prompt(prompt)
  }

  /// The name has been typed.
  mutating func nameGroup(_ name: String, _ picker: Picker) {
    guard case .recode(var draft) = picker.purpose else { return }
    let chosen = draft.codes.map(\.value).filter(picker.marked.contains)
    draft.put(chosen, under: name.isEmpty ? draft.standardName(of: chosen) : name)
    showRecode(draft, marked: [])
  }

  /// Asks for the table, unless the query would be refused: then the menu stays, with the reason.
  private mutating func apply(_ draft: RecodeDraft, _ picker: Picker) {
    guard let before = state.screen.query else { return }
    var query = before
    query.recodes.removeAll { $0.variable == draft.variable }
    if let recode = draft.recode { query.recodes.append(recode) }
    do {
      _ = try TablePlan(
        query, package: state.package, session: state.catalogue.session, today: state.today)
    } catch {
      state.message = .problem(error.phrase)
      return
    }
    state.overlay = nil
    if query != before { requery { $0.recodes = query.recodes } }
  }
}
