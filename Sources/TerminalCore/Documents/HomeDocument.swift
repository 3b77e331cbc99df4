import CohortModel
import Tables

extension Document {
  /// The pilots of the package, what they ask, and what this tool does and does not do.
  static func home(_ state: ExplorerState, width: Int, style: Style) -> Document {
    var document = Document(width: width, style: style, language: state.language)
    let package = state.package
    document.paragraph("Linked administrative cohorts, one protected table at a time", indent: 0)
    document.paragraph(
      "\(package.title) \(package.version)"
        + (package.owner.isEmpty ? "" : ", \(package.owner)"), indent: 0, role: .dim)
    if let session = state.catalogue.session {
      let author = TableAuthor(session)
      document.paragraph(
        "Project \(author.projectText, "project"), for \(author.userText, "user")", indent: 0)
      document.paragraph("Purpose: \(author.purpose, "purpose")", indent: 0)
    }
    document.heading("Pilots")
    if package.pilots.isEmpty { document.paragraph("This data package has no pilots.") }
    for (number, pilot) in package.pilots.enumerated() {
      if number > 0 { document.blank() }
      let size = state.cohortSizeText(pilot)
      let period = pilot.periodText(in: package, state.language)
      let figures = "\(size)  \(period)"
      let room = document.width - style.width(of: figures) - 4
      if room >= style.width(of: pilot.title) {
        document.add(
          Span("  " + document.padded(pilot.title, to: room) + "  ", .heading), Span(figures),
          isFocusable: true)
      } else {
        // What does not fit beside the title stands below it.
        for (number, part) in style.wrapped(pilot.title, to: document.width - 2).enumerated() {
          document.add(Span("  " + part, .heading), isFocusable: number == 0)
        }
        document.paragraph(size, indent: 4)
        document.paragraph(period, indent: 4)
      }
      if let question = pilot.questions.first { document.paragraph(question, indent: 4) }
    }
    if !state.savedViews.isEmpty {
      document.heading("Saved views")
      for view in state.savedViews {
        let title = state.title(of: view.place)
        document.add(
          Span("  " + view.name, .heading), Span("  " + title, .dim), isFocusable: true)
      }
    }
    if !state.recentOnHome.isEmpty {
      document.heading("Looked at lately")
      for place in state.recentOnHome {
        document.add(Span("  " + state.title(of: place)), isFocusable: true)
      }
    }
    document.heading("This tool will")
    for line in Purpose.will { document.paragraph(line, lead: style.yes) }
    document.heading("It will not")
    for line in Purpose.willNot { document.paragraph(line, lead: style.no) }
    if !package.coverage.isEmpty {
      document.heading("Who cannot appear")
      document.paragraph(package.coverage)
    }
    return document
  }
}

/// What the explorer is for (G03–G08, G12, G21).
enum Purpose {
  static let will: [Phrase] = [
    "Show protected tables of groups of people, with the definition of every measure.",
    "Show what is hidden as hidden, and say why.",
    "Let every figure shown be taken away as a file that carries its definitions.",
  ]
  static let willNot: [Phrase] = [
    "Show a row, look up a person, or filter down to one.",
    "Predict or score anyone, or support a decision about a person.",
    "Change the data, or switch disclosure control off.",
  ]
}

extension ExplorerState {
  func cohortSizeText(_ pilot: Pilot) -> String {
    guard mayAsk(pilot) else { return language.say("not in this project") }
    return switch cohortSizes[pilot.name] {
    case .value(.count(let count)): language.say(SizeRange(count).phrase)
    case .value(let value): language.say("\(value.text, "number") persons")
    case .failed: language.say("size not available")
    case nil: language.say("counting")
    }
  }
}

extension Pilot {
  /// The months from the first index events to the end of follow-up.
  func periodText(in package: DataPackage, _ language: Language = .english) -> String {
    let last = followUp.until ?? package.period.last
    let months = [package.period.first, last].map { String($0.description.dropLast(3)) }
    return language.say("\(months[0], "first") to \(months[1], "last")")
  }
}
