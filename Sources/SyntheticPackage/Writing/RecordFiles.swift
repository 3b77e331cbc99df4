/// The open CSV files of a package: one for each resource, and the links.
final class RecordFiles {
  private let files: [BufferedFile]
  let links: BufferedFile

  init(in folder: PackageFolder) throws(SyntheticPackageError) {
    var files: [BufferedFile] = []
    for resource in SyntheticResource.allCases {
      let file = try folder.file("data/\(resource.rawValue).csv")
      file.put(resource.schema.fields.map(\.name).joined(separator: ",") + "\n")
      files.append(file)
    }
    self.files = files
    links = try folder.file("links.csv")
    links.put("source_dataset,record_id,high,medium,low\n")
  }

  subscript(_ resource: SyntheticResource) -> BufferedFile { files[resource.position] }

  func check() throws(SyntheticPackageError) {
    for file in files + [links] { try file.check() }
  }

  func close() throws(SyntheticPackageError) {
    for file in files + [links] { try file.finish() }
  }
}
