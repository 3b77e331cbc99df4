import CohortModel
import Tables

extension ProtectedTable {
  /// The table with its labels in a language: those of entries as the service sends them, those of
  /// axes, units and conditions from the labelled package, legend and certificate by the forms of their
  /// sentences. Cells, query and the certificate's facts and hash are untouched.
  ///
  /// - Parameter package: the package, labelled in the language.
  func labelled(in language: Language, package: DataPackage, today: CalendarDay) -> ProtectedTable {
    guard language == .welsh else { return self }
    var table = self
    let plan = try? TablePlan(query, package: package, today: today).labelled(in: language)
    table.legend = table.legend.map {
      LegendEntry(sign: $0.sign, meaning: language.say(service: $0.meaning))
    }
    table.certificate.statement = language.say(service: certificate.statement)
    for axis in table.axes.indices {
      let own = plan?.axes.first {
        $0.role == table.axes[axis].role && $0.name == table.axes[axis].name
      }
      for entry in table.axes[axis].entries.indices {
        let old = table.axes[axis].entries[entry]
        // The plan knows what is made from labels (an ending of a stage); the entry its own Welsh.
        let planned = own?.entries.first { $0.code == old.code }?.label
        table.axes[axis].entries[entry].label =
          old.labelWelsh ?? planned ?? old.label
      }
      if let own { table.axes[axis].label = own.label }
    }
    table.heading.linkage = heading.linkage.map(LinkageNote.inWelsh)
    table.heading.missing = heading.missing.map { share in
      var share = PublishedShare.inWelsh(share)
      let isVariable = plan?.query.pilot == query.pilot && share.labelWelsh == nil
      if isVariable {
        share.label = CodeChoices.label(of: share.code, in: package.pilot(query.pilot), language)
      }
      return share
    }
    guard let plan else { return table }
    let unit =
      Language.ownUnits.contains(plan.unit) ? language.say(Phrase(english: plan.unit)) : plan.unit
    let subject: String
    switch query.measure {
    case .persons, .events: subject = unit
    case .share: subject = plan.axes.last?.label ?? plan.unit
    case .median(let from, let to):
      let pilot = package.pilot(query.pilot)
      let labels = [from, to].map { pilot?.stage($0)?.label ?? $0 }
      subject = language.say(
        "Median days from \u{201C}\(labels[0], "stage")\u{201D} to \u{201C}\(labels[1], "other")\u{201D}"
      )
    }
    table.heading.unit = unit
    table.heading.title = language.title(
      of: subject, by: plan.axes.filter { $0.role != .measure }.map(\.label))
    table.heading.conditions = plan.conditionPhrases.map { condition in
      for group in plan.query.recodes.flatMap(\.groups) {
        let english = ": " + Language.english.text(of: group)
        guard condition.hasSuffix(english) else { continue }
        return String(condition.dropLast(english.count)) + ": " + language.text(of: group)
      }
      return language.say(service: condition)
    }
    table.heading.pilotTitle = package.pilot(query.pilot)?.title ?? heading.pilotTitle
    return table
  }
}

extension PublishedShare {
  fileprivate static func inWelsh(_ share: PublishedShare) -> PublishedShare {
    var share = share
    share.label = share.labelWelsh ?? share.label
    return share
  }
}

extension LinkageNote {
  fileprivate static func inWelsh(_ note: LinkageNote) -> LinkageNote {
    var note = note
    note.datasets = note.datasets.map(PublishedShare.inWelsh)
    note.conflicts = note.conflicts.map(PublishedShare.inWelsh)
    return note
  }
}

extension TablePlan {
  /// The plan with the labels of its codes in a language: those that codes have in it by themselves
  /// (bands, months, endings), which the labelled package does not hold.
  func labelled(in language: Language) -> TablePlan {
    guard language == .welsh else { return self }
    var plan = self
    for number in plan.dimensions.indices {
      for node in plan.dimensions[number].structure.nodes.indices {
        let own = plan.dimensions[number].structure.nodes[node]
        plan.dimensions[number].structure.nodes[node].label = own.labelWelsh ?? own.label
      }
    }
    for axis in plan.axes.indices {
      for entry in plan.axes[axis].entries.indices {
        let own = plan.axes[axis].entries[entry]
        plan.axes[axis].entries[entry].label = own.labelWelsh ?? own.label
      }
    }
    return plan
  }
}

extension Language {
  /// Units that are no label of a package.
  fileprivate static let ownUnits: Set<String> = ["Persons", "Index events"]

  /// "Persons by Sex and Age at release".
  func title(of subject: String, by axes: [String]) -> String {
    guard let last = axes.last else { return subject }
    let others = axes.dropLast().joined(separator: ", ")
    guard !others.isEmpty else { return say("\(subject, "what") by \(last, "axis")") }
    let text = say("\(subject, "what") by \(others, "axes") and \(last, "axis")")
    // "a" is "ac" before a vowel.
    guard self == .welsh, let first = last.lowercased().first,
      "aeiouwy\u{E2}\u{F4}".contains(first),
      text.hasSuffix(" a \(last)")
    else { return text }
    return String(text.dropLast(last.count + 1)) + "c \(last)"
  }

  func text(_ figure: Figure) -> String {
    switch figure {
    case .days(.within(let days, _, _)) where self != .english:
      say("\(DecimalText.grouped(Int(days.rounded())), "number") days")
    case .days(.moreThan(let days)) where self != .english:
      say("more than \(DecimalText.grouped(days), "number") days")
    default: figure.text
    }
  }

  /// The limits of an interval in percent.
  func interval(_ share: Share) -> String {
    say(
      "\(DecimalText.tenths(share.lower * 100), "lower") to \(DecimalText.tenths(share.upper * 100), "upper")"
    )
  }
}
