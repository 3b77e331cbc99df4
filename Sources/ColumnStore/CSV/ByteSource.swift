import Glibc

/// Where the CSV reader takes its bytes from.
package protocol ByteSource: ~Copyable {
  /// Fills at most `buffer.count` bytes and returns how many; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int
}

/// A file, read from front to back. One that ends in `.parquet` comes as CSV from a converter.
package struct FileSource: ByteSource, ~Copyable {
  private let descriptor: Int32
  /// Size in bytes when it was opened.
  package let size: Int
  private let digest: InputDigest?
  private let converter: ParquetConverter?

  package init(path: String) throws(CSVError) {
    try self.init(path: path, digest: nil)
  }

  /// - Parameter digest: is given all bytes of the file.
  init(path: String, digest: InputDigest?) throws(CSVError) {
    let source = try Opened(path: path, digest: digest)
    descriptor = source.descriptor
    size = source.size
    converter = source.converter
    // What is counted in sums is the file of the owner, not what a converter makes of it.
    self.digest = source.converter == nil ? digest : nil
  }

  /// What is read: the file itself, or the output of a converter that has taken the file over.
  private struct Opened {
    let descriptor: Int32
    let size: Int
    let converter: ParquetConverter?

    init(path: String, digest: InputDigest?) throws(CSVError) {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw .unreadable(code: errno) }
      var isKept = false
      defer { if !isKept { close(file) } }
      var status = stat()
      guard fstat(file, &status) == 0 else { throw .unreadable(code: errno) }
      guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(code: EISDIR) }
      size = Int(status.st_size)
      _ = posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL)
      guard ParquetConverter.reads(path) else {
        isKept = true
        descriptor = file
        converter = nil
        return
      }
      if let digest { try FileSource.take(digest, of: file) }
      do throws(ParquetFault) {
        let converter = try ParquetConverter(file: file)
        descriptor = converter.output
        self.converter = converter
      } catch { throw .unconverted(error) }
    }
  }

  private static func take(_ digest: InputDigest, of file: Int32) throws(CSVError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      if count > 0 {
        digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      } else if count == 0 {
        break
      } else if errno != EINTR {
        throw .unreadable(code: errno)
      }
    }
    lseek(file, 0, SEEK_SET)
  }

  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0, let converter {
        do throws(ParquetFault) { try converter.finish() } catch { throw .unconverted(error) }
      }
      if count >= 0 {
        digest?.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
      }
      if errno != EINTR { throw .unreadable(code: errno) }
    }
  }

  deinit { if converter == nil { close(descriptor) } }
}
