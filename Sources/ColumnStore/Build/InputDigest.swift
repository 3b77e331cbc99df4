import CohortModel
import Crypto
import Foundation

/// The digest of a file, taken while it is read.
final class InputDigest {
  private var hash = SHA256()
  private(set) var bytes = 0

  func update(_ part: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: part)
    bytes += part.count
  }

  /// The file of that name with what was read so far.
  func input(_ path: String) -> BuildReport.Input {
    BuildReport.Input(path: path, bytes: bytes, sha256: StoreManifest.hex(hash.finalize()))
  }

  /// A file that is not read for its records.
  static func input(_ path: String, at place: String) throws(BuildError) -> BuildReport.Input {
    let digest = InputDigest()
    do throws(CSVError) {
      var source = try FileSource(path: place, digest: digest)
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
      defer { buffer.deallocate() }
      while try source.read(into: buffer) > 0 {}
    } catch {
      throw .refused([CSVProblem.problem(error, file: path)])
    }
    return digest.input(path)
  }

  /// The descriptors in the folder of a package.
  static func descriptors(of folder: String) throws(BuildError) -> [BuildReport.Input] {
    var names = [
      "datapackage.json", "agreements.yaml", "register.yaml", "policy.yaml", FileSums.name,
    ]
    for (part, suffixes) in [("pilots", [".yaml", ".yml"]), ("codelists", [".csv"])] {
      names += SystemSteps.names(in: folder + "/" + part)
        .filter { name in suffixes.contains { name.hasSuffix($0) } }.map { part + "/" + $0 }
    }
    var inputs: [BuildReport.Input] = []
    for name in names where SystemSteps.exists(folder + "/" + name) {
      inputs.append(try input(name, at: folder + "/" + name))
    }
    return inputs
  }
}
