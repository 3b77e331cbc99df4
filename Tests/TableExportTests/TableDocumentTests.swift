import CohortModel
import TableExport
import Tables
import Testing

@Test func jsonKeepsItsFormHoweverItIsRead() {
  let value = JSONValue.members([
    "b": .array([.integer(1), .number("2.5"), .null, .boolean(true)]),
    "a": .string("q\"\\\n\u{1}é"),
    "empty": .array([]),
  ])
  #expect(value.canonicalText == #"{"a":"q\"\\\n\u0001é","b":[1,2.5,null,true],"empty":[]}"#)
  #expect(
    value.text == """
      {
        "b": [
          1,
          2.5,
          null,
          true
        ],
        "a": "q\\"\\\\\\n\\u0001é",
        "empty": []
      }

      """)
}

@Test func documentHoldsEveryDefinition() {
  let text = ExampleTables.text(TableDocument.bytes(of: ExampleTables.sideBySide))
  let compact = text.split(whereSeparator: \.isWhitespace).joined()
  #expect(
    compact.contains(#"{"codes":["*","seen"],"numerator":90,"denominator":120,"percent":75.0"#))
  #expect(compact.contains(#""denominator":"Thoseasked""#))
  #expect(compact.contains(#""source":"Interviews","version":"2","limits":["Self-report."]"#))
  #expect(compact.contains(#""role":"column","name":"definition""#))
}

@Test func documentHoldsEveryPlace() {
  let text = ExampleTables.text(TableDocument.bytes(of: ExampleTables.shares))
  let compact = text.split(whereSeparator: \.isWhitespace).joined()
  #expect(
    compact.contains(
      #"{"codes":["*"],"numerator":40,"denominator":100,"percent":40.0,"percent_lower":28.5,"#
        + #""percent_upper":52.7}"#))
  #expect(
    compact.contains(
      #"{"codes":["F"],"numerator":"[c]","denominator":50,"percent":"[c]"}"#))
  #expect(compact.contains(#""synthetic":true"#))
  #expect(compact.contains(#""numerator":"Thosewhodid""#))
  #expect(compact.contains(#""minimum_frequency":10"#))
}
