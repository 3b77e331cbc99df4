import Crypto

/// The keys by which persons are numbered: HMAC-SHA256 under the store's secret of the smallest
/// source-record digest of a cluster.
///
/// They survive a re-linkage that leaves the smallest record where it is, and their order says
/// nothing about ids or clusters to anyone without the secret.
struct PersonKeys {
  private let secret: SymmetricKey

  init(secret: [UInt8]) {
    self.secret = SymmetricKey(data: secret)
  }

  func key(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var code = HMAC<SHA256>(key: secret)
    withUnsafeBytes(of: (first.littleEndian, second.littleEndian)) { code.update(data: $0) }
    return code.finalize().withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self))
    }
  }
}
