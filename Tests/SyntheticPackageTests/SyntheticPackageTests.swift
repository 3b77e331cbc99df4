import CohortModel
import Foundation
import Testing

@testable import SyntheticPackage

@Test func scratch() throws {
  let base = FileManager.default.temporaryDirectory.appending(path: "scratch-\(getpid())").path
  try SyntheticPackage.write(to: base, persons: 200, seed: 1)
  for path in [
    base, "Examples/compas_broward", "Examples/london_homicide_victims",
    "Examples/compas_broward_refused",
  ] {
    let reading = PackageReader.read(path)
    print("==", path, reading.errors.count, reading.problems.count)
    for p in reading.problems {
      print(p.severity, p.file, p.line ?? 0, p.column ?? 0, p.field ?? "", p.message)
    }
  }
}
