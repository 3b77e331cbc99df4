import ColumnStore

/// Why a plan could not be counted. Names files, descriptors and dimensions, never a value of the
/// data.
package enum EngineError: Error, Equatable, Sendable {
  /// What a name was expected to be.
  package enum Subject: String, Equatable, Sendable {
    case pilot
    case event
    case resource
    case variable
    case stage
    case milestone
    case outcome
    case unit
  }

  case store(StoreError)
  /// A pilot or a plan names something that the package does not have.
  case unknown(Subject, String)
  case unknownField(resource: String, field: String)
  /// A field that dates records does not hold dates.
  case notADate(resource: String, field: String)
  /// A required field of a known code list holds something else: the store does not fit its
  /// descriptors.
  case unexpectedValue(resource: String, field: String)
  /// The dimension with this number does not fit its source.
  case unusableDimension(Int, reason: String)
  /// The cube would have more cells than can be held.
  case tooManyCells(limit: Int)
}
