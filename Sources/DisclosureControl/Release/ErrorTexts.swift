import ColumnStore
import QueryEngine

extension EngineError {
  /// For whoever keeps the store. Names descriptors, never a value.
  var text: String {
    switch self {
    case .store(let error): error.text
    case .unknown(let subject, let name):
      "The package has no \(subject.rawValue) \u{201C}\(name)\u{201D}. Build the store again."
    case .unknownField(let resource, let field):
      "The store has no field \(field) of \(resource). Build the store again."
    case .notADate(let resource, let field):
      "The field \(field) of \(resource) does not hold dates. Mend its type and build again."
    case .unexpectedValue(let resource, let field):
      "The field \(field) of \(resource) holds what its code list does not. Build the store again."
    case .unusableDimension(let number, let reason):
      "Dimension \(number + 1) of this table cannot be counted: \(reason)."
    case .tooManyCells(let limit):
      "This table would have more than \(limit) cells. Leave out a variable or show fewer levels."
    }
  }
}

extension StoreError {
  /// For whoever keeps the store. Names files, never a value.
  var text: String {
    switch self {
    case .missing(let path): "There is no store at \(path). Build it first."
    case .notAStore(let path, let reason): "\(path) is not a store: \(reason)."
    case .otherVersion(let path, let found, let expected):
      "The store at \(path) has format \(found), and this program reads \(expected). Build it again."
    case .damaged(let file, let segment, let reason):
      "The store is damaged: \(file)\(segment.isEmpty ? "" : ", \(segment)"), \(reason)."
        + " Build it again from the data package."
    case .system(let path, let operation, let code):
      "\(path) cannot be read (\(operation), error \(code))."
    case .unknownResource(let name): "The store has no resource \u{201C}\(name)\u{201D}."
    }
  }
}
