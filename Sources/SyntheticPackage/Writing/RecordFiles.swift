/// The open CSV files of a package: one for each resource, the links, and the journeys of cases.
final class RecordFiles {
  private let files: [BufferedFile]
  let links: BufferedFile
  let courtJourneys: BufferedFile

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
    courtJourneys = try folder.file("mags_crown_journey.csv")
    courtJourneys.put(
      "estimated_match_score,mc_case_id,mc_defendant_id,cc_defendant_on_case_id\n")
  }

  subscript(_ resource: SyntheticResource) -> BufferedFile { files[resource.position] }

  func check() throws(SyntheticPackageError) {
    for file in files + [links, courtJourneys] { try file.check() }
  }

  func close() throws(SyntheticPackageError) {
    for file in files + [links, courtJourneys] { try file.finish() }
  }
}
