import CohortModel
import Crypto

/// The keys that stand for references by which cases and units of count are told apart: the first
/// 64 bits of HMAC-SHA-256 of the text under the store's secret, whichever field it is in.
///
/// They say whether two texts are the same, and nothing else to anyone without the secret. Of n
/// different texts two have the same key with probability n² / 2^65: of ten million, one in
/// 370,000.
struct ReferenceKeys {
  private var prepared: HMAC<SHA256>
  private var journeys: CourtJourneys?

  init(secret: [UInt8]) {
    var prepared = HMAC<SHA256>(key: SymmetricKey(data: secret))
    // Apart from whatever else the secret keys.
    prepared.update(data: Array("bold reference ".utf8))
    self.prepared = prepared
  }

  /// Keys of the cases of one court, which are nobody else's, and which cases share that are one
  /// journey.
  func on(_ side: CourtJourneySide, journeys: CourtJourneys? = nil) -> ReferenceKeys {
    var keys = self
    keys.prepared.update(data: Array("journey \(side.rawValue) ".utf8))
    keys.journeys = journeys
    return keys
  }

  /// - Parameter bytes: the value as it is written, which is not missing.
  func key(_ bytes: Bytes) -> UInt64 {
    var code = prepared
    code.update(data: UnsafeRawBufferPointer(bytes))
    let key = code.finalize().withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self))
    }
    // Two values stand for something else: no key, and no value while a record is read.
    let spared =
      key == Column.missingKey || key == UInt64(bitPattern: ResourceLoader.noValue) ? 1 : key
    return journeys?.key(spared) ?? spared
  }
}
