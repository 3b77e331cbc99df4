import CohortModel
import Testing

@testable import Tables

@Suite struct ElapsedCurveTests {
  private let certificate = PublicCertificate(
    profile: "10-5", minimumFrequency: 10, roundingBase: 5, statement: "", hash: "")
  private let codes = ["*", "7", "28", "91", "365", "more"]

  private func curve(_ values: [CellValue], total: CellValue? = nil) throws -> [String] {
    let curve = try #require(
      ElapsedCurve(codes: codes, values: values, total: total, under: certificate))
    #expect(curve.points.map(\.days) == [7, 28, 91, 365])
    return curve.points.map(\.share.text)
  }

  @Test func sharesAreRunningSums() throws {
    let shown = try curve([.count(200), .count(20), .count(40), .count(60), .count(30), .count(50)])
    #expect(shown == ["10.0%", "30.0%", "60.0%", "75.0%"])
  }

  @Test func betweenHiddenBinsNothingIsShown() throws {
    // Before the first the bins are added up; after the last they are taken from the total.
    let shown = try curve([
      .count(200), .count(20), .confidential, .confidential, .count(30), .count(50),
    ])
    #expect(shown == ["10.0%", "[c]", "60.0%", "75.0%"])
  }

  @Test func betweenFewHiddenTheMiddleIsShown() throws {
    let shown = try curve([
      .count(1000), .count(300), .confidential, .count(400), .confidential, .count(280),
    ])
    #expect(shown == ["30.0%", "[c]", "71.0%", "72.0%"])
  }

  /// However the hidden bins share what is left, the true share lies in the interval that is shown.
  @Test func intervalsHoldEveryPossibility() throws {
    let exact = PublicCertificate(
      profile: "exact", minimumFrequency: 10, roundingBase: 1, statement: "", hash: "")
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var shown = 0
    for _ in 0..<400 {
      let counts = (0..<5).map { _ in next(4) == 0 ? next(12) : 10 + next(400) }
      let total = counts.reduce(0, +)
      let values = counts.map { $0 < 10 ? CellValue.confidential : .count($0) }
      let curve = try #require(
        ElapsedCurve(codes: codes, values: [.count(total)] + values, under: exact))
      var sum = 0
      for (count, point) in zip(counts, curve.points) {
        sum += count
        guard case .share(let share) = point.share else { continue }
        shown += 1
        let truth = Double(sum) / Double(total)
        #expect(share.lower <= truth && truth <= share.upper)
      }
    }
    #expect(shown > 500)
  }

  @Test func oneHiddenBinIsNotToldByItsNeighbours() throws {
    let shown = try curve([
      .count(200), .count(20), .count(40), .confidential, .count(30), .count(50),
    ])
    #expect(shown == ["10.0%", "30.0%", "[c]", "[c]"])
  }

  @Test func withoutATotalNothingIsShown() throws {
    let values: [CellValue] = [
      .confidential, .count(20), .count(40), .count(60), .count(30), .count(50),
    ]
    #expect(try curve(values) == ["[c]", "[c]", "[c]", "[c]"])
    let none: [CellValue] = Array(repeating: .count(0), count: 6)
    #expect(try curve(none) == ["[z]", "[z]", "[z]", "[z]"])
  }

  @Test func zeroIsZeroAndSomebodyIsLow() throws {
    let shown = try curve([.count(200), .count(0), .low, .count(100), .count(50), .count(50)])
    #expect(shown == ["0.0%", "[low]", "50.0%", "75.0%"])
  }

  @Test func otherCodesAreNoCurve() {
    #expect(
      ElapsedCurve(
        codes: ["numerator", "denominator"], values: [.count(5), .count(10)], under: certificate)
        == nil)
  }

  /// Against every way of adding up: a share that is shown is one that published bins give, and no two
  /// neighbours enclose exactly one hidden bin.
  @Test func noTwoSharesEncloseOneHiddenBin() throws {
    for pattern in 0..<64 {
      var values: [CellValue] = [.count(500)]
      for bin in 0..<5 {
        values.append(pattern & (1 << bin) != 0 ? .confidential : .count(100))
      }
      let known = pattern & 32 != 0
      if known { values[0] = .confidential }
      let curve = try #require(
        ElapsedCurve(codes: codes, values: values, under: certificate))
      var last: Int? = -1
      for (bin, point) in curve.points.enumerated() {
        guard case .share(let share) = point.share else {
          #expect(known || (0...bin).contains { pattern & (1 << $0) != 0 })
          continue
        }
        #expect(!known)
        #expect(share.proportion == Double(bin + 1) / 5)
        #expect(share.lower <= share.proportion && share.proportion <= share.upper)
        let between = ((last ?? -1) + 1...bin).count { pattern & (1 << $0) != 0 }
        #expect(between != 1, "\(pattern)")
        last = bin
      }
    }
  }
}
