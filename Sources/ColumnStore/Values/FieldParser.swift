import CohortModel

/// How the values of a field are held in a store.
enum ColumnStorage: Equatable {
  /// Numbers of a list of texts that is known beforehand.
  case listedCodes
  /// Numbers of the texts that occur.
  case foundCodes
  case days
  case integers
  /// Keys of references, which keep nothing of how they are written.
  case keys
}

/// What is wrong with one value.
enum ValueFault: UInt8, CaseIterable {
  case badType
  case belowMinimum
  case aboveMaximum
  case unknownCode
}

/// What one field of a record says.
enum ParsedValue {
  case missing
  /// A code number, a day number or a whole number.
  case value(Int64)
  case fault(ValueFault)
}

/// A field's type, missing values, codes and limits, made ready for reading values from bytes.
final class FieldParser {
  let field: Field
  let storage: ColumnStorage
  private let missing: [[UInt8]]
  private let minimum: Double?
  private let maximum: Double?
  private let hasLimits: Bool
  private let keepsTexts: Bool
  /// Day zero of a field that counts from it.
  private let dayZero: CalendarDay?
  private let references: ReferenceKeys?
  /// Listed or found texts; number 0 stands for "missing".
  private(set) var dictionary: ByteDictionary

  /// - Parameters:
  ///   - codes: the codes that data may hold, where the field has a code list.
  ///   - keepsTexts: whether texts without a list get numbers; a check has no need of them.
  ///   - references: makes the keys that are stored in the place of the field's values.
  init(
    _ field: Field, codes: [String]?, missingValues: [String], dayZero: CalendarDay? = nil,
    keepsTexts: Bool = true, references: ReferenceKeys? = nil
  ) {
    self.field = field
    self.dayZero = dayZero
    self.keepsTexts = keepsTexts
    self.references = references
    missing = missingValues.filter { !$0.isEmpty }.map { Array($0.utf8) }
    switch (codes, field.kind) {
    case _ where references != nil: storage = .keys
    case (.some, _): storage = .listedCodes
    case (nil, .boolean): storage = .listedCodes
    case (nil, .string): storage = .foundCodes
    case (nil, .date), (nil, .yearmonth): storage = .days
    case (nil, .integer), (nil, .year), (nil, .number): storage = .integers
    }
    dictionary = ByteDictionary(codes ?? (field.kind == .boolean ? ["true", "false"] : []))
    minimum = field.minimum.flatMap { FieldParser.limit($0, field.kind) }
    maximum = field.maximum.flatMap { FieldParser.limit($0, field.kind) }
    hasLimits = minimum != nil || maximum != nil
  }

  convenience init(
    _ field: Field, of resource: Resource, in package: DataPackage, keepsTexts: Bool = true,
    references: ReferenceKeys? = nil
  ) {
    let codes = field.codeList.flatMap { package.codeList($0) }.map { list in
      let parents = Set(list.codes.compactMap(\.parent))
      return list.codes.map(\.code).filter { !parents.contains($0) }
    }
    self.init(
      field, codes: codes, missingValues: resource.missingValues, dayZero: package.period.first,
      keepsTexts: keepsTexts, references: references)
  }

  /// A limit of the schema on the scale on which values are compared.
  static func limit(_ text: String, _ kind: Field.Kind) -> Double? {
    switch kind {
    case .date, .yearmonth: CalendarDay(text).map { Double($0.rawValue) }
    case .integer, .number, .year: Double(text)
    case .string, .boolean: nil
    }
  }

  @inline(__always)
  func isMissing(_ bytes: Bytes) -> Bool {
    if bytes.isEmpty { return true }
    for text in missing where text.count == bytes.count {
      if text.elementsEqual(bytes) { return true }
    }
    return false
  }

  /// Reads a value. Texts without a list get a number when they first occur.
  @inline(__always)
  func parse(_ bytes: Bytes) -> ParsedValue {
    if isMissing(bytes) { return .missing }
    if let references {
      if field.kind == .integer, NumberParsing.integer(bytes) == nil { return .fault(.badType) }
      return .value(Int64(bitPattern: references.key(bytes)))
    }
    if storage == .listedCodes {
      if field.kind == .boolean, field.codeList == nil {
        guard let value = NumberParsing.boolean(bytes) else { return .fault(.badType) }
        return .value(value ? 1 : 2)
      }
      guard let number = dictionary.number(bytes) else { return .fault(.unknownCode) }
      return .value(Int64(number))
    }
    switch field.kind {
    case .string:
      return .value(keepsTexts ? Int64(dictionary.intern(bytes)) : 0)
    case .date:
      if let clock = field.clock, let dayZero {
        guard let count = NumberParsing.integer(bytes), let day = clock.day(count, after: dayZero)
        else { return .fault(.badType) }
        return .value(Int64(day.rawValue))
      }
      guard let day = NumberParsing.day(bytes) else { return .fault(.badType) }
      return limited(Int64(day))
    case .yearmonth:
      guard let day = NumberParsing.month(bytes) else { return .fault(.badType) }
      return limited(Int64(day))
    case .year:
      guard let year = NumberParsing.year(bytes) else { return .fault(.badType) }
      return limited(year)
    case .integer:
      guard let number = NumberParsing.integer(bytes) else { return .fault(.badType) }
      return limited(number)
    case .number:
      if let number = NumberParsing.integer(bytes) { return limited(number) }
      guard let number = NumberParsing.decimal(bytes) else { return .fault(.badType) }
      if let minimum, number < minimum { return .fault(.belowMinimum) }
      if let maximum, number > maximum { return .fault(.aboveMaximum) }
      guard abs(number) < 0x1p62 else { return .fault(.badType) }
      return .value(Int64(number.rounded(.down)))
    case .boolean:
      return .fault(.badType)
    }
  }

  @inline(__always)
  private func limited(_ value: Int64) -> ParsedValue {
    guard hasLimits else { return .value(value) }
    if let minimum, Double(value) < minimum { return .fault(.belowMinimum) }
    if let maximum, Double(value) > maximum { return .fault(.aboveMaximum) }
    return .value(value)
  }
}
