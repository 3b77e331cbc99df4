import TableExport
import Testing

@Test func countsAreAlignedUnderHeadingAndLegend() {
  #expect(
    TextFormat.text(of: ExampleTables.counts) == """
      SYNTHETIC DATA: invented records. No figure here is about real people.
      Reducing reoffending: Persons by sex and age
      Unit: Persons. Period: 2019-01-01 to 2023-12-31. Link level: medium.
      Only: Region: London
      Data: example 2026.1, release ab12cd34ef56
      Datasets: prison, probation
      Coverage: Nobody under 18.
      Disclosure control: profile 10-5, minimum 10 persons, rounded to the nearest 5. Every hidden
        count stays uncertain.
      Legend:
        [c]  confidential

      Columns: Age at release
      Sex     Total  18 to 20
      ------  -----  --------
      Total   1,235        40
      Female    200       [c]
      Male    1,035       [c]

      """)
}

@Test func sharesShowIntervalBaseAndCard() {
  let text = TextFormat.text(of: ExampleTables.shares)
  #expect(text.contains("Definition: Proven reoffending\n  Numerator: Those who did\n"))
  #expect(
    text.hasSuffix(
      """
      Sex                         Measure
      ------  ---------------------------
      Total   40.0% (28.5 to 52.7) of 100
      Female                          [c]

      """))
}

@Test func definitionsStandSideBySideWithTheirCards() {
  let text = TextFormat.text(of: ExampleTables.sideBySide)
  #expect(text.contains("Definition: Proven reoffending\n  Numerator: Those who did\n"))
  #expect(text.contains("Definition: Seen\n  Numerator: Those seen\n"))
  #expect(text.contains("  Version: 2\n"))
  #expect(
    text.hasSuffix(
      """
      Columns: Definition
      Sex                          Linked                         Seen
      ------  ---------------------------  ---------------------------
      Total   40.0% (28.5 to 52.7) of 100  75.0% (63.6 to 84.5) of 120
      Female                          [c]                          [x]

      """), "\(text)")
}

@Test func mediansReadInDays() {
  let text = TextFormat.text(of: ExampleTables.medians)
  #expect(text.contains("Total"))
  #expect(text.contains(" 11 days\n"))
  #expect(text.contains(" more than 14 days\n"))
  #expect(text.contains(" [c]\n"))
}

@Test func hostileLabelsCannotActOnATerminal() {
  let text = TextFormat.text(of: ExampleTables.hostile)
  let acting = text.unicodeScalars.filter {
    $0 != "\n" && ($0.value < 0x20 || $0.value == 0x202E || $0.value == 0x200B)
  }
  #expect(acting.isEmpty)
  #expect(text.contains("line<a>feed"))
}

@Test func realDataCarryNoBanner() {
  let table = ExampleTables.table([], [.count(50)], isSynthetic: false)
  #expect(!TextFormat.text(of: table).contains("SYNTHETIC"))
  #expect(TextFormat.text(of: table).hasSuffix("Persons\n-----  -------\nTotal       50\n"))
}
