import CohortModel
import TableExport
import Tables
import Testing

@Test func countsAreOneLineForEachPlace() {
  #expect(
    ExampleTables.text(CSVFormat.bytes(of: ExampleTables.counts))
      == [
        "sex_code,sex_label,age_code,age_label,unit,count,count_sign,synthetic",
        "*,Total,*,Total,Persons,1235,,true",
        "*,Total,18,18 to 20,Persons,40,,true",
        "F,Female,*,Total,Persons,200,,true",
        "F,Female,18,18 to 20,Persons,,[c],true",
        "M,Male,*,Total,Persons,1035,,true",
        "M,Male,18,18 to 20,Persons,,[c],true",
      ].map { $0 + "\r\n" }.joined())
}

@Test func sharesKeepTheirCountsAndInterval() {
  #expect(
    ExampleTables.text(CSVFormat.bytes(of: ExampleTables.shares))
      == [
        "sex_code,sex_label,unit,numerator,numerator_sign,denominator,denominator_sign,"
          + "percent,percent_lower,percent_upper,percent_sign,synthetic",
        "*,Total,Persons,40,,100,,40.0,28.5,52.7,,true",
        "F,Female,Persons,,[c],50,,,,,[c],true",
      ].map { $0 + "\r\n" }.joined())
}

@Test func definitionsSideBySideAreLines() {
  #expect(
    ExampleTables.text(CSVFormat.bytes(of: ExampleTables.sideBySide))
      == [
        "sex_code,sex_label,definition_code,definition_label,unit,numerator,numerator_sign,"
          + "denominator,denominator_sign,percent,percent_lower,percent_upper,percent_sign,synthetic",
        "*,Total,linked,Linked,Persons,40,,100,,40.0,28.5,52.7,,true",
        "*,Total,seen,Seen,Persons,90,,120,,75.0,63.6,84.5,,true",
        "F,Female,linked,Linked,Persons,,[c],50,,,,,[c],true",
        "F,Female,seen,Seen,Persons,,[x],,[x],,,,[x],true",
      ].map { $0 + "\r\n" }.joined())
}

@Test func mediansKeepTheirDistribution() {
  #expect(
    ExampleTables.text(CSVFormat.bytes(of: ExampleTables.medians))
      == [
        "sex_code,sex_label,unit,days_7,days_7_sign,days_14,days_14_sign,days_more,days_more_sign,"
          + "median_days,median_more_than_days,median_sign,synthetic",
        "*,Total,Persons,20,,40,,20,,10.5,,,true",
        "F,Female,Persons,10,,,[c],20,,,,[c],true",
        "M,Male,Persons,10,,10,,50,,,14,,true",
      ].map { $0 + "\r\n" }.joined())
}

@Test func realDataAreNotMarkedSynthetic() {
  let table = ExampleTables.table([], [.count(50)], isSynthetic: false)
  #expect(
    ExampleTables.text(CSVFormat.bytes(of: table))
      == "unit,count,count_sign,synthetic\r\nPersons,50,,false\r\n")
}

@Test func commentsStandAboveTheHeader() {
  let text = ExampleTables.text(CSVFormat.commentedBytes(of: ExampleTables.counts))
  let plain = ExampleTables.text(CSVFormat.bytes(of: ExampleTables.counts))
  #expect(text.hasPrefix("# SYNTHETIC DATA"))
  #expect(text.hasSuffix(plain))
  let comments = text.dropLast(plain.count).split(separator: "\r\n")
  #expect(comments.allSatisfy { $0.hasPrefix("#") })
  #expect(comments.contains { $0.contains("[c]  confidential") })
}

@Test func hostileTextIsNeitherFormulaNorControl() {
  let text = ExampleTables.text(CSVFormat.bytes(of: ExampleTables.hostile))
  #expect(text.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""))
  #expect(text.contains(",'+1,"))
  #expect(text.contains(",''=1+1,"))
  #expect(text.contains(",right<202e>left,"))
  #expect(text.contains(",zero<200b>width,"))
  #expect(text.contains(",<1b>[31mred,"))
  #expect(text.contains(",Ffôn,"))
  #expect(text.contains(",'tis,"))
  let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\r" && $0 != "\n" }
  #expect(controls.isEmpty)
}

/// The way back is exact for every text that the gate leaves as it is.
@Test func neutralisedTextIsRestored() {
  let alphabet = ["=", "+", "-", "@", "'", " ", "a", "1", "＝"]
  var texts = [""]
  for _ in 0..<4 { texts += texts.flatMap { text in alphabet.map { text + $0 } } }
  for text in Set(texts) {
    let field = SpreadsheetText.neutralised(text)
    #expect(SpreadsheetText.restored(field) == text)
    #expect(!["=", "+", "-", "@", "＝"].contains(field.prefix(1)))
  }
}
