/// A value in a document with the way to it, so that what is wrong can be said by its place
/// (`cube.dimensions[2].nodes`).
struct JSONPlace {
  let path: String
  let place: String
  let value: JSONValue

  func fault(_ reason: String) -> TableFileError {
    .malformed(path: path, place: place.isEmpty ? "{}" : place, reason: reason)
  }

  /// The member of an object; nil where there is none, or it is null.
  func optional(_ name: String) throws(TableFileError) -> JSONPlace? {
    guard case .object(let members) = value else { throw fault("an object was expected") }
    guard let member = members.first(where: { $0.name == name }), member.value != .null else {
      return nil
    }
    return JSONPlace(
      path: path, place: place.isEmpty ? name : "\(place).\(name)", value: member.value)
  }

  func member(_ name: String) throws(TableFileError) -> JSONPlace {
    guard let member = try optional(name) else {
      throw TableFileError.malformed(
        path: path, place: place.isEmpty ? name : "\(place).\(name)", reason: "it is missing")
    }
    return member
  }

  var elements: [JSONPlace] {
    get throws(TableFileError) {
      guard case .array(let values) = value else { throw fault("a list was expected") }
      return values.enumerated().map {
        JSONPlace(path: path, place: "\(place)[\($0.offset)]", value: $0.element)
      }
    }
  }

  var string: String {
    get throws(TableFileError) {
      guard case .string(let text) = value else { throw fault("a text was expected") }
      return text
    }
  }

  var integer: Int {
    get throws(TableFileError) {
      guard case .integer(let number) = value else { throw fault("a whole number was expected") }
      // No count of people or events comes near it, and sums of such numbers can be formed.
      guard number.magnitude <= 1_000_000_000_000_000 else {
        throw fault("a whole number of at most 15 digits was expected")
      }
      return number
    }
  }

  var number: Double {
    get throws(TableFileError) {
      switch value {
      case .integer(let number): return Double(number)
      case .number(let text):
        guard let number = Double(text) else { throw fault("a number was expected") }
        return number
      default: throw fault("a number was expected")
      }
    }
  }

  var boolean: Bool {
    get throws(TableFileError) {
      guard case .boolean(let value) = value else { throw fault("true or false was expected") }
      return value
    }
  }

  /// A whole number of a range.
  func index(in range: Range<Int>) throws(TableFileError) -> Int {
    let number = try integer
    guard range.contains(number) else { throw fault("there is none of this number") }
    return number
  }

  func indices(in range: Range<Int>) throws(TableFileError) -> [Int] {
    var numbers: [Int] = []
    for element in try elements { numbers.append(try element.index(in: range)) }
    return numbers
  }

  var strings: [String] {
    get throws(TableFileError) {
      var texts: [String] = []
      for element in try elements { texts.append(try element.string) }
      return texts
    }
  }
}
