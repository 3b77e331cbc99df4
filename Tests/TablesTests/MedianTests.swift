import CohortModel
import Tables
import Testing

private let bins = ["0", "7", "14", "28", "more"]

@Test func medianIsInterpolatedWithinItsBin() {
  // 100 in all; 20 at day 0, 20 to day 7: the middle is a quarter of the way from 7 to 14.
  #expect(
    LiteralTables.figure(bins, [.count(20), .count(20), .count(40), .count(20), .count(0)])
      == .days(.within(days: 8.75, after: 7, upTo: 14)))
}

/// Against a sample laid out evenly within its bins.
@Test(arguments: [
  [10, 20, 35, 15, 20], [0, 0, 0, 40, 10], [15, 10, 10, 60, 0], [60, 10, 0, 10, 20],
])
func medianAgreesWithAnEvenSample(counts: [Int]) {
  let bounds = [0, 0, 7, 14, 28]
  var sample: [Double] = []
  for (bin, count) in counts.enumerated() where bin < 4 {
    let width = Double(bounds[bin + 1] - bounds[bin])
    for place in 0..<count {
      sample.append(Double(bounds[bin]) + width * (Double(place) + 0.5) / Double(count))
    }
  }
  sample += [Double](repeating: 1000, count: counts[4])
  sample.sort()
  let middle = (sample[(sample.count - 1) / 2] + sample[sample.count / 2]) / 2
  guard
    case .days(.within(let days, _, _)) = LiteralTables.figure(bins, counts.map { .count($0) })
  else {
    Issue.record("no median")
    return
  }
  #expect(abs(days - middle) < 1)
}

@Test func medianInTheOpenBinIsOnlyBoundedBelow() {
  let figure = LiteralTables.figure(
    bins, [.count(0), .count(10), .count(10), .count(10), .count(100)])
  #expect(figure == .days(.moreThan(28)))
  #expect(figure.text == "more than 28 days")
}

@Test func hiddenBinHidesTheMedian() {
  for hidden in bins.indices {
    var values: [CellValue] = [.count(20), .count(20), .count(40), .count(20), .count(20)]
    values[hidden] = .confidential
    #expect(LiteralTables.figure(bins, values) == .sign(.confidential))
  }
}

@Test func publishedTotalMakesLaterBinsUnnecessary() {
  let codes = bins + ["*"]
  let later: [CellValue] = [
    .count(20), .count(20), .count(40), .confidential, .confidential, .count(100),
  ]
  #expect(LiteralTables.figure(codes, later) == .days(.within(days: 8.75, after: 7, upTo: 14)))
  // The hidden 10 lie before the middle's bin: 20 of 100 stand before day 7.
  let earlier: [CellValue] = [
    .count(10), .confidential, .count(60), .count(20), .count(0), .count(100),
  ]
  #expect(LiteralTables.figure(codes, earlier) == .days(.within(days: 10.5, after: 7, upTo: 14)))
  // The middle may lie among the hidden.
  let open: [CellValue] = [
    .count(20), .confidential, .count(20), .confidential, .count(0), .count(100),
  ]
  #expect(LiteralTables.figure(codes, open) == .sign(.confidential))
}

@Test func medianOfNobodyDoesNotApply() {
  #expect(
    LiteralTables.figure(bins, bins.map { _ in .count(0) }) == .sign(.notApplicable))
}

@Test func unknownMeasureSaysNothing() {
  #expect(LiteralTables.figure(["7", "later"], [.count(20), .count(20)]) == .sign(.notAvailable))
}

@Test func medianReadsInWholeDays() {
  #expect(Figure.days(.within(days: 8.75, after: 7, upTo: 14)).text == "9 days")
  #expect(Figure.days(.within(days: 1, after: 0, upTo: 7)).text == "1 day")
}
