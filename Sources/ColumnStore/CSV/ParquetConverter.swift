import Glibc

/// Reads a Parquet file as CSV through a `duckdb` executable, which is given the open file as its
/// input and writes to a pipe.
///
/// There is no shell, and nothing of the file's name is in what duckdb executes. What it says on
/// errors may quote values, so nobody gets to see it.
package final class ParquetConverter {
  /// The oldest main version whose CSV is known to be right.
  static let oldestVersion = 1
  /// Folders in which `duckdb` is looked for; the process's PATH where nil.
  @TaskLocal package static var searchPath: String?

  /// Where the CSV comes from.
  let output: Int32
  private var process: pid_t?

  static func reads(_ path: String) -> Bool { path.lowercased().hasSuffix(".parquet") }

  private static let statement = """
    SET memory_limit='512MB'; SET threads=2; SET preserve_insertion_order=true; \
    COPY (SELECT * FROM read_parquet('/dev/stdin')) TO '/dev/stdout' (FORMAT csv, HEADER true);
    """

  /// - Parameter file: an open file, which stays the caller's.
  init(file: Int32) throws(ParquetFault) {
    let program = try ParquetConverter.program()
    (process, output) = try ParquetConverter.start(
      program, ["-init", "/dev/null", "-batch", "-c", ParquetConverter.statement], input: file)
  }

  /// Waits for the end, once all output is read.
  func finish() throws(ParquetFault) {
    guard let process else { return }
    self.process = nil
    guard ParquetConverter.wait(for: process) == 0 else { throw .failed }
  }

  deinit {
    close(output)
    if let process {
      kill(process, SIGKILL)
      _ = ParquetConverter.wait(for: process)
    }
  }

  // MARK: The program

  /// The first `duckdb` on the path, if it is one that can be used.
  private static func program() throws(ParquetFault) -> String {
    let path = searchPath ?? getenv("PATH").map { String(cString: $0) } ?? ""
    // A relative folder would mean whatever is where one happens to be.
    let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
    guard
      let program = folders.map({ $0 + "/duckdb" }).first(where: {
        var status = stat()
        return stat($0, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
          && access($0, X_OK) == 0
      })
    else { throw .noConverter }
    let (process, output) = try start(program, ["--version"], input: nil)
    var bytes: [UInt8] = []
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      while bytes.count < 256 {
        let count = read(output, buffer.baseAddress, 256)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        bytes += buffer[..<count]
      }
    }
    close(output)
    guard wait(for: process) == 0, let version = mainVersion(bytes), version >= oldestVersion
    else { throw .otherVersion }
    return program
  }

  /// 1 of `v1.5.6 (Variegata) 069cc9f9b5`.
  static func mainVersion(_ bytes: [UInt8]) -> Int? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("v"), let dot = text.firstIndex(of: ".") else { return nil }
    return Int(text[text.index(after: text.startIndex)..<dot])
  }

  private static func start(_ program: String, _ arguments: [String], input: Int32?)
    throws(ParquetFault) -> (pid_t, Int32)
  {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { throw .system(code: errno) }
    let (reading, writing) = (pipe[0], pipe[1])
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(writing) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var texts = copies([program] + arguments)
    // Nothing of this process's surroundings but what a program needs to run.
    var surroundings = copies(["PATH=/usr/bin:/bin", "HOME=/nonexistent", "LC_ALL=C"])
    defer { (texts + surroundings).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, &texts, &surroundings)
    guard code == 0 else {
      close(reading)
      throw .system(code: code)
    }
    return (process, reading)
  }

  /// Texts as C wants them, to be freed by the caller, with the nil that ends them.
  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for text in texts { copies.append(strdup(text)) }
    return copies + [nil]
  }

  /// The exit status; nil where the process was ended by a signal.
  private static func wait(for process: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
