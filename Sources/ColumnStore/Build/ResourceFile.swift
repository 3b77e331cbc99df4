import CohortModel

/// The CSV file of a resource with its header: which column is which field.
struct ResourceFile {
  let resource: Resource
  /// Where the file is.
  let path: String
  /// Names in the header, in order.
  let header: [String]
  /// Problems with the header; the file can be read where none is an error.
  let problems: [PackageProblem]

  /// Finds a file in the package, or else in the folder for data.
  static func locate(_ path: String, package: String, data: String?) -> String {
    let inPackage = package + "/" + path
    if let data, !SystemSteps.exists(inPackage) {
      let candidates = [data + "/" + path, data + "/" + (path.split(separator: "/").last ?? "")]
      if let found = candidates.first(where: SystemSteps.exists) { return found }
    }
    return inPackage
  }

  init(_ resource: Resource, package: String, data: String?) {
    self.resource = resource
    path = ResourceFile.locate(resource.path, package: package, data: data)
    var problems: [PackageProblem] = []
    var header: [String] = []
    do throws(CSVError) {
      var reader = try CSVReader<FileSource>(path: path)
      if try reader.next() {
        header = reader.texts
        if let fault = reader.fault {
          problems.append(
            CSVProblem.problem(fault, file: resource.path, line: reader.line, header: []))
        }
      } else {
        problems.append(
          PackageProblem("The file is empty; it needs a header.", file: resource.path))
      }
    } catch {
      problems.append(CSVProblem.problem(error, file: resource.path))
    }
    if !header.isEmpty, !header.contains(where: { resource.field($0) != nil }) {
      // A record, most likely: its values must not be shown as names of columns.
      header = []
      problems.append(
        PackageProblem(
          "The first line is no header: it has none of the declared columns.",
          file: resource.path, line: 1))
    }
    if !header.isEmpty {
      problems += ResourceFile.check(header, resource)
    }
    self.header = header
    self.problems = problems
  }

  func place(_ field: String) -> Int? { header.firstIndex(of: field) }

  var undeclared: [String] { header.filter { resource.field($0) == nil } }

  private static func check(_ header: [String], _ resource: Resource) -> [PackageProblem] {
    var problems: [PackageProblem] = []
    for field in resource.fields where !header.contains(field.name) {
      problems.append(
        PackageProblem(
          "The column is declared and not in the file.", file: resource.path, line: 1,
          field: field.name))
    }
    for (place, name) in header.enumerated() {
      if header.firstIndex(of: name) != place {
        problems.append(
          PackageProblem(
            "The header names this column twice.", file: resource.path, line: 1,
            column: place + 1, field: name))
      }
      if resource.field(name) == nil {
        problems.append(
          PackageProblem(
            "The column is not declared. It is dropped.", severity: .warning, file: resource.path,
            line: 1, column: place + 1, field: name, rule: "G14"))
      }
    }
    return problems
  }
}
