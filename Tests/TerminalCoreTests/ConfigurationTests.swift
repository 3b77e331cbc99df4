import Foundation
import Testing

@testable import TerminalCore

@Suite struct ConfigurationTests {
  private func problems(_ text: String) -> [String] {
    guard case .failure(let problems) = Configuration.read(text) else { return [] }
    return problems.all.map { $0.text(in: "config.yaml") }
  }

  @Test func settingsAreRead() throws {
    let configuration = try Configuration.read(
      """
      language: cy
      ascii: yes
      colour: no
      theme: dark
      mouse: on
      plain: true
      plain-table: grid
      copy: no
      keys:
        swap: [Ctrl-x, '%']
        percent: P
      """
    ).get()
    #expect(configuration.language == .welsh)
    #expect(configuration.isASCII && !configuration.hasColour && configuration.hasMouse)
    #expect(configuration.isPlain && configuration.plainTable == .grid && !configuration.canCopy)
    #expect(configuration.theme == .dark)
    #expect(
      configuration.keys == [
        .swap: [.control("x"), .character("%")], .percent: [.character("P")],
      ])
  }

  @Test(arguments: ["", "# nothing\n", "keys: {}\n", "keys:\n"]) func emptyIsTheDefault(
    text: String
  )
    throws
  {
    #expect(try Configuration.read(text).get() == Configuration())
  }

  @Test func whatIsPrintedReadsBackTheSame() throws {
    var configuration = Configuration()
    #expect(try Configuration.read(configuration.text).get() == configuration)
    configuration.language = .welsh
    configuration.isASCII = true
    configuration.hasColour = false
    configuration.theme = .light
    configuration.hasMouse = true
    configuration.isPlain = true
    configuration.plainTable = .grid
    configuration.canCopy = false
    configuration.keys = [
      .swap: [.character("'"), .character("\""), .character("~")], .goToMark: [.character("X")],
      .find: [.character("#"), .character("é")], .findNext: [.pageDown, .character(" ")],
      .keyMenu: [], .pageDown: [.control("d")],
    ]
    #expect(try Configuration.read(configuration.text).get() == configuration)
  }

  @Test func everyMistakeHasItsPlaceAndWhatToDo() {
    let found = problems(
      """
      langauge: cy
      theme: pink
      mouse: [yes]
      keys:
        flter: f
        swap: [F1, Ctrl-i]
      """)
    #expect(
      found.map { String($0.prefix { $0 != " " }) } == [
        "config.yaml:1:1:", "config.yaml:2:8:", "config.yaml:3:8:", "config.yaml:5:3:",
        "config.yaml:6:10:", "config.yaml:6:14:",
      ])
    #expect(found.first?.contains("There is no setting “langauge”. Known are language,") == true)
    #expect(found.dropFirst().first?.contains("Here comes auto, light or dark.") == true)
    #expect(found.last?.contains("Choose another key.") == true)
  }

  @Test func aConflictHasThePlaceOfItsCommand() {
    let found = problems("copy: yes\nkeys:\n  filter: x\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("config.yaml:3:3: The key x stands for both") == true)
  }

  @Test func malformedFilesAreRefused() {
    #expect(problems("keys: [").first?.contains("not well formed") == true)
    #expect(problems("copy: yes\ncopy: no").first?.contains("given twice") == true)
    #expect(problems("- a").first?.contains("keys with values") == true)
    #expect(problems(String(repeating: "#", count: 70_000)).first?.contains("longer") == true)
    #expect(problems("\"\u{202E}evil\": 1").first?.contains("<202e>") == true)
  }

  @Test func themesCanBeRead() {
    for role in StyleRole.allCases {
      for (theme, backgrounds, wanted) in [
        (Theme.light, [1.0], 4.5), (.dark, [0.0], 4.5), (.auto, [0.0, 1.0], 3.0),
      ] {
        guard let colour = theme.colour(of: role) else { continue }
        for background in backgrounds {
          let luminance = ConfigurationTests.luminance(Int(colour))
          let contrast =
            (max(luminance, background) + 0.05) / (min(luminance, background) + 0.05)
          #expect(contrast >= wanted, "\(role) in \(theme): \(contrast)")
        }
      }
    }
    #expect(Theme(colourVariable: "15;0") == .dark)
    #expect(Theme(colourVariable: "0;default;15") == .light)
    #expect(Theme(colourVariable: "x") == .auto)
  }

  /// Relative luminance (WCAG 2.2) of a colour of xterm's cube or greys.
  private static func luminance(_ number: Int) -> Double {
    let steps = [0.0, 95, 135, 175, 215, 255]
    let parts: [Double]
    if number >= 232 {
      parts = Array(repeating: Double(8 + 10 * (number - 232)), count: 3)
    } else {
      let cube = number - 16
      parts = [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
    }
    let linear = parts.map { part in
      let value = part / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055).power24
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}

extension Double {
  fileprivate var power24: Double { pow(self, 2.4) }
}
