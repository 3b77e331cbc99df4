/// Where an external sort keeps its runs. The files have no names: nothing is left behind.
final class TemporaryFolder {
  let path: String
  let steps: SystemSteps
  /// Bytes written to temporary files so far.
  private(set) var bytesWritten = 0

  init(path: String, steps: SystemSteps) {
    self.path = path
    self.steps = steps
  }

  func file() throws(BuildError) -> OutputFile { try steps.createTemporaryFile(in: path) }

  func added(_ bytes: Int) { bytesWritten += bytes }
}
