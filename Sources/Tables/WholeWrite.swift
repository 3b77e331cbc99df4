import Glibc

/// Writing to a descriptor until all of it is written: a pipe, a terminal or a file system may take
/// less at a time, and a signal may interrupt it.
public enum WholeWrite {
  /// - Returns: 0, or the number of the error that ended it.
  public static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress! + sent, buffer.count - sent)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      sent += count
    }
    return 0
  }
}
