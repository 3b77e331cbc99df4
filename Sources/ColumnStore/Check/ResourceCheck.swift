import CohortModel

/// Checks every record of one resource against its schema.
final class ResourceCheck {
  private struct Column {
    var parser: FieldParser
    var field: Field
    var place: Int
    var pattern: Regex<AnyRegexOutput>?
    var keys: KeySet?
  }

  private let file: ResourceFile
  private let resource: Resource
  private var columns: [Column] = []
  private let keyPlaces: [Int]
  private let keys: KeySet?
  private var census: IdentifierCensus
  private var rows = 0
  private var descriptorProblems: [PackageProblem] = []

  init(_ file: ResourceFile, package: DataPackage, memory: Int, temporary: TemporaryFolder) {
    self.file = file
    resource = file.resource
    census = IdentifierCensus(file.header, missingValues: file.resource.missingValues)
    keyPlaces = resource.primaryKey.compactMap(file.place)
    keys = keyPlaces.isEmpty ? nil : KeySet(memory: memory, temporary: temporary)
    for field in resource.fields {
      guard let place = file.place(field.name) else { continue }
      var pattern: Regex<AnyRegexOutput>?
      if let text = field.pattern {
        pattern = try? Regex(text)
        if pattern == nil {
          descriptorProblems.append(
            PackageProblem(
              "The pattern is not a regular expression.", file: "datapackage.json",
              field: "\(resource.name).\(field.name)"))
        }
      }
      columns.append(
        Column(
          parser: FieldParser(field, of: resource, in: package, keepsTexts: false), field: field,
          place: place, pattern: pattern,
          keys: field.isUnique ? KeySet(memory: memory, temporary: temporary) : nil))
    }
  }

  func run(_ foreignKeys: ForeignKeys, into list: inout ProblemList) throws(BuildError) {
    list.add(descriptorProblems)
    var problems = list
    do throws(CSVError) {
      var reader = try CSVReader<FileSource>(path: file.path)
      guard try reader.next() else { return }
      while try reader.next() {
        do throws(BuildError) {
          try check(reader, foreignKeys, &problems)
        } catch { throw .stopped(error) }
      }
    } catch {
      if case .stopped(let error) = error { throw error }
      problems.add(CSVProblem.problem(error, file: resource.path))
    }
    for column in columns {
      try column.keys?.duplicates { line in
        problems.add(problem("The value is not unique.", line, column))
      }
    }
    try keys?.duplicates { line in
      problems.add(
        PackageProblem(
          "An earlier record has the same primary key.", severity: .warning, file: resource.path,
          line: line))
    }
    problems.add(census.problems(file: resource.path))
    list = problems
  }

  private func check(
    _ reader: borrowing CSVReader<FileSource>, _ foreignKeys: ForeignKeys,
    _ problems: inout ProblemList
  ) throws(BuildError) {
    let line = reader.line
    if let fault = reader.fault {
      problems.add(
        CSVProblem.problem(
          fault, file: resource.path, line: line, header: file.header, severity: .warning))
      return
    }
    guard reader.fieldCount == file.header.count else {
      problems.add(
        CSVProblem.ragged(
          file: resource.path, line: line, found: reader.fieldCount, expected: file.header.count,
          severity: .warning))
      return
    }
    if IdentifierCensus.samples(row: rows) {
      for place in file.header.indices { census.add(reader.field(place), column: place) }
    }
    rows += 1
    for column in columns {
      let bytes = reader.field(column.place)
      switch column.parser.parse(bytes) {
      case .missing:
        let isNeeded =
          column.field.isRequired || column.field.name == resource.personField
          || resource.primaryKey.contains(column.field.name)
        if isNeeded {
          problems.add(problem("A required value is missing.", line, column))
        }
      case .fault(let fault):
        problems.add(problem(message(fault, column.field), line, column))
      case .value:
        if let pattern = column.pattern,
          (try? pattern.wholeMatch(in: String(decoding: bytes, as: UTF8.self))) == nil
        {
          problems.add(problem("The value does not match the pattern.", line, column))
        }
        try column.keys?.add(keyDigest(reader, [column.place]), row: line)
      }
    }
    if let keys { try keys.add(keyDigest(reader, keyPlaces), row: line) }
    try foreignKeys.addReferenced(resource, reader)
    try foreignKeys.addReferring(resource, reader, row: line)
  }

  private func problem(_ message: String, _ line: Int, _ column: Column) -> PackageProblem {
    PackageProblem(
      message, severity: .warning, file: resource.path, line: line, column: column.place + 1,
      field: column.field.name)
  }

  private func message(_ fault: ValueFault, _ field: Field) -> String {
    switch fault {
    case .badType:
      switch field.kind {
      case .date: "The value is not a date of the form 2024-03-09."
      case .yearmonth: "The value is not a month of the form 2024-03."
      case .year: "The value is not a year of the form 2024."
      case .integer: "The value is not a whole number."
      case .number: "The value is not a number."
      case .boolean: "The value is not true or false."
      case .string: "The value is not a text."
      }
    case .belowMinimum: "The value is below the minimum \(field.minimum ?? "")."
    case .aboveMaximum: "The value is above the maximum \(field.maximum ?? "")."
    case .unknownCode: "The code is not in the list “\(field.codeList ?? "")”."
    }
  }
}
