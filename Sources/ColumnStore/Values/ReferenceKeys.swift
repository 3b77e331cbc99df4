import Crypto

/// The keys that stand for references by which cases and units of count are told apart: the first
/// 64 bits of HMAC-SHA-256 of the text under the store's secret, whichever field it is in.
///
/// They say whether two texts are the same, and nothing else to anyone without the secret. Of n
/// different texts two have the same key with probability n² / 2^65: of ten million, one in
/// 370,000.
struct ReferenceKeys {
  private let prepared: HMAC<SHA256>

  init(secret: [UInt8]) {
    var prepared = HMAC<SHA256>(key: SymmetricKey(data: secret))
    // Apart from whatever else the secret keys.
    prepared.update(data: Array("bold reference ".utf8))
    self.prepared = prepared
  }

  /// - Parameter bytes: the value as it is written, which is not missing.
  func key(_ bytes: Bytes) -> UInt64 {
    var code = prepared
    code.update(data: UnsafeRawBufferPointer(bytes))
    let key = code.finalize().withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self))
    }
    // Two values stand for something else: no key, and no value while a record is read.
    return key == Column.missingKey || key == UInt64(bitPattern: ResourceLoader.noValue) ? 1 : key
  }
}
