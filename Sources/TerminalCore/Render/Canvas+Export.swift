import CohortModel
import Tables

extension Canvas {
  /// What will be written, where, and how it is protected.
  mutating func draw(_ screen: ExportScreen) {
    guard let table = screen.tables.first else { return }
    let view = TableView(table)
    put("File", row: 2, column: 1, role: .heading)
    let shown = style.drawable(SafeText.shown(screen.fileName.text))
    let before = String(screen.fileName.characters.prefix(screen.fileName.cursor))
    let cursor = style.width(of: before)
    let room = columns - 10
    // The end of a long name is what is being typed.
    let skipped = max(0, cursor - room + 1)
    let visible = String(shown.unicodeScalars.dropFirst(skipped).map(Character.init))
    fill(row: 2, column: 8, width: room + 1, role: .focus)
    put(visible, row: 2, column: 8, width: room, role: .focus)
    var document = Document(width: columns - 4, style: style, language: language)
    document.paragraph("CSV for data, with a JSON file of the same name beside it for the rest")
    document.heading("What will be in it")
    let isOfLevels = screen.tables.count > 1
    document.paragraph(screen.tables.title)
    for condition in table.heading.conditions { document.paragraph(condition, lead: style.bullet) }
    let levels = isOfLevels ? [language.counted(screen.tables.count, "link level")] : []
    document.paragraph(
      (levels + [
        language.counted(view.rows.count, "row"),
        language.counted(view.columns.count, "column"),
        language.counted(view.pages.count, "page"),
      ]).joined(separator: style == .unicode ? " × " : " x "))
    for other in screen.tables.flatMap({ $0.heading.otherLevels ?? [] }) {
      document.paragraph(other.text)
    }
    document.paragraph("Unit of count, period, link level, coverage, datasets and release")
    if let author = table.heading.provenance?.author {
      document.paragraph(
        "User and project: \(author.userText, "user"); \(author.projectText, "project")")
      document.paragraph("Purpose: \(author.purpose, "purpose")")
      document.paragraph("What the programme will and will not do with the data")
    }
    if let reason = table.heading.provenance?.reason {
      document.paragraph("Stated reason: \(reason, "reason")")
    }
    if !table.definitions.isEmpty {
      document.paragraph(
        "Definitions: \(table.definitions.map(\.name).joined(separator: "; "), "names")")
    }
    if table.heading.isSynthetic {
      document.paragraph("The words SYNTHETIC DATA", role: .synthetic)
    }
    document.heading("How it is protected")
    document.paragraph(table.certificate.phrase)
    if isOfLevels {
      document.paragraph(
        "Each link level is protected by itself.")
    }
    let cells = screen.tables.flatMap(\.cells)
    let hidden = cells.count { $0 == .confidential }
    document.paragraph(
      """
      \(DecimalText.grouped(hidden), "number") of \
      \(language.counted(cells.count, "cell"), "cells") shown as [c]
      """
    )
    document.paragraph(table.certificate.statement)
    for (number, line) in document.lines.prefix(max(0, rows - 6)).enumerated() {
      var column = 1
      for span in line.spans {
        column = put(span.text, row: 4 + number, column: column, role: span.role)
      }
    }
    setCursor(row: 2, column: 8 + cursor - skipped)
  }
}

extension DecimalText {
  /// `1 row`, `1,200 rows`.
  static func counted(_ number: Int, _ noun: String) -> String {
    grouped(number) + " " + noun + (number == 1 ? "" : "s")
  }
}
