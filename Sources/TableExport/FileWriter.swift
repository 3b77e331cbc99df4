import Glibc
import Tables

/// Files that appear whole or not at all: written beside their place, flushed, then renamed.
///
/// Mode 0600: an export belongs to the person who made it until they say otherwise.
enum FileWriter {
  /// Writes a file that is not seen yet; returns its path.
  static func stage(_ bytes: [UInt8], for path: String) throws(ExportError) -> String {
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(path, "create a file beside") }
    let staged = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    do throws(ExportError) {
      try write(bytes, to: descriptor, path: path)
    } catch {
      close(descriptor)
      unlink(staged)
      throw error
    }
    close(descriptor)
    return staged
  }

  /// Puts a staged file in its place. Without `replacing` this fails where the place is taken, even
  /// if it was taken a moment ago.
  static func publish(_ staged: String, at path: String, replacing: Bool) throws(ExportError) {
    if replacing {
      guard rename(staged, path) == 0 else { throw failure(path, "replace") }
    } else if link(staged, path) == 0 {
      unlink(staged)
    } else if errno == EEXIST {
      throw .exists(path: path)
    } else {
      // File systems without hard links: take the name first, then fill it.
      let place = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard place >= 0 else {
        throw errno == EEXIST ? .exists(path: path) : failure(path, "create")
      }
      close(place)
      guard rename(staged, path) == 0 else {
        let error = failure(path, "create")
        unlink(path)
        throw error
      }
    }
    synchroniseFolder(of: path)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(ExportError) {
    guard WholeWrite.send(bytes, to: descriptor) == 0, fsync(descriptor) == 0 else {
      throw failure(path, "write")
    }
  }

  /// So that the name survives a crash; a file system that cannot is no reason to fail.
  private static func synchroniseFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String, _ operation: String) -> ExportError {
    .system(path: path, operation: operation, code: errno)
  }
}
