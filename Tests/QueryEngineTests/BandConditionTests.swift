import CohortModel
import Testing

@testable import QueryEngine

/// A condition on a number may name bands.
@Suite struct BandConditionTests {
  private let number = Field(name: "visits", kind: .integer)

  @Test(arguments: [
    ("1+", 1, true), ("1+", 0, false), ("2-4", 4, true), ("2-4", 5, false), ("up to 3", -7, true),
    ("7", 7, true), ("7", 8, false),
  ])
  func bandsHoldTheirNumbers(_ band: String, _ value: Int64, _ expected: Bool) {
    #expect(FieldText.range(band, of: number)?.contains(value) == expected)
  }

  @Test func aMissingValueIsInNone() {
    #expect(FieldText.range("up to 3", of: number)?.contains(.min) == false)
    #expect(FieldText.range("x", of: number) == nil)
    #expect(FieldText.range("1+", of: Field(name: "code", codeList: "codes")) == nil)
  }
}
