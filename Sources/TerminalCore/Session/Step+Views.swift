import CohortModel
import Tables

/// Views under a name: saved, chosen, forgotten.
extension Step {
  mutating func saveView(named typed: String) {
    guard let place = state.screen.kept, place.query != nil else {
      state.message = .note("A pathway or a table can be saved as a view; this screen is none.")
      return
    }
    guard let name = SavedView.name(typed) else {
      state.message = .problem(
        "A view's name has up to \(SavedView.longestName, "number") characters that can be seen.")
      return
    }
    change(.save(SavedView(name: name, place: place)))
  }

  mutating func openView(named typed: String) {
    let name = SavedView.name(typed) ?? typed
    guard let view = state.savedViews.first(where: { $0.name == name }) else {
      state.message = .problem(
        "There is no view \u{201C}\(name, "name")\u{201D}: :views shows those there are.")
      return
    }
    open(view.place)
  }

  mutating func forgetView(named typed: String) { change(.forget(SavedView.name(typed) ?? typed)) }

  private mutating func change(_ change: SavedViewsChange) {
    let id = state.takeRequest()
    state.errands.insert(id)
    effects.append(.changeViews(id, change))
  }

  /// The answer to a change: the file as it is now.
  mutating func viewsChanged(_ id: Int, _ result: Result<SavedViewsFile, ViewsFailure>) {
    guard state.errands.remove(id) != nil else { return }
    switch result {
    case .success(let file):
      let before = state.savedViews
      state.savedViews = file.views
      if let new = file.views.first(where: { !before.contains($0) }) {
        state.message = .note(
          "Saved: \(new.name, "name"). \(keyName(.views), "key") opens saved views.")
      } else {
        state.message = .note("Forgotten.")
      }
    case .failure(.file(let problem)):
      state.message = .problem("The file of saved views \(problem.phrase, "problem")")
    case .failure(.system(let reason)): state.message = .problem("Not kept: \(reason, "reason")")
    }
  }

  mutating func chooseView() {
    guard !state.savedViews.isEmpty else {
      state.message = .note("No view is saved yet: :save NAME saves what is shown.")
      return
    }
    let items = state.savedViews.map { view in
      Picker.Item(value: view.name, label: view.name, detail: state.shortTitle(of: view.place))
    }
    state.overlay = .picker(Picker(title: "Saved views", purpose: .savedView, items: items))
  }
}

/// Why the saved views were not changed.
public enum ViewsFailure: Error, Hashable, Sendable {
  case file(KeptTextProblem)
  /// The file system's reason.
  case system(String)
}
