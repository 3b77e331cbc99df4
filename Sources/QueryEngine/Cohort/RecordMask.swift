import CohortModel
import ColumnStore

extension CohortContext {
  /// Per record 1 where it satisfies every condition, else 0; nil where there is none to satisfy.
  ///
  /// A condition is satisfied by the codes that it lists and by all below them in the field's code
  /// list; numbers and booleans stand for their text. A missing value satisfies no condition.
  func mask(
    of conditions: [FieldCondition], in table: RecordTable
  ) throws(EngineError) -> Buffer<UInt8>? {
    guard !conditions.isEmpty else { return nil }
    let resource = try resource(table.resource)
    return try .filled(count: table.rowCount) { (mask) throws(EngineError) in
      mask.initialize(repeating: 1)
      for condition in conditions {
        guard let field = resource.field(condition.field),
          let column = table.columns[condition.field]
        else { throw .unknownField(resource: resource.name, field: condition.field) }
        let list = field.codeList.flatMap { package.codeList($0) }
        let codes = list?.codes(atOrBelow: condition.codes) ?? Set(condition.codes)
        clear(mask, where: column, of: field, isNotIn: codes)
      }
    }
  }

  private func clear(
    _ mask: UnsafeMutableBufferPointer<UInt8>, where column: Column, of field: Field,
    isNotIn codes: Set<String>
  ) {
    switch column {
    case .codes8(let values, let dictionary):
      keep(mask, values, flags(dictionary, codes))
    case .codes16(let values, let dictionary):
      keep(mask, values, flags(dictionary, codes))
    case .codes32(let values, let dictionary):
      keep(mask, values, flags(dictionary, codes))
    case .days(let values):
      let days = Set(codes.compactMap { FieldText.day($0, of: field) })
      for row in 0..<mask.count where !days.contains(values[row]) { mask[row] = 0 }
    case .keys:
      // A key has no text that a condition could name.
      mask.update(repeating: 0)
    case .integers(let values):
      let numbers = Set(codes.compactMap { FieldText.integer($0, of: field) })
      let bands = codes.compactMap { FieldText.range($0, of: field) }
      for row in 0..<mask.count where !numbers.contains(values[row]) {
        let value = values[row]
        if !bands.contains(where: { $0.contains(value) }) { mask[row] = 0 }
      }
    }
  }

  private func flags(_ dictionary: [String], _ codes: Set<String>) -> [UInt8] {
    dictionary.indices.map { $0 > 0 && codes.contains(dictionary[$0]) ? 1 : 0 }
  }

  @inline(__always)
  private func keep<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ mask: UnsafeMutableBufferPointer<UInt8>, _ values: Buffer<Value>, _ flags: [UInt8]
  ) {
    flags.withUnsafeBufferPointer { flags in
      for row in 0..<mask.count { mask[row] &= flags[Int(values[row])] }
    }
  }
}
