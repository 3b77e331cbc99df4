import ArgumentParser
import Glibc
import Tables
import TerminalCore
import TerminalDriver

/// How the explorer looks and speaks: options go before the configuration file, and that before the
/// environment.
struct AppearanceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The language of screens and labels: en or cy.", valueName: "cy|en"))
  var lang: String?

  @Flag(help: "Draw with ASCII alone, whatever the locale says.")
  var ascii = false

  @Flag(
    name: .customLong("no-colour"),
    help: "Attributes instead of colours; NO_COLOR in the environment does the same.")
  var noColour = false

  @Option(
    help: ArgumentHelp(
      "The background to choose colours for: auto, light or dark.", valueName: "theme"))
  var theme: String?

  @Flag(help: "Lines of text and typed commands instead of screens and keys; for screen readers.")
  var plain = false

  @Option(
    name: .customLong("plain-table"),
    help: ArgumentHelp(
      "How --plain says tables: lines (one for each cell) or grid.", valueName: "form"))
  var plainTable: String?

  @Flag(help: "Let a click focus and the wheel scroll.")
  var mouse = false

  @Flag(name: .customLong("no-config"), help: "Leave the configuration file unread.")
  var noConfig = false

  @Flag(
    name: .customLong("print-config"),
    help: "Print the configuration in force, in the form of the file, and end.")
  var printConfig = false

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError("--lang is en or cy.")
    }
    if let theme, Theme(rawValue: theme) == nil {
      throw ValidationError("--theme is auto, light or dark.")
    }
    if let plainTable, PlainText.TableForm(rawValue: plainTable) == nil {
      throw ValidationError("--plain-table is lines or grid.")
    }
  }

  /// What the file says, with what the options say instead.
  func configuration() throws(CommandFailure) -> Configuration {
    var configuration = noConfig ? Configuration() : try ConfigurationFile.read()
    if let language = lang.flatMap(Language.init(rawValue:)) { configuration.language = language }
    if ascii { configuration.isASCII = true }
    if noColour { configuration.hasColour = false }
    if let theme = theme.flatMap(Theme.init(rawValue:)) { configuration.theme = theme }
    if plain { configuration.isPlain = true }
    if let form = plainTable.flatMap(PlainText.TableForm.init(rawValue:)) {
      configuration.plainTable = form
    }
    if mouse { configuration.hasMouse = true }
    return configuration
  }

  static func explorerOptions(
    _ configuration: Configuration
  ) throws(CommandFailure) -> ExplorerOptions {
    let keys: KeyBindings
    do throws(KeyConflict) {
      keys = try configuration.bindings()
    } catch {
      throw CommandFailure(.unusable, error.text)
    }
    return ExplorerOptions(
      isASCII: configuration.isASCII, hasColour: configuration.hasColour,
      theme: configuration.theme, hasMouse: configuration.hasMouse,
      canCopy: configuration.canCopy, keepsRecent: configuration.keepsRecent,
      language: configuration.language, keys: keys,
      plainTable: configuration.plainTable)
  }
}

/// `$XDG_CONFIG_HOME/bold/config.yaml`, else `~/.config/bold/config.yaml` (XDG Base Directory
/// Specification 0.8).
enum ConfigurationFile {
  static func path() -> String? {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    // Only absolute paths are valid there.
    if let folder = value("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/bold/config.yaml"
    }
    return value("HOME").map { $0 + "/.config/bold/config.yaml" }
  }

  /// The defaults where there is no file.
  static func read() throws(CommandFailure) -> Configuration {
    guard let path = path(), let text = try text(of: path) else { return Configuration() }
    switch Configuration.read(text) {
    case .success(let configuration): return configuration
    case .failure(let problems):
      let lines = problems.all.map { $0.text(in: path) }
      throw CommandFailure(
        .unusable, (lines + ["Mend the file, or start with --no-config."]).joined(separator: "\n"))
    }
  }

  /// nil where there is no file.
  private static func text(of path: String) throws(CommandFailure) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw unreadable(path, errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= Configuration.longest {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, errno)
      }
      if count == 0 { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unreadable(_ path: String, _ code: Int32) -> CommandFailure {
    CommandFailure(
      .unusable,
      "\(SafeText.shown(path)) cannot be read: \(SystemText.of(code)). Mend that, or start with"
        + " --no-config.")
  }
}
