import CohortModel

/// Reads `links.csv`: source_dataset, record_id, high, medium, low, in any order.
struct LinkFile {
  static let columns = ["source_dataset", "record_id", "high", "medium", "low"]

  /// One record, as slices that are valid during the call.
  struct Record {
    var dataset: Bytes
    var record: Bytes
    var high: Bytes
    var medium: Bytes
    var low: Bytes
    var line: Int
  }

  let path: String
  /// The path by which problems call it.
  let name: String
  /// Is given all bytes that are read.
  var digest: InputDigest?

  /// Reads all records. Columns of no use here are reported, as warnings, and dropped.
  ///
  /// - Parameters:
  ///   - report: called for each problem, the ones of single lines included.
  ///   - each: called for each well-formed record, with the bytes read so far.
  func read(
    report: (PackageProblem) -> Void, each: (Record, Int) throws(BuildError) -> Void
  ) throws(BuildError) {
    do throws(Failure) {
      try readRecords(report: report, each: each)
    } catch {
      switch error {
      case .build(let error): throw error
      case .csv(let error): report(CSVProblem.problem(error, file: name))
      }
    }
  }

  private enum Failure: Error {
    case build(BuildError)
    case csv(CSVError)
  }

  private func readRecords(
    report: (PackageProblem) -> Void, each: (Record, Int) throws(BuildError) -> Void
  ) throws(Failure) {
    var reader: CSVReader<FileSource>
    do throws(CSVError) {
      reader = try CSVReader<FileSource>(path: path, digest: digest)
    } catch { throw .csv(error) }
    guard try next(&reader) else {
      report(PackageProblem("The file is empty; it needs a header.", file: name))
      return
    }
    let names = reader.texts
    var places: [Int] = []
    // Without any of its columns it is a record, whose values must not be shown.
    guard LinkFile.columns.contains(where: names.contains) else {
      report(
        PackageProblem(
          "The first line is no header: it has none of the columns "
            + LinkFile.columns.joined(separator: ", ") + ".", file: name, line: 1))
      return
    }
    for column in LinkFile.columns {
      if let place = names.firstIndex(of: column) {
        places.append(place)
      } else {
        report(
          PackageProblem(
            "The column “\(column)” is missing.", file: name, line: 1, field: column))
      }
    }
    guard places.count == LinkFile.columns.count else { return }
    for (place, column) in names.enumerated() where names.firstIndex(of: column) != place {
      report(
        PackageProblem(
          "The header names this column twice.", file: name, line: 1, column: place + 1,
          field: column))
    }
    for (place, column) in names.enumerated() where !LinkFile.columns.contains(column) {
      report(LinkProblem.dropped(column, name, place))
    }
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
      for (column, place) in zip(LinkFile.columns, places) where reader.field(place).isEmpty {
        isWhole = false
        report(
          PackageProblem(
            "A value is missing.", file: name, line: reader.line, column: place + 1,
            field: column))
      }
      guard isWhole else { continue }
      let record = Record(
        dataset: reader.field(places[0]), record: reader.field(places[1]),
        high: reader.field(places[2]), medium: reader.field(places[3]),
        low: reader.field(places[4]), line: reader.line)
      do throws(BuildError) {
        try each(record, reader.bytesRead)
      } catch { throw .build(error) }
    }
  }

  private func next(_ reader: inout CSVReader<FileSource>) throws(Failure) -> Bool {
    do throws(CSVError) { return try reader.next() } catch { throw .csv(error) }
  }
}
