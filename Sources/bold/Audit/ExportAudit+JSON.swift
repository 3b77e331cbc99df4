import TableExport
import Tables

/// The report for programs (`docs/formats.md`).
extension ExportAudit {
  func bytes(isStrict: Bool) -> [UInt8] {
    let document = JSONValue.members([
      "format": .integer(1),
      "result": .string(
        contradictions.isEmpty
          ? hasFindings(isStrict: isStrict) ? "findings" : "as promised" : "contradiction"),
      "files": .array(files.indices.map(file)),
      "cells": .array(findings.map(cell)),
      "unsound_profiles": .array(unsound.map { .string(SafeText.shown(files[$0].path)) }),
      "differences": .array(
        attack.differences.map {
          .members([
            "cell": shown($0.name), "hidden_in": shown($0.hiding), "shown_in": shown($0.showing),
          ])
        }),
      "contradictions": .array(
        contradictions.map {
          .members(["files": .array($0.tables.map(shown)), "cell": shown($0.name)])
        }),
      "attacks": .array(
        attack.systems.map {
          .members([
            "files": .array($0.tables.map(shown)), "exact": .boolean($0.isExact),
            "decided": .boolean(!$0.isUndecided),
          ])
        }),
    ])
    return Array(document.text.utf8)
  }

  private func file(_ index: Int) -> JSONValue {
    let file = files[index]
    let own = findings.filter { $0.file == index }
    func count(_ grade: Finding.Grade) -> JSONValue { .integer(own.count { $0.grade == grade }) }
    return .members([
      "file": shown(file.path), "title": shown(file.title), "query": shown(file.query),
      "certificate": shown(file.certificate), "sealed": .boolean(file.isSealed),
      "profile": shown(file.table.profile.name),
      "minimum_frequency": .integer(file.table.profile.minimumFrequency),
      "rounding_base": .integer(file.table.profile.roundingBase),
      "zeros": .string(file.table.profile.zeros.rawValue),
      "hidden": .integer(own.count { !$0.isImplied }),
      "least_values": own.map(\.values).min().map { .integer($0) } ?? .null,
      "exact": count(.exact), "narrow": count(.narrow), "doubtful": count(.doubtful),
    ])
  }

  private func cell(_ finding: Finding) -> JSONValue {
    .members([
      "file": finding.file.map { shown(files[$0].path) } ?? .null, "cell": shown(finding.cell),
      "implied": .boolean(finding.isImplied), "least": .integer(finding.least),
      "greatest": finding.greatest.map { .integer($0) } ?? .null,
      "values": .integer(finding.values), "promised": .integer(finding.promised),
      "grade": .string(finding.grade.rawValue),
    ])
  }

  private func shown(_ text: String) -> JSONValue { .string(SafeText.shown(text)) }
}
