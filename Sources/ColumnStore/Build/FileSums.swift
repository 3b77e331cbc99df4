import CohortModel
import Foundation

/// `SHA256SUMS` of a package (G31): the files that its owner approved, as `sha256sum` writes them.
struct FileSums {
  static let name = "SHA256SUMS"

  /// Hex digests by path, each with its line.
  private var sums: [String: (sha256: String, line: Int)] = [:]
  /// Whether the package has the file.
  private(set) var isThere = false
  /// What is wrong with the file, or with what it leaves out.
  private(set) var problems: [PackageProblem] = []

  /// Reads the file in the package's folder.
  init(_ package: DataPackage, folder: String) {
    let path = folder + "/" + FileSums.name
    if SystemSteps.exists(path) {
      isThere = true
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)), data.count <= 8 << 20,
        let text = String(data: data, encoding: .utf8)
      else {
        problems.append(
          PackageProblem("The file cannot be read as text.", file: FileSums.name, rule: "G31"))
        return
      }
      read(text)
    }
    guard !package.isSynthetic else { return }
    guard isThere else {
      problems.append(
        PackageProblem(
          "A package that is not synthetic has the sums of its data files, so that what is read is"
            + " what was approved. Write them where the files are (sha256sum FILE… > SHA256SUMS)"
            + " and put the file beside datapackage.json.",
          file: FileSums.name, rule: "G31"))
      return
    }
    for file in FileSums.dataFiles(of: package) where sum(of: file) == nil {
      problems.append(
        PackageProblem(
          "The data file “\(file)” is not listed.", file: FileSums.name, rule: "G31"))
    }
  }

  /// Everything that holds records.
  private static func dataFiles(of package: DataPackage) -> [String] {
    package.agreedPart.fileResources.map(\.path) + (package.links?.paths ?? [])
      + (package.optOutsPath.map { [$0] } ?? [])
  }

  private mutating func read(_ text: String) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if line.isEmpty || line.hasPrefix("#") { continue }
      let hex = line.prefix(64)
      var path = line.dropFirst(65)
      // A blank or a star, for text or binary, stands before the path.
      guard hex.count == 64, hex.allSatisfy(\.isHexDigit), line.dropFirst(64).first == " ",
        path.first == " " || path.first == "*", path.count > 1
      else {
        problems.append(
          PackageProblem(
            "The line is not one of sha256sum: 64 hexadecimal digits, two blanks, a path.",
            file: FileSums.name, line: number + 1, rule: "G31"))
        continue
      }
      path = path.dropFirst()
      if path.hasPrefix("./") { path = path.dropFirst(2) }
      sums[String(path)] = (hex.lowercased(), number + 1)
    }
  }

  /// The entry of a file: by its path, or by its name alone, for files that were summed in a folder
  /// of their own.
  private func entry(of path: String) -> String? {
    if sums[path] != nil { return path }
    let name = String(path.split(separator: "/").last ?? "")
    return sums[name] == nil ? nil : name
  }

  private func sum(of path: String) -> (sha256: String, line: Int)? {
    entry(of: path).flatMap { sums[$0] }
  }

  /// Whether a file that was read is listed.
  func lists(_ path: String) -> Bool { sum(of: path) != nil }

  /// Files that are not what the sums say. Those that are listed and were not read are read now.
  func differences(
    _ inputs: [BuildReport.Input], folder: String, data: String?
  ) throws(BuildError) -> [PackageProblem] {
    var differences: [PackageProblem] = []
    var unread = Set(sums.keys)
    func compare(_ input: BuildReport.Input) {
      guard let sum = sum(of: input.path), sum.sha256 != input.sha256 else { return }
      differences.append(
        PackageProblem(
          "The file is not the one whose sum is in \(FileSums.name), line \(sum.line). Get the"
            + " approved file again, or have the new one approved and summed.",
          file: input.path, rule: "G31"))
    }
    for input in inputs {
      compare(input)
      if let entry = entry(of: input.path) { unread.remove(entry) }
    }
    for path in unread.sorted() {
      let isInside = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      let place = ResourceFile.locate(path, package: folder, data: data)
      guard isInside, SystemSteps.exists(place) else {
        differences.append(
          PackageProblem(
            "A file is listed that is not in the package.", file: FileSums.name,
            line: sums[path]?.line, rule: "G31"))
        continue
      }
      compare(try InputDigest.input(path, at: place))
    }
    return differences
  }
}
