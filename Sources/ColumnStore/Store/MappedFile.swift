import Glibc

/// A file mapped for reading as long as this object lives.
final class MappedFile: @unchecked Sendable {
  // Read-only after `init`; the mapping is private to this object and unmapped in `deinit`.
  let bytes: UnsafeRawBufferPointer
  let name: String

  init(folder: String, name: String) throws(StoreError) {
    let path = folder + "/" + name
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .damaged(file: name, segment: "", reason: "is missing") }
      throw .system(path: path, operation: "open", code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .system(path: path, operation: "read the size of", code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .damaged(file: name, segment: "", reason: "is not a file")
    }
    self.name = name
    let size = Int(status.st_size)
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != UnsafeMutableRawPointer(bitPattern: -1)
    else { throw .system(path: path, operation: "map", code: errno) }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  deinit {
    if let address = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
    }
  }

  /// A segment as values. Its place must have been checked against the file.
  func buffer<Element>(_ segment: StoreManifest.Segment, as type: Element.Type) -> Buffer<Element> {
    let part = UnsafeRawBufferPointer(
      rebasing: bytes[segment.offset..<segment.offset + segment.bytes])
    return Buffer(pointer: part.bindMemory(to: type), owner: self)
  }

  func bytes(_ segment: StoreManifest.Segment) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[segment.offset..<segment.offset + segment.bytes])
  }
}
