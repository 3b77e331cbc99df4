/// One invented person: who they are, what happens to them, and what each system writes about it.
final class LifeCourse {
  let number: Int
  let seed: UInt64
  let person: TruePerson
  let records: RecordFiles
  let sources: SourceIdentities
  let permutations: Permutations
  /// The last day on which anything can happen.
  let lastDay: Int
  /// Days of release with no home to go to; homelessness services may hear of them.
  var releasesWithoutHome: [Int] = []
  /// Spells in treatment so far, by first and last day.
  var treatment: [ClosedRange<Int>] = []
  /// Days of index disposals so far, so that orders and sentences do not pile up.
  var disposalDays: [Int] = []
  /// Court cases so far; each has a reference of its own.
  var courtCases = 0
  /// Times in custody so far, for what is known about the person's children.
  var custody: [CustodySpell] = []
  /// The children that are known, and the ids by which systems know them.
  var children: [(child: ChildOfPrisoner, ids: ChildIdentities)] = []
  /// The substance group of the person, once a system has written one.
  var substance: String?
  /// Whether an order had a treatment requirement.
  var isSentencedToTreatment = false
  /// Treatment journeys so far, as they were written.
  var journeys: [WrittenJourney] = []
  /// Whom the person lives with, and for whom joint records are written as well.
  var partner: LifeCourse?
  /// The person lives with the one before, who may write joint records for both.
  let isLivingWithFirst: Bool
  /// The partner asked for help with housing for both.
  var isInPartnersCase = false
  /// Children known to the housing system, with their years of birth.
  var childrenInHousing: [Int: Int] = [:]

  /// - Parameter settle: may move the person in with another, and says whether it did.
  init(
    number: Int, seed: UInt64, permutations: Permutations, records: RecordFiles,
    settle: (inout TruePerson) -> Bool = { _ in false }
  ) {
    self.number = number
    self.seed = seed
    self.records = records
    self.permutations = permutations
    var random = RandomStream(seed: seed, person: number, subject: 1)
    var person = TruePerson(random: &random)
    isLivingWithFirst = settle(&person)
    self.person = person
    sources = SourceIdentities(
      number: number, seed: seed, person: person, permutations: permutations)
    lastDay = person.death ?? SamplePeriod.days.upperBound
  }

  func write() {
    var random = RandomStream(seed: seed, person: number, subject: 2)
    if !liveInRegistersOnly() {
      if person.isYoung {
        if random.chance(person.offending * 8 + 150) { liveThroughOtherDisposals() }
      } else {
        liveThroughAdultServices(&random)
      }
      if random.chance(240 + person.housing * 3) || sources.isEmpty { liveThroughCrime() }
      liveThroughSchoolAndCourts()
      if let death = person.death { writeDeath(on: death) }
    }
    writePeople()
    sources.writeLinks(to: records.links)
    writeChildren()
    writeChildrenLinks()
  }

  private func liveThroughAdultServices(_ random: inout RandomStream) {
    // Far fewer women than men go to prison; the difference is less for orders and fines.
    let isFemale = person.sex == .female
    let custody = person.offending * 12 - 120
    if random.chance(isFemale ? custody / 8 : custody) { liveThroughCustody() }
    let orders = (person.offending + person.substance) * 7 - 150
    if random.chance(isFemale ? orders * 3 / 8 : orders) { liveThroughOrders() }
    if random.chance(person.offending * 6 + 200) { liveThroughOtherDisposals() }
    if random.chance(person.substance * 4 - 130) { enterTreatmentAlone() }
    let seeksHelp = random.chance(person.housing * 6 - 70) && !isInPartnersCase
    if !releasesWithoutHome.isEmpty || seeksHelp {
      liveThroughHomelessness()
    }
  }

  func random(_ subject: UInt64) -> RandomStream {
    RandomStream(seed: seed, person: number, subject: subject)
  }

  /// A whole spell must lie before the end; what has not ended has no end date.
  func end(_ day: Int) -> Int? { day <= lastDay ? day : nil }

  /// Age as a system has it: now and then a dummy, or no age at all.
  func writeAge(_ day: Int, to file: BufferedFile, _ random: inout RandomStream) {
    if random.chance(4) {
      file.field("")
    } else if random.chance(2) {
      file.field(random.chance(500) ? 0 : 99)
    } else {
      file.field(person.age(on: day))
    }
  }

  /// What each system that knows the person says about them, with its faults.
  private func writePeople() {
    var random = random(4)
    let tables: [(SourceDataset, SyntheticResource)] = [
      (.prison, .prisonPeople), (.probation, .probationPeople), (.treatment, .treatmentPeople),
      (.housing, .housingPeople), (.police, .victimPeople),
    ]
    for (dataset, resource) in tables {
      for id in sources.idsUsed(dataset) {
        writePerson(id, to: records[resource], isTreatment: dataset == .treatment, &random)
        if random.chance(2) {
          writePerson(id, to: records[resource], isTreatment: dataset == .treatment, &random)
        }
      }
    }
  }

  private func writePerson(
    _ id: Int, to file: BufferedFile, isTreatment: Bool, _ random: inout RandomStream
  ) {
    file.field(id)
    let isFemale = (person.sex == .female) != random.chance(4)
    file.field(random.chance(6) ? "N" : isFemale ? "F" : "M")
    let ethnicity = recordedEthnicity(isTreatment, &random)
    file.field(isTreatment ? Ethnicity.treatmentLetter(ethnicity) : ethnicity)
    file.field(random.chance(8) ? "" : BirthYears.code(person.birthYear))
    file.field(random.chance(20) ? "" : person.area)
    file.endRow()
  }

  private func recordedEthnicity(
    _ isTreatment: Bool, _ random: inout RandomStream
  ) -> String {
    switch random.below(1000) {
    case ..<28: "NS"
    case ..<45: ""
    case ..<46: isTreatment ? "Z" : "Z_Dummy Ethnicity 04"
    case ..<48: isTreatment ? "Z" : "Refusal"
    case ..<85: Ethnicity.otherOfGroup(person.ethnicity)
    case ..<93: "O9"
    default: person.ethnicity
    }
  }
}
