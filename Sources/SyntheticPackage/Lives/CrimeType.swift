/// How crimes of one type go, per thousand.
struct CrimeType: Sendable {
  var code: String
  var suspect: Int
  /// The victim is not supported to continue before the police decide.
  var withdrawal: Int
  /// The police refer the case, of those with a suspect that go on.
  var referral: Int
  /// The police refer the victim to a support service.
  var support: Int

  /// Rape and other sexual offences.
  var isSexual: Bool { code.utf8.first == 0x32 }
  var isDomestic: Bool { code == "1D" }
  /// What is taken or damaged often belongs to two people of one household.
  var isAgainstHouseholds: Bool { ["4A", "4B", "5A"].contains(code) }

  static let choice = Weighted<CrimeType>([
    (CrimeType(code: "1A", suspect: 760, withdrawal: 470, referral: 500, support: 430), 130),
    (CrimeType(code: "1B", suspect: 720, withdrawal: 450, referral: 294, support: 340), 150),
    (CrimeType(code: "1C", suspect: 740, withdrawal: 420, referral: 248, support: 470), 90),
    (CrimeType(code: "1D", suspect: 900, withdrawal: 520, referral: 449, support: 700), 60),
    (CrimeType(code: "2A", suspect: 800, withdrawal: 498, referral: 201, support: 820), 18),
    (CrimeType(code: "2B", suspect: 700, withdrawal: 312, referral: 232, support: 740), 27),
    (CrimeType(code: "3A", suspect: 330, withdrawal: 190, referral: 573, support: 370), 25),
    (CrimeType(code: "4A", suspect: 120, withdrawal: 50, referral: 630, support: 240), 90),
    (CrimeType(code: "4B", suspect: 70, withdrawal: 60, referral: 465, support: 85), 110),
    (CrimeType(code: "4C", suspect: 160, withdrawal: 95, referral: 434, support: 115), 150),
    (CrimeType(code: "5A", suspect: 260, withdrawal: 165, referral: 325, support: 130), 100),
    (CrimeType(code: "8A", suspect: 560, withdrawal: 245, referral: 232, support: 145), 50),
  ])
}

/// A recorded crime: its reference in every system, its victims, and its days.
struct RecordedCrime {
  let reference: Int
  let type: CrimeType
  /// The person whose life it is, and perhaps the partner.
  let victims: [LifeCourse]
  /// The number of the crime in the person's life, by which one of two ids is taken.
  let number: Int
  let incident: Int
  let reported: Int
  let recorded: Int
  /// The force sends what it knows of the Victims' Code.
  let hasRights: Bool

  /// Writes one record for each victim: the id in the system, the reference, then `fields`.
  func write(
    _ dataset: SourceDataset, to file: BufferedFile,
    _ fields: (BufferedFile, LifeCourse) -> Void
  ) {
    for victim in victims {
      file.field(victim.sources.id(dataset, variant: number))
      file.field(reference)
      fields(file, victim)
      file.endRow()
    }
  }
}
