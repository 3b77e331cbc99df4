import ColumnStore
import Testing

/// Bytes handed out a few at a time.
struct ArraySource: ByteSource {
  var bytes: [UInt8]
  var position = 0

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

struct ReadRecord: Equatable {
  var line: Int
  var fields: [[UInt8]]
}

/// A parser that is slow and obvious: the whole text, one byte after the other.
func obviousRecords(_ bytes: [UInt8]) -> [ReadRecord] {
  var bytes = bytes[...]
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
  var records: [ReadRecord] = []
  var line = 1
  while !bytes.isEmpty {
    var record = ReadRecord(line: line, fields: [])
    var isBlank = false
    while true {
      var field: [UInt8] = []
      let wasQuoted = bytes.first == 0x22
      if wasQuoted {
        bytes = bytes.dropFirst()
        while let byte = bytes.first {
          bytes = bytes.dropFirst()
          if byte == 0x22 {
            guard bytes.first == 0x22 else { break }
            bytes = bytes.dropFirst()
          }
          if byte == 0x0A || (byte == 0x0D && bytes.first != 0x0A) { line += 1 }
          field.append(byte)
        }
        while let byte = bytes.first, ![0x2C, 0x0A, 0x0D].contains(byte) {
          bytes = bytes.dropFirst()
        }
      } else {
        while let byte = bytes.first, ![0x2C, 0x0A, 0x0D].contains(byte) {
          field.append(byte)
          bytes = bytes.dropFirst()
        }
      }
      record.fields.append(field)
      isBlank = record.fields == [[]] && !wasQuoted
      guard bytes.first == 0x2C else { break }
      bytes = bytes.dropFirst()
    }
    if bytes.first == 0x0D {
      bytes = bytes.dropFirst(bytes.dropFirst().first == 0x0A ? 2 : 1)
    } else if bytes.first == 0x0A {
      bytes = bytes.dropFirst()
    }
    line += 1
    // A comma at the very end opens one more, empty field; nothing at all opens none.
    if !isBlank { records.append(record) }
  }
  return records
}

func readRecords(_ bytes: [UInt8], chunk: Int, capacity: Int = 4 << 20) throws -> [ReadRecord] {
  var reader = try CSVReader(ArraySource(bytes: bytes), chunk: chunk, capacity: capacity)
  var records: [ReadRecord] = []
  while try reader.next() {
    var record = ReadRecord(line: reader.line, fields: [])
    for index in 0..<reader.fieldCount { record.fields.append(Array(reader.field(index))) }
    records.append(record)
  }
  return records
}

@Suite("CSV reader")
struct CSVReaderTests {
  @Test("agrees with an obvious parser, whatever the chunks", arguments: 0..<300)
  func agreesWithObviousParser(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let alphabet: [[UInt8]] = [
      [0x2C], [0x2C], [0x22], [0x22, 0x22], [0x0A], [0x0D], [0x0D, 0x0A], Array("ab".utf8),
      Array("é".utf8), Array("2024-01-01".utf8), [0x20], [0x2C, 0x22], [0x22, 0x2C],
      [0x22, 0x0A],
    ]
    var bytes: [UInt8] = seed % 7 == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      bytes += alphabet.randomElement(using: &generator)!
    }
    let expected = obviousRecords(bytes)
    for chunk in [1, 2, 3, 5, 8, 13, bytes.count, bytes.count + 1] {
      #expect(try readRecords(bytes, chunk: chunk) == expected, "seed \(seed), chunk \(chunk)")
    }
  }

  @Test("reports bytes that are no text, with line and field")
  func reportsFaults() throws {
    let bytes: [UInt8] =
      Array("a,b\n1,".utf8) + [0xC3, 0x28] + Array("\n2,".utf8) + [0] + Array("\n\"3\"x,4\n".utf8)
      + Array("5,\"6".utf8)
    var reader = try CSVReader(ArraySource(bytes: bytes), chunk: 3)
    var faults: [(Int, CSVFault?)] = []
    while try reader.next() { faults.append((reader.line, reader.fault)) }
    #expect(faults.map(\.0) == [1, 2, 3, 4, 5])
    #expect(
      faults.map(\.1) == [
        nil, .invalidUTF8(field: 1), .nulByte(field: 1), .textAfterQuote(field: 0),
        .unclosedQuote(field: 1),
      ])
  }

  @Test("refuses overlong UTF-8, surrogates and what lies beyond Unicode")
  func refusesIllFormedText() throws {
    let illFormed: [[UInt8]] = [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xF0, 0x9F, 0x98],
    ]
    for bytes in illFormed {
      var reader = try CSVReader(ArraySource(bytes: bytes))
      #expect(try reader.next())
      #expect(reader.fault == .invalidUTF8(field: 0))
    }
    var reader = try CSVReader(ArraySource(bytes: Array("Llŷn,😀,日本".utf8)))
    #expect(try reader.next())
    #expect(reader.fault == nil)
    #expect(reader.texts == ["Llŷn", "😀", "日本"])
  }

  @Test("a quote that is never closed ends in an error with line and field, not in memory")
  func boundsFields() throws {
    let bytes = Array("a,b\n1,\"".utf8) + Array(repeating: 0x78, count: 3 << 20)
    var reader = try CSVReader(ArraySource(bytes: bytes))
    #expect(try reader.next())
    #expect(throws: CSVError.fieldTooLong(line: 2, field: 1)) { try reader.next() }
    #expect(reader.bytesRead <= 2 << 20)
  }

  @Test("a field of exactly the longest length is read")
  func longestField() throws {
    let field = [UInt8](repeating: 0x78, count: 1 << 20)
    for bytes in [field + [0x2C, 0x79, 0x0A], [0x22] + field + [0x22, 0x2C, 0x79, 0x0A]] {
      #expect(
        try readRecords(bytes, chunk: 1 << 20)
          == [ReadRecord(line: 1, fields: [field, [0x79]])])
    }
    #expect(throws: CSVError.fieldTooLong(line: 1, field: 0)) {
      try readRecords(field + [0x78], chunk: 1 << 20)
    }
  }

  @Test("a record longer than the buffer is refused")
  func boundsRecords() {
    let bytes = Array(String(repeating: "1234,", count: 100).utf8)
    #expect(throws: CSVError.recordTooLong(line: 1)) {
      try readRecords(bytes, chunk: 16, capacity: 64)
    }
  }

  @Test("a file that is not there is an error")
  func missingFile() {
    #expect(throws: CSVError.unreadable(code: 2)) {
      _ = try CSVReader<FileSource>(path: "/nonexistent/file.csv")
    }
  }
}
