/// Whether bytes are well-formed UTF-8 (The Unicode Standard, table 3-7).
func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  let count = bytes.count
  while index < count {
    let first = bytes[index]
    if first < 0x80 {
      index += 1
      continue
    }
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xE1...0xEC, 0xEE, 0xEF: length = 3
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, highest) = (4, 0x8F)
    default: return false
    }
    guard index + length <= count, (lowest...highest).contains(bytes[index + 1]) else {
      return false
    }
    for following in bytes[index + 2..<index + max(2, length)]
    where !(0x80...0xBF).contains(following) {
      return false
    }
    index += length
  }
  return true
}
