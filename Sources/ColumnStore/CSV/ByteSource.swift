import Glibc

/// Where the CSV reader takes its bytes from.
package protocol ByteSource: ~Copyable {
  /// Fills at most `buffer.count` bytes and returns how many; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int
}

/// A file, read from front to back.
package struct FileSource: ByteSource, ~Copyable {
  private let descriptor: Int32
  /// Size in bytes when it was opened.
  package let size: Int
  private let digest: InputDigest?

  package init(path: String) throws(CSVError) {
    try self.init(path: path, digest: nil)
  }

  /// - Parameter digest: is given all bytes that are read.
  init(path: String, digest: InputDigest?) throws(CSVError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .unreadable(code: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw .unreadable(code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw .unreadable(code: EISDIR)
    }
    descriptor = opened
    self.digest = digest
    size = Int(status.st_size)
    _ = posix_fadvise(opened, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        digest?.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
      }
      if errno != EINTR { throw .unreadable(code: errno) }
    }
  }

  deinit { close(descriptor) }
}
