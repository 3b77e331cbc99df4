extension PackageDraft {
  func readCodeLists() {
    for name in folder.names(in: "codelists", endings: [".csv"]) {
      let path = "codelists/\(name)"
      do throws(PackageFolder.Fault) {
        let text = try folder.text(path)
        if let list = codeList(String(name.dropLast(4)), DelimitedText(text), path) {
          package.codeLists.append(list)
        }
      } catch {
        log.add(PackageProblem(error.message, file: path))
      }
    }
  }

  /// Problems name lines, never a cell: a file of records put here by mistake must not be quoted.
  private func codeList(_ name: String, _ text: DelimitedText, _ path: String) -> CodeList? {
    func report(_ message: String, line: Int?, field: String? = nil) {
      log.add(PackageProblem(message, file: path, line: line, field: field))
    }
    if let line = text.openQuotation { report("A quotation does not end.", line: line) }
    guard let header = text.rows.first else {
      report("The code list is empty.", line: nil)
      return nil
    }
    guard let codeColumn = header.cells.firstIndex(of: "code"),
      let labelColumn = header.cells.firstIndex(of: "label")
    else {
      report(
        "The first line names the columns; \u{201C}code\u{201D} and \u{201C}label\u{201D} have to be among them.",
        line: header.line)
      return nil
    }
    if Set(header.cells).count < header.cells.count {
      report("Two columns have the same name.", line: header.line)
    }
    let welshColumn = header.cells.firstIndex(of: "label_cy")
    let parentColumn = header.cells.firstIndex(of: "parent")
    let orderColumn = header.cells.firstIndex(of: "order")

    var codes: [(code: Code, order: Int, line: Int)] = []
    var lines: [String: Int] = [:]
    for row in text.rows.dropFirst() {
      guard row.cells.count == header.cells.count else {
        report(
          "This line has \(row.cells.count) cells and the first \(header.cells.count).",
          line: row.line)
        continue
      }
      func cell(_ column: Int?) -> String? {
        guard let column, !row.cells[column].isEmpty else { return nil }
        return row.cells[column]
      }
      let code = row.cells[codeColumn]
      if code.isEmpty || code == CodeTree.wholeCode || code.hasPrefix("not ") {
        report(
          "A code is not empty, not * (the total) and does not begin with \u{201C}not \u{201D}.",
          line: row.line, field: "code")
        continue
      }
      if let first = lines[code] {
        report("This code stands on line \(first) already.", line: row.line, field: "code")
        continue
      }
      lines[code] = row.line
      guard let label = cell(labelColumn) else {
        report("The label is missing.", line: row.line, field: "label")
        continue
      }
      let texts = [
        ("label", label, Wording.Language.english),
        ("label_cy", cell(welshColumn) ?? "", .welsh),
      ]
      for (field, text, language) in texts {
        for finding in Wording.findings(in: text, language) {
          log.add(
            PackageProblem(
              "\(finding.word.quoted): better \(finding.advice).", severity: .warning, file: path,
              line: row.line, field: field, rule: finding.rule))
        }
      }
      var order = codes.count
      if let text = cell(orderColumn) {
        if let number = Int(text) {
          order = number
        } else {
          report("The order is a whole number.", line: row.line, field: "order")
        }
      }
      codes.append(
        (Code(code, label, welsh: cell(welshColumn), parent: cell(parentColumn)), order, row.line))
    }
    if orderColumn != nil {
      codes = codes.enumerated().sorted {
        ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
      }.map(\.element)
    }
    if codes.isEmpty { report("The code list has no codes.", line: nil) }
    let isTree = checkParents(codes.map { ($0.code, $0.line) }, report)
    return CodeList(
      name: name,
      codes: codes.map { item in
        var code = item.code
        if !isTree { code.parent = nil }
        return code
      })
  }

  /// Levels that a code list may have.
  private static let mostLevels = 12

  /// Whether the parents make a tree of a reasonable depth.
  private func checkParents(
    _ codes: [(code: Code, line: Int)], _ report: (String, Int?, String?) -> Void
  ) -> Bool {
    var parents: [String: String] = [:]
    let known = Set(codes.map(\.code.code))
    for (code, line) in codes {
      guard let parent = code.parent else { continue }
      if !known.contains(parent) {
        report("The parent is no code of this list.", line, "parent")
      } else {
        parents[code.code] = parent
      }
    }
    for (code, line) in codes {
      var level = 1
      var current = parents[code.code]
      while let step = current, step != code.code, level <= PackageDraft.mostLevels {
        level += 1
        current = parents[step]
      }
      if current == nil { continue }
      report(
        current == code.code
          ? "This code is above itself."
          : "A code list has at most \(PackageDraft.mostLevels) levels, and no circles.", line,
        "parent")
      return false
    }
    return true
  }
}
