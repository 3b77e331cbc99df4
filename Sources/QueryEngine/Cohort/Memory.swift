import ColumnStore

/// Memory that is freed with its last reader.
private final class Allocation<Element: BitwiseCopyable & Sendable> {
  let memory: UnsafeMutableBufferPointer<Element>

  init(count: Int) {
    memory = .allocate(capacity: count)
  }

  deinit { memory.deallocate() }
}

extension Buffer {
  /// A buffer of `count` elements that `fill` must set, every one of them.
  static func filled<Failure: Error>(
    count: Int, with fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) -> Buffer {
    let allocation = Allocation<Element>(count: count)
    try fill(allocation.memory)
    return Buffer(pointer: UnsafeBufferPointer(allocation.memory), owner: allocation)
  }

  /// A buffer that repeats one value.
  static func repeating(_ value: Element, count: Int) -> Buffer {
    filled(count: count) { $0.initialize(repeating: value) }
  }

  /// The same values, of which `change` may set some to others.
  func changed<Failure: Error>(
    by change: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) -> Buffer {
    let source = self
    return try Buffer.filled(count: count) { (memory) throws(Failure) in
      _ = memory.initialize(from: source.pointer)
      try change(memory)
    }
  }
}
