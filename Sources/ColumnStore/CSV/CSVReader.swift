/// A streaming reader of CSV files as RFC 4180 describes them, in fixed memory.
///
/// Lines end with LF, CRLF or CR; a byte-order mark is skipped; blank lines are no records. A quote
/// within an unquoted field stands for itself. The fields of a record are slices of the read
/// buffer, valid until the next call of `next()`; no string is made.
package struct CSVReader<Source: ByteSource & ~Copyable>: ~Copyable {
  /// Longest field in bytes, and by default a quarter of the longest record.
  package static var longestField: Int { 1 << 20 }

  private var source: Source
  private let buffer: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private let chunk: Int
  /// Unread bytes: `position ..< end`.
  private var position = 0
  private var end = 0
  private var isAtEnd = false
  private var bounds: UnsafeMutablePointer<Int>
  private var boundsCapacity = 256
  private var nextLine = 1

  /// Fields of the record.
  package private(set) var fieldCount = 0
  /// The physical line on which the record starts, from 1.
  package private(set) var line = 0
  /// What is wrong with the record's bytes, if anything.
  package private(set) var fault: CSVFault?
  /// Bytes taken from the source so far.
  package private(set) var bytesRead = 0

  /// - Parameters:
  ///   - chunk: bytes asked of the source at once.
  ///   - capacity: the longest record in bytes.
  package init(_ source: consuming Source, chunk: Int = 1 << 20, capacity: Int = 4 << 20)
    throws(CSVError)
  {
    self.source = source
    self.capacity = max(capacity, 16)
    self.chunk = max(1, chunk)
    buffer = .allocate(capacity: self.capacity + 8)
    bounds = .allocate(capacity: 2 * boundsCapacity)
    while end < 3, !isAtEnd { try refill() }
    if end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
  }

  deinit {
    buffer.deallocate()
    bounds.deallocate()
  }

  /// The bytes of a field of the record, unquoted.
  @inline(__always)
  package func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = bounds[2 * index]
    return UnsafeBufferPointer(start: buffer + start, count: bounds[2 * index + 1] - start)
  }

  /// A field as text; for headers and messages, not for the hot path.
  package func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

  /// All fields of the record as text.
  package var texts: [String] {
    var texts: [String] = []
    for index in 0..<fieldCount { texts.append(text(index)) }
    return texts
  }

  /// Goes to the next record; false at the end of the file.
  package mutating func next() throws(CSVError) -> Bool {
    fault = nil
    while true {
      switch scan() {
      case .record: return true
      case .blank: continue
      case .finished: return false
      case .needsMore: try refill()
      case .tooLong(let field): throw .fieldTooLong(line: nextLine, field: field)
      }
    }
  }

  private mutating func refill() throws(CSVError) {
    if position > 0 {
      let unread = end - position
      buffer.update(from: buffer + position, count: unread)
      position = 0
      end = unread
    }
    let room = min(chunk, capacity - end)
    guard room > 0 else { throw .recordTooLong(line: nextLine) }
    let count = try source.read(
      into: UnsafeMutableRawBufferPointer(start: buffer + end, count: room))
    if count == 0 { isAtEnd = true }
    end += count
    bytesRead += count
  }

  private enum Scan {
    case record
    case blank
    case finished
    case needsMore
    case tooLong(field: Int)
  }

  private mutating func growBounds() {
    let larger = UnsafeMutablePointer<Int>.allocate(capacity: 4 * boundsCapacity)
    larger.update(from: bounds, count: 2 * boundsCapacity)
    bounds.deallocate()
    bounds = larger
    boundsCapacity *= 2
  }

  /// Finds the record that starts at `position`, if all of it is in the buffer.
  private mutating func scan() -> Scan {
    let bytes = buffer
    let end = end
    let longest = Self.longestField
    var at = position
    var fields = 0
    var lineBreaksWithin = 0
    var hasDoubledQuotes = false
    var found: CSVFault?
    var accumulated: UInt8 = 0
    var hasNul = false

    guard at < end else { return isAtEnd ? .finished : .needsMore }

    while true {
      if fields == boundsCapacity { growBounds() }
      let bounds = bounds
      let isQuoted = at < end && bytes[at] == 0x22
      if isQuoted {
        at += 1
        let start = at
        var isClosed = false
        while at < end {
          let byte = bytes[at]
          if byte == 0x22 {
            if at + 1 < end {
              if bytes[at + 1] == 0x22 {
                hasDoubledQuotes = true
                at += 2
                continue
              }
            } else if !isAtEnd {
              return at - start > longest ? .tooLong(field: fields) : .needsMore
            }
            isClosed = true
            break
          }
          accumulated |= byte
          if byte < 0x0E {
            if byte == 0 { hasNul = true }
            if byte == 0x0A { lineBreaksWithin += 1 }
            if byte == 0x0D {
              if at + 1 < end {
                if bytes[at + 1] != 0x0A { lineBreaksWithin += 1 }
              } else if isAtEnd {
                lineBreaksWithin += 1
              }
            }
          }
          at += 1
        }
        if at - start > longest { return .tooLong(field: fields) }
        if !isClosed {
          if !isAtEnd { return .needsMore }
          found = found ?? .unclosedQuote(field: fields)
        }
        bounds[2 * fields] = start
        bounds[2 * fields + 1] = at
        if isClosed {
          at += 1
          while at < end, bytes[at] != 0x2C, bytes[at] != 0x0A, bytes[at] != 0x0D {
            found = found ?? .textAfterQuote(field: fields)
            at += 1
          }
          if at - start > longest + 2 { return .tooLong(field: fields) }
        }
      } else {
        let start = at
        while at < end {
          let byte = bytes[at]
          if byte == 0x2C { break }
          if byte < 0x0E {
            if byte == 0x0A || byte == 0x0D { break }
            if byte == 0 { hasNul = true }
          }
          accumulated |= byte
          at += 1
        }
        if at - start > longest { return .tooLong(field: fields) }
        bounds[2 * fields] = start
        bounds[2 * fields + 1] = at
      }
      fields += 1
      if at < end {
        let byte = bytes[at]
        if byte == 0x2C {
          at += 1
          if at == end && !isAtEnd { return .needsMore }
          continue
        }
        if byte == 0x0D {
          if at + 1 < end {
            at += bytes[at + 1] == 0x0A ? 2 : 1
          } else if isAtEnd {
            at += 1
          } else {
            return .needsMore
          }
        } else {
          at += 1
        }
        break
      }
      if isAtEnd { break }
      return .needsMore
    }

    let isBlank =
      fields == 1 && bounds[0] == bounds[1] && bounds[0] == position && bytes[position] != 0x22
    line = nextLine
    nextLine += 1 + lineBreaksWithin
    fieldCount = fields
    position = at
    if isBlank { return .blank }
    if hasDoubledQuotes { removeDoubledQuotes() }
    if found == nil, accumulated >= 0x80 || hasNul { found = findBadBytes() }
    fault = found
    return .record
  }

  /// Every quote within a quoted field is doubled in the buffer: keeps one of each two, in place.
  private mutating func removeDoubledQuotes() {
    for field in 0..<fieldCount {
      let start = bounds[2 * field]
      let stop = bounds[2 * field + 1]
      guard start > 0, buffer[start - 1] == 0x22 else { continue }
      // A field that follows a quote sign in the buffer was quoted: an unquoted one follows a comma,
      // the end of a line or the start of the file.
      var to = start
      var from = start
      while from < stop {
        let byte = buffer[from]
        buffer[to] = byte
        to += 1
        from += byte == 0x22 ? 2 : 1
      }
      bounds[2 * field + 1] = to
    }
  }

  private func findBadBytes() -> CSVFault? {
    for index in 0..<fieldCount {
      let bytes = field(index)
      if bytes.contains(0) { return .nulByte(field: index) }
      if bytes.contains(where: { $0 >= 0x80 }), !isValidUTF8(bytes) {
        return .invalidUTF8(field: index)
      }
    }
    return nil
  }
}

extension CSVReader where Source == FileSource {
  /// Reads a file.
  package init(path: String) throws(CSVError) {
    try self.init(path: path, digest: nil)
  }

  /// Reads a file and takes its digest.
  init(path: String, digest: InputDigest?) throws(CSVError) {
    try self.init(try FileSource(path: path, digest: digest))
  }

  /// Size of the file in bytes when it was opened.
  package var size: Int { source.size }
}
