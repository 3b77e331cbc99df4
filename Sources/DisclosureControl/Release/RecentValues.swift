/// The values used last, up to a number of them.
struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private var values: [Key: (value: Value, use: Int)] = [:]
  private var uses = 0

  init(capacity: Int) {
    self.capacity = capacity
  }

  subscript(key: Key) -> Value? {
    mutating get {
      uses += 1
      values[key]?.use = uses
      return values[key]?.value
    }
    set {
      uses += 1
      values[key] = newValue.map { ($0, uses) }
      if values.count > capacity, let oldest = values.min(by: { $0.value.use < $1.value.use }) {
        values[oldest.key] = nil
      }
    }
  }
}
