import Yams

/// A value of a descriptor file, with its place.
struct Descriptor {
  let node: Node
  let mark: Mark?
  let file: String
  /// The key or name that it stands under.
  let field: String?
  let isJSON: Bool
  let log: ProblemLog

  func report(
    _ message: String, severity: PackageProblem.Severity = .error, field: String? = nil,
    rule: String? = nil
  ) {
    log.add(
      PackageProblem(
        message, severity: severity, file: file, line: mark?.line, column: mark?.column,
        field: field ?? self.field, rule: rule))
  }

  func warn(_ message: String, rule: String? = nil) {
    report(message, severity: .warning, rule: rule)
  }

  /// Reports words that the programme does not use for people.
  func checkWording(_ language: Wording.Language) {
    guard case .scalar(let scalar) = node else { return }
    for finding in Wording.findings(in: scalar.string, language) {
      warn("\(finding.word.quoted): better \(finding.advice).", rule: finding.rule)
    }
  }

  func child(_ node: Node, field: String?, mark: Mark? = nil) -> Descriptor {
    Descriptor(
      node: node, mark: mark ?? node.mark ?? self.mark, file: file, field: field ?? self.field,
      isJSON: isJSON, log: log)
  }

  /// Not written, `null` or `~`.
  var isNull: Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  var isMapping: Bool { if case .mapping = node { true } else { false } }

  /// A text; in JSON a string, in YAML any single value as it is written.
  var text: String? {
    guard case .scalar(let scalar) = node, !isNull, !isJSON || scalar.style != .plain else {
      report("Here comes a text.")
      return nil
    }
    return scalar.string
  }

  /// A single value as it is written, numbers and truth values included.
  var literal: String? {
    guard case .scalar(let scalar) = node, !isNull else {
      report("Here comes a single value.")
      return nil
    }
    return scalar.string
  }

  var boolean: Bool? {
    if case .scalar(let scalar) = node, scalar.style == .plain {
      switch scalar.string {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default: break
      }
    }
    report("Here comes true or false.")
    return nil
  }

  func integer(in range: ClosedRange<Int>) -> Int? {
    guard case .scalar(let scalar) = node, scalar.style == .plain,
      let number = Int(scalar.string), range.contains(number)
    else {
      report("Here comes a whole number from \(range.lowerBound) to \(range.upperBound).")
      return nil
    }
    return number
  }

  func number(in range: ClosedRange<Double>) -> Double? {
    guard case .scalar(let scalar) = node, scalar.style == .plain,
      let number = Double(scalar.string), range.contains(number)
    else {
      report("Here comes a number from \(range.lowerBound) to \(range.upperBound).")
      return nil
    }
    return number
  }

  /// `2024-06-30`.
  var day: CalendarDay? {
    guard case .scalar(let scalar) = node, scalar.string.utf8.count == 10,
      let day = CalendarDay(scalar.string)
    else {
      report("Here comes a day, as in 2024-06-30.")
      return nil
    }
    return day
  }

  /// `12 months`, `28 days`.
  var span: CalendarSpan? {
    guard case .scalar(let scalar) = node, let span = CalendarSpan(text: scalar.string) else {
      report("Here comes a span in days or months, as in 28 days or 12 months.")
      return nil
    }
    return span
  }

  func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Value?
  where Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    guard case .scalar(let scalar) = node, let value = Value(rawValue: scalar.string) else {
      let word: String? = if case .scalar(let scalar) = node { scalar.string } else { nil }
      report(
        "Here comes one of: \(names.joined(separator: ", "))."
          + Descriptor.hint(word, among: names))
      return nil
    }
    return value
  }

  /// The items of a list.
  var list: [Descriptor]? {
    guard case .sequence(let sequence) = node else {
      report("Here comes a list.")
      return nil
    }
    return sequence.map { child($0, field: nil) }
  }

  /// A list of single values, or one alone.
  var literals: [Descriptor]? {
    if case .scalar = node { return literal == nil ? nil : [self] }
    return list?.filter { $0.literal != nil }
  }

  /// A mapping of names of the writer's choice, in the order of the file.
  func named(_ what: String) -> [(name: String, value: Descriptor)] {
    guard case .mapping(let mapping) = node else {
      report("Here come names, each with its \(what).")
      return []
    }
    return mapping.compactMap { key, value in
      guard case .scalar(let scalar) = key else {
        child(key, field: nil).report("Here comes a name.")
        return nil
      }
      return (scalar.string, child(value, field: scalar.string, mark: key.mark))
    }
  }

  /// A mapping of known keys. Reports unknown and missing ones.
  func mapping(_ shape: DescriptorShape) -> DescriptorMapping? {
    guard case .mapping(let mapping) = node else {
      report("Here come the keys \(shape.keys.joined(separator: ", ")).")
      return nil
    }
    var values: [String: Descriptor] = [:]
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        child(key, field: nil).report("Here comes a key.")
        continue
      }
      let name = scalar.string
      let item = child(value, field: name, mark: key.mark)
      if shape.keys.contains(name) {
        if let language = Wording.language(ofKey: name) { item.checkWording(language) }
        if !item.isNull { values[name] = item }
      } else if !shape.ignoredKeys.contains(name) {
        let near = NearestName.of(name, among: shape.keys)
        item.report(
          "\(name.prefix(60).description.quoted) is no key of \(shape.title)."
            + (near.map { " Did you mean \($0.quoted)?" } ?? ""),
          severity: shape.allowsOthers && near == nil ? .warning : .error)
      }
    }
    for key in shape.required where values[key] == nil {
      report("\(key.quoted) is missing from \(shape.title).", field: key, rule: shape.rule)
    }
    return DescriptorMapping(whole: self, values: values)
  }

  static func hint(_ word: String?, among names: some Sequence<String>) -> String {
    word.flatMap { NearestName.of($0, among: names) }.map { " Did you mean \($0.quoted)?" } ?? ""
  }
}

/// A mapping whose keys have been checked.
struct DescriptorMapping {
  let whole: Descriptor
  let values: [String: Descriptor]

  subscript(_ key: String) -> Descriptor? { values[key] }

  /// The text of a key; empty where it is missing.
  func text(_ key: String) -> String { values[key]?.text ?? "" }
  func optionalText(_ key: String) -> String? { values[key]?.text }
  func boolean(_ key: String) -> Bool { values[key]?.boolean ?? false }
  func texts(_ key: String) -> [String] {
    values[key]?.literals?.compactMap(\.literal) ?? []
  }
}

extension CalendarSpan {
  init?(text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let count = Int(words[0]), let unit = Unit(word: String(words[1])),
      (0...unit.most).contains(count)
    else { return nil }
    self.init(count, unit)
  }
}
