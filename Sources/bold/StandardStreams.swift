import Glibc
import Tables

/// Standard output and error, written whole and straight to their descriptors.
enum StandardStreams {
  /// Takes up closed standard descriptors, so that no file opened later is written to by accident.
  /// Writing to one that was closed then fails as it should.
  static func secure() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes to standard output. A reader who has gone (`bold query … | head`) ends the program
  /// quietly, by the signal or, where that is ignored, by the status that shells give it.
  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    switch WholeWrite.send(bytes, to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: exit(128 + SIGPIPE)
    case let code:
      throw CommandFailure(
        .unusable, "Cannot write to standard output: \(SystemText.of(code)).")
    }
  }

  static func write(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }

  /// Writes to standard error, where nothing can be done if that fails.
  static func report(_ text: String) { _ = WholeWrite.send(Array(text.utf8), to: STDERR_FILENO) }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// What the system says about an error number.
enum SystemText {
  static func of(_ code: Int32) -> String { String(cString: strerror(code)) }
}
