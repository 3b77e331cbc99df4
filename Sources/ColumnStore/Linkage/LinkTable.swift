import CohortModel

/// Reads one file of the linkage: the columns that are wanted, in any order. All others are dropped.
struct LinkTable {
  /// One record: a slice for each wanted column, empty for one that the file lacks. Valid during the
  /// call.
  struct Record {
    let fields: UnsafeBufferPointer<Bytes>
    let line: Int

    @inline(__always)
    subscript(column: Int) -> Bytes { fields[column] }
  }

  let path: String
  /// The path by which problems call it.
  let name: String
  let columns: [LinkColumn]
  /// Names of columns that a linkage writes beside the wanted ones and that say nothing of a person.
  var isExpected: (String) -> Bool = { _ in false }
  /// Names of columns that hold what persons were compared by.
  var isPersonal: (String) -> Bool = { _ in false }
  /// Is given all bytes that are read.
  var digest: InputDigest?

  /// Reads all records.
  ///
  /// - Parameters:
  ///   - report: called for each problem, the ones of single lines included.
  ///   - dropped: called with the name of every column that is not taken in, and whether it is named
  ///     as personal data.
  ///   - each: called for each well-formed record, with the bytes read so far.
  /// - Returns: for each wanted column whether the file has it; nil where it could not be read.
  @discardableResult
  func read(
    report: (PackageProblem) -> Void, dropped: (String, Bool) -> Void,
    header: ([Bool]) -> Void = { _ in },
    each: (Record, Int) throws(BuildError) -> Void
  ) throws(BuildError) -> [Bool]? {
    do throws(Failure) {
      return try readRecords(report: report, dropped: dropped, header: header, each: each)
    } catch {
      switch error {
      case .build(let error): throw error
      case .csv(let error): report(CSVProblem.problem(error, file: name))
      }
      return nil
    }
  }

  private enum Failure: Error {
    case build(BuildError)
    case csv(CSVError)
  }

  private func readRecords(
    report: (PackageProblem) -> Void, dropped: (String, Bool) -> Void, header: ([Bool]) -> Void,
    each: (Record, Int) throws(BuildError) -> Void
  ) throws(Failure) -> [Bool]? {
    var reader: CSVReader<FileSource>
    do throws(CSVError) {
      reader = try CSVReader<FileSource>(path: path, digest: digest)
    } catch { throw .csv(error) }
    guard try next(&reader) else {
      report(PackageProblem("The file is empty; it needs a header.", file: name))
      return nil
    }
    let names = reader.texts
    guard let places = places(names, report: report, dropped: dropped) else { return nil }
    header(places.map { $0 != nil })
    let fields = UnsafeMutableBufferPointer<Bytes>.allocate(capacity: columns.count)
    fields.initialize(repeating: Bytes(start: nil, count: 0))
    defer { fields.deallocate() }
    var census = IdentifierCensus(columns.map { $0.names[0] }, missingValues: [])
    var rows = 0
    while try next(&reader) {
      if let fault = reader.fault {
        report(CSVProblem.problem(fault, file: name, line: reader.line, header: names))
        continue
      }
      guard reader.fieldCount == names.count else {
        report(
          CSVProblem.ragged(
            file: name, line: reader.line, found: reader.fieldCount, expected: names.count))
        continue
      }
      var isWhole = true
      for (index, place) in places.enumerated() {
        guard let place else { continue }
        fields[index] = reader.field(place)
        if fields[index].isEmpty, !columns[index].mayBeEmpty {
          isWhole = false
          report(
            PackageProblem(
              "A value is missing.", file: name, line: reader.line, column: place + 1,
              field: names[place]))
        }
      }
      guard isWhole else { continue }
      if IdentifierCensus.samples(row: rows) {
        for index in columns.indices where columns[index].isIdentifier {
          census.add(fields[index], column: index)
        }
      }
      rows += 1
      do throws(BuildError) {
        try each(Record(fields: UnsafeBufferPointer(fields), line: reader.line), reader.bytesRead)
      } catch { throw .build(error) }
    }
    census.problems(file: name, isInOrder: false).forEach(report)
    return places.map { $0 != nil }
  }

  /// Where each wanted column is; nil where the header cannot be used.
  private func places(
    _ names: [String], report: (PackageProblem) -> Void, dropped: (String, Bool) -> Void
  ) -> [Int?]? {
    // Without any of its columns it is a record, whose values must not be shown.
    guard columns.contains(where: { $0.names.contains(where: names.contains) }) else {
      report(
        PackageProblem(
          "The first line is no header: it has none of the columns "
            + columns.map { $0.names[0] }.joined(separator: ", ") + ".", file: name, line: 1))
      return nil
    }
    var places: [Int?] = []
    var isWhole = true
    for column in columns {
      let place = column.names.lazy.compactMap { names.firstIndex(of: $0) }.first
      places.append(place)
      if place == nil, !column.isOptional {
        isWhole = false
        report(
          PackageProblem(
            "The column “\(column.names[0])” is missing.", file: name, line: 1,
            field: column.names[0]))
      }
    }
    for (place, column) in names.enumerated() where names.firstIndex(of: column) != place {
      report(
        PackageProblem(
          "The header names this column twice.", file: name, line: 1, column: place + 1,
          field: column))
    }
    for (place, column) in names.enumerated() where !places.contains(place) {
      if names.firstIndex(of: column) != place || isExpected(column) { continue }
      let isPersonal = isPersonal(column) || RefusedNames.rule(against: column) != nil
      dropped(column, isPersonal)
      report(LinkProblem.dropped(column, isPersonal: isPersonal, name, place))
    }
    return isWhole ? places : nil
  }

  private func next(_ reader: inout CSVReader<FileSource>) throws(Failure) -> Bool {
    do throws(CSVError) { return try reader.next() } catch { throw .csv(error) }
  }
}
