import Foundation
import Testing

/// The configuration of the explorer and the list of translations, as commands.
@Suite struct ConfigurationTests {
  /// A folder for `XDG_CONFIG_HOME` with this configuration, and its file.
  private func folder(_ text: String?) throws -> (folder: TemporaryFolder, file: String) {
    let folder = try TemporaryFolder()
    if let text { try folder.write(text, to: "bold/config.yaml") }
    return (folder, folder.path + "/bold/config.yaml")
  }

  private func print(
    _ folder: TemporaryFolder, _ options: String = ""
  ) throws -> BoldCommand.Outcome {
    try BoldCommand.shell(
      "\"$BOLD\" explore --print-config \(options)",
      environment: ["XDG_CONFIG_HOME": folder.path, "LC_ALL": "C.UTF-8"])
  }

  @Test(arguments: [
    "language: cy\ntheme: dark\nmouse: yes\nrecent: no\nplain-table: grid\n",
    "keys:\n  filter: F\n  swap: [x, Ctrl-x]\n  go-to-mark: \"'\"\n  accept: [Ctrl-y, Enter]\n",
    "copy: no\nascii: yes\ncolour: no\nkeys: {suspend: [], open: [Enter, O]}\n", "",
  ])
  func whatIsPrintedReadsBackAsTheSame(_ text: String) throws {
    let (first, _) = try folder(text)
    let printed = try print(first)
    #expect(printed.status == 0, "\(printed.errors)")
    let (second, _) = try folder(printed.output)
    let again = try print(second)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output == printed.output)
    for line in text.split(separator: "\n") where !line.hasPrefix(" ") && !line.hasPrefix("keys") {
      #expect(printed.lines.contains(String(line)), "\(line)")
    }
    if text.contains("filter") {
      #expect(printed.lines.contains("  filter: ['F']"))
      #expect(printed.lines.contains("  go-to-mark: ['''']"))
    }
  }

  @Test func optionsGoBeforeTheFile() throws {
    let (folder, _) = try folder("language: cy\ntheme: dark\n")
    let printed = try print(folder, "--lang en --ascii")
    #expect(printed.lines.contains("language: en"))
    #expect(printed.lines.contains("ascii: yes"))
    #expect(printed.lines.contains("theme: dark"))
    let without = try print(folder, "--no-config")
    #expect(without.lines.contains("language: auto"))
  }

  @Test(arguments: [
    ("languge: cy\n", ":1:1: There is no setting “languge”"),
    ("ascii: yes\ntheme: pink\n", ":2:8: Here comes auto, light or dark."),
    ("keys:\n  filtr: F\n", ":2:3: There is no command “filtr”"),
    ("keys:\n  filter: F13\n", ":2:11: “F13” is no key"),
    ("keys:\n  swap: s\n", ":2:3: The key s stands for both"),
    ("keys:\n  quit: []\n", ":2:3: The command quit needs a key"),
    ("keys:\n  accept: y\n", ":2:3: The command accept works where characters are text"),
    ("keys: [\n", "config.yaml:"), ("copy: [yes]\n", ":1:7: Here comes yes or no."),
  ])
  func aMistakeIsRefusedWithItsPlace(_ text: String, _ wanted: String) throws {
    let (folder, file) = try folder(text)
    let outcome = try print(folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(file))
    #expect(outcome.errors.contains(wanted), "\(outcome.errors)")
    #expect(outcome.errors.contains("Mend the file, or start with --no-config."))
  }

  @Test func everyMistakeIsTold() throws {
    let (folder, _) = try folder("a: 1\ntheme: pink\nmouse: maybe\n")
    let outcome = try print(folder)
    for place in [":1:1:", ":2:8:", ":3:8:"] { #expect(outcome.errors.contains(place), "\(place)") }
  }

  // MARK: Translations

  @Test func labelsWithoutWelshAreListed() throws {
    let package = try SmallPackage()
    let outcome = try BoldCommand.run("check", package.path, "--translations")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let last = try #require(outcome.lines.last { !$0.isEmpty })
    let listed = outcome.lines.filter { !$0.isEmpty }.dropLast()
    #expect(last == "Without a Welsh label: \(listed.count).")
    #expect(listed.contains { $0.contains("code list") && $0.hasSuffix("F: Female") })
    #expect(listed.contains { $0.hasPrefix("pilot leavers: title: ") })
    // What comes from descriptors is shown as such.
    #expect(listed.contains { $0.contains("<202e>coast") })
    #expect(!outcome.output.contains("\u{202e}"))
  }

  @Test func aPackageWithAllItsWelshIsTold() throws {
    let outcome = try BoldCommand.run("check", BoldCommand.root + "/SampleData", "--translations")
    #expect(outcome.status == 0)
    #expect(
      outcome.lines.contains("Every label has a Welsh one.")
        || outcome.lines.contains { $0.hasPrefix("Without a Welsh label: ") })
  }

  @Test func translationsOfNothingAreRefused() throws {
    let folder = try TemporaryFolder()
    let missing = try BoldCommand.run("check", folder.path + "/none", "--translations")
    #expect(missing.status == 2)
    #expect(!missing.errors.isEmpty && missing.output.isEmpty)
    try folder.write("{", to: "package/datapackage.json")
    let broken = try BoldCommand.run("check", folder.path + "/package", "--translations")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("bold check"))
  }
}
