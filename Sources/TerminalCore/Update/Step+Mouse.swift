import Tables

/// The mouse does what arrows do: a click focuses, the wheel moves; nothing is opened or changed by it.
extension Step {
  private static let linesPerTurn = 3

  mutating func point(_ event: MouseEvent) {
    guard state.pending == nil || !state.overlayIsClosed, !state.size.isTooSmall else { return }
    switch event {
    case .scrollUp: turn(.up)
    case .scrollDown: turn(.down)
    case .click(let place): click(place)
    }
  }

  private mutating func turn(_ command: Command) {
    switch state.overlay {
    case .picker(let picker):
      for _ in 0..<Step.linesPerTurn {
        guard case .picker(let now) = state.overlay else { return }
        pick(command == .up ? .up : .down, now)
      }
      _ = picker
    case .prompt, .keyMenu, .mark, .tour: break
    case .reader, nil: for _ in 0..<Step.linesPerTurn { move(command) }
    }
  }

  private mutating func click(_ place: Position) {
    switch state.overlay {
    case .picker(var picker):
      let box = PickerBox(
        picker, size: state.size, style: .unicode, language: state.language, keys: state.keys)
      guard let item = box.item(at: place.row), picker.matches.indices.contains(item) else {
        return
      }
      picker.focus = item
      state.overlay = .picker(picker)
    case .prompt, .keyMenu, .mark, .reader, .tour: break
    case nil:
      if case .table(var screen) = state.screen {
        let window = state.window(of: screen)
        screen.focus(place, in: window)
        state.screen = .table(screen)
      } else if case .levels = state.screen {
        withLevels { $0.focus(place, in: $1) }
      } else if case .chart(var screen) = state.screen {
        screen.focus(place, of: state)
        state.screen = .chart(screen)
      } else if var own = state.screen.place,
        let document = Document.shown(in: state, style: .unicode)
      {
        let height = document.height(in: state.size)
        own = own.clamped(to: document, height: height)
        let row = place.row - 1 - document.header.count
        let line = own.top + row
        guard (0..<height).contains(row), let focus = document.focusable.firstIndex(of: line) else {
          return
        }
        own.focus = focus
        state.screen.place = own
      }
    }
  }
}

extension GridScreen {
  /// The cell at a place of the screen, where there is one.
  fileprivate mutating func focus(_ place: Position, in window: TableWindow) {
    keepFocusInView(window)
    let row = place.row - window.bodyTop
    guard (0..<window.bodyHeight).contains(row), top + row < lineCount else { return }
    line = top + row
    let shown = window.columns(from: left)
    if let hit = shown.first(where: { place.column < $0.place + $0.width }),
      place.column >= window.columnsLeft
    {
      column = hit.column
    }
    keepFocusInView(window)
  }
}
