#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CohortModel

/// A file written from the start, through a buffer. The first failure is kept until `check()`.
final class BufferedFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var failure: SyntheticPackageError?
  private var isAtStartOfLine = true

  private static let capacity = 1 << 16

  /// Makes a new file; one that is there already is an error.
  init(_ path: String) throws(SyntheticPackageError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .system(path: path, operation: "create", code: errno)
    }
    buffer.reserveCapacity(Self.capacity + 512)
  }

  deinit { close(descriptor) }

  func put(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { flush() }
  }

  /// The next field of a CSV row. Texts hold no comma, quote or line end.
  func field(_ text: String) {
    separate()
    buffer.append(contentsOf: text.utf8)
  }

  func field(_ number: Int) {
    separate()
    appendDigits(number, width: 1)
  }

  /// A day in ISO 8601; empty where nil.
  func field(day: Int?) {
    separate()
    guard let day else { return }
    let (year, month, dayOfMonth) = CalendarDay(rawValue: Int32(day)).civil
    appendDigits(year, width: 4)
    buffer.append(0x2D)
    appendDigits(month, width: 2)
    buffer.append(0x2D)
    appendDigits(dayOfMonth, width: 2)
  }

  func endRow() {
    buffer.append(0x0A)
    isAtStartOfLine = true
    if buffer.count >= Self.capacity { flush() }
  }

  /// Throws the first failure of a write so far.
  func check() throws(SyntheticPackageError) {
    if let failure { throw failure }
  }

  /// Writes what is left and waits until it is on the disk.
  func finish() throws(SyntheticPackageError) {
    flush()
    try check()
    guard fsync(descriptor) == 0 else {
      throw .system(path: path, operation: "write", code: errno)
    }
  }

  private func separate() {
    if isAtStartOfLine { isAtStartOfLine = false } else { buffer.append(0x2C) }
  }

  private func appendDigits(_ number: Int, width: Int) {
    var divisor = 1
    var digits = 1
    while number / divisor >= 10 || digits < width {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      buffer.append(0x30 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  private func flush() {
    var done = 0
    while done < buffer.count, failure == nil {
      let written = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      }
      if written > 0 {
        done += written
      } else if errno != EINTR {
        failure = .system(path: path, operation: "write", code: errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
