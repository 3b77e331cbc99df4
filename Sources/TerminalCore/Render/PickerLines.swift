/// The items of a menu as lines: what is too long for its column goes on below.
struct PickerLines {
  let labels: [[String]]
  let details: [[String]]
  let labelWidth: Int
  let detailWidth: Int

  /// - Parameters:
  ///   - width: of the menu's box.
  ///   - details: columns of the longest detail; 0 where no item has one.
  init(_ items: [Picker.Item], width: Int, details: Int, style: Style) {
    let detailWidth = min(details, width / 3)
    let labelWidth = width - 6 - (details > 0 ? detailWidth + 2 : 0)
    self.detailWidth = detailWidth
    self.labelWidth = labelWidth
    labels = items.map { item in
      let indent = String(repeating: "  ", count: min(6, max(0, item.depth - 1)))
      return style.wrapped(item.label, to: max(8, labelWidth - indent.utf8.count))
        .map { indent + $0 }
    }
    self.details = items.map { item in
      item.detail.isEmpty ? [] : style.wrapped(item.detail, to: max(1, detailWidth))
    }
  }

  func height(_ item: Int) -> Int { max(1, labels[item].count, details[item].count) }

  /// The first item to show, so that the focused one stands about the middle of `height` lines.
  func first(showing focus: Int, height: Int) -> Int {
    guard labels.indices.contains(focus) else { return 0 }
    var first = focus
    var used = 0
    while first > 0, used + self.height(first - 1) <= height / 2 {
      first -= 1
      used += self.height(first)
    }
    // Nothing is left empty at the end.
    var below = (first..<labels.count).reduce(0) { $0 + self.height($1) }
    while first > 0, below + self.height(first - 1) <= height {
      first -= 1
      below += self.height(first)
    }
    return first
  }
}
