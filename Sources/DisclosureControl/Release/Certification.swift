import CohortModel
import Crypto
import Foundation
import Tables

/// The public part of a table's certificate: method and result, and no number of a hidden cell.
struct Certification {
  let plan: TablePlan
  let policy: DisclosurePolicy
  let release: String
  var freeBreakdowns = 0
  /// Labels of the table sets that the table is protected with.
  var sets: [String] = []

  func certificate(of cells: [CellValue]) -> PublicCertificate {
    PublicCertificate(
      profile: plan.profile.name, minimumFrequency: plan.minimumFrequency,
      roundingBase: max(1, plan.profile.roundingBase), statement: statement,
      hash: hash(of: cells), maximumNoise: plan.profile.cellKey?.maximumNoise,
      additiveSteps: plan.profile.additiveSteps)
  }

  private var statement: String {
    if let parameters = plan.profile.cellKey { return statement(parameters) }
    let minimum = plan.minimumFrequency
    let base = max(1, plan.profile.roundingBase)
    var sentences = [
      "Cells of 1 to \(minimum - 1) persons are hidden, and others with them, so that the published"
        + " cells do not give them away."
    ]
    if plan.counting != .persons {
      sentences.append(
        "So are cells in which one or two persons account for nearly all that is counted.")
    }
    if base > 1 {
      sentences.append(
        "Published counts are rounded to the nearest \(base), each cell by itself" + additive)
    }
    switch plan.profile.zeros {
    case .eligible: sentences.append("A hidden cell may also be zero.")
    case .published: sentences.append("Zeros are published.")
    case .unsafe: sentences.append("Zeros are hidden like small counts.")
    }
    sentences.append(
      "Before it was shown, the table was attacked with everything that it publishes, with its"
        + " definition, the rules of the method and this statement known: "
        + (plan.counting == .persons
          ? "\(possibleValues) for every cell that small."
          : "the interval that the rules require remains possible for every unsafe cell."))
    sentences += classDisclosure
    if sets.isEmpty {
      sentences.append("This holds for this table by itself, not for several tables put together.")
    } else {
      let names = sets.map { "\u{201C}\($0)\u{201D}" }.joined(separator: " and ")
      sentences.append(
        "This holds for all tables of \(names) put together, not for other tables put together with"
          + " them.")
    }
    return sentences.joined(separator: " ")
  }

  private func statement(_ parameters: CellKeyParameters) -> String {
    let noise = parameters.maximumNoise
    let variance = CellKeyParameters.text(parameters.variance)
    return [
      "Every count of persons but zero carries noise of its own, \(noise) at most either way, of mean 0"
        + " and variance \(variance); the same persons have the same noise in every table and filter,"
        + " whatever the wording.",
      "Counts below \(plan.minimumFrequency) with their noise are hidden, and some zeros with them.",
      "So a published count stands for what is up to \(noise) less or more.",
      AveragingBound(parameters).sentence(
        breakdowns: parameters.maximumBreakdowns + freeBreakdowns),
      "Nothing is promised of single small cells beyond that: cells are not hidden to protect others.",
    ].joined(separator: " ")
  }

  /// What was done to make the counts add up, where the policy asks for it.
  private var additive: String {
    guard policy.tableSets(of: plan.query.pilot).contains(where: { $0.rounding == .additive }),
      !sets.isEmpty
    else { return "." }
    guard let steps = plan.profile.additiveSteps else {
      return ". No way was found to make them add up."
    }
    let base = plan.profile.roundingBase
    return steps == 0
      ? "; they add up as they are."
      : ", and then, from these published counts alone, moved by \(steps * base) at most so that they"
        + " add up."
  }

  /// What remains possible for a small cell, and where the policy asks for less than all of it.
  private var possibleValues: String {
    let most = plan.minimumFrequency - 1
    guard let asked = policy.possibleValues, asked < most else {
      return "each of 1 to \(most) remains possible"
    }
    return
      "at least \(asked) of the values 1 to \(most) remain possible (the policy does not ask for"
      + " all)"
  }

  private var classDisclosure: [String] {
    let labels = plan.dimensions.filter(\.isSensitive).map { "\u{201C}\($0.label)\u{201D}" }
    guard !labels.isEmpty else { return [] }
    let k = policy.classDisclosure.allBut
    let most = k == 0 ? "everyone" : "everyone or all but \(k)"
    return [
      "Of \(labels.joined(separator: " and ")), for every group of the table and every code, it"
        + " remains possible that somebody has the code, and that not \(most) have it."
    ]
  }

  /// SHA-256 over profile, query, release and published cells.
  private func hash(of cells: [CellValue]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var hash = SHA256()
    func add(_ bytes: Data) {
      withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: bytes)
    }
    // Values of these types always encode.
    add(try! encoder.encode(plan.profile))
    add(try! encoder.encode(plan.query.withoutReason))
    add(Data(release.utf8))
    add(try! encoder.encode(cells))
    return hash.finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
