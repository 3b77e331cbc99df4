/// One application of a household: its reference, its adults, and what bears on how it goes.
///
/// The extract repeats each section's record for every adult of the case, so that each of them can
/// be followed; the reference says which records are one case.
struct HousingCase {
  let reference: Int
  /// The main applicant first; with each the id in the housing system.
  let adults: [(life: LifeCourse, id: Int)]
  /// Ids and years of birth of the children in the household.
  let children: [(id: Int, birthYear: Int)]
  let assessment: Int
  /// The day of a release from custody that led to it.
  let release: Int?
  /// The person had a home secured by an authority before.
  let again: Bool
  let isWelsh: Bool
  /// Earlier cases of the main applicant.
  let earlier: Int

  var person: TruePerson { adults[0].life.person }
  var hasChildren: Bool { !children.isEmpty }

  /// Children, poor health, old age: the case would be in priority need.
  var isInPriorityNeed: Bool {
    hasChildren || person.health > 68 || person.age(on: assessment) > 64
      || person.age(on: assessment) < 19
  }

  /// The code of `households`.
  var household: String {
    switch (adults.count > 1, hasChildren) {
    case (true, true): "FAM2"
    case (false, true): "FAM1"
    case (true, false): "CPL"
    case (false, false): "ONE"
    }
  }

  /// Writes one record for each adult who was alive: the person's id, the case, then `fields`.
  func write(on day: Int, to file: BufferedFile, _ fields: (BufferedFile) -> Void) {
    for adult in adults where day <= adult.life.lastDay {
      file.field(adult.id)
      file.field(reference)
      fields(file)
      file.endRow()
    }
  }
}

/// The two laws under which the cases are.
enum HousingLaw {
  static let england = "HRA17"
  static let wales = "HWA14"
}
