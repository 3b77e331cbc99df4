extension GovernedPackage {
  static let descriptor = """
    {
      "name": "governed", "title": "Governed data", "version": "1",
      "resources": [
        {"name": "people", "title": "People", "path": "data/people.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "sex", "type": "string", "categories": [
             {"value": "F", "label": "Female"}, {"value": "M", "label": "Male"}]},
           {"name": "area", "type": "string", "bold": {"codelist": "area"}},
           \(flags.map { "{\"name\": \"\($0)\", \"type\": \"boolean\"}" }.joined(separator: ", "))],
           "primaryKey": ["id"]},
         "bold": {"owner": "Prisons", "agreement": "A-PEOPLE", "person": "id",
                  "refreshed": "2023-12-31", "coverage": "People without a number are not in it.",
                  "consent": "agrees"}},
        {"name": "releases", "title": "Releases", "path": "data/releases.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "released", "type": "date"}]},
         "bold": {"owner": "Prisons", "agreement": "A-PRISON", "person": "id",
                  "date": "released"}},
        {"name": "offences", "title": "Offences", "path": "data/offences.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "committed", "type": "date"}]},
         "bold": {"owner": "Courts", "agreement": "A-COURTS", "person": "id",
                  "date": "committed"}},
        {"name": "visits", "title": "Visits", "path": "data/visits.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "visited", "type": "date"}]},
         "bold": {"owner": "Services", "agreement": "A-LATER", "person": "id",
                  "date": "visited"}},
        {"name": "referrals", "title": "Referrals", "path": "data/referrals.csv",
         "schema": {"fields": [
           {"name": "id", "type": "string", "constraints": {"required": true}},
           {"name": "referred", "type": "date"},
           {"name": "taken", "type": "boolean"}]},
         "bold": {"owner": "Courts", "agreement": "A-COURTS", "person": "id",
                  "date": "referred"}}
      ],
      "bold": {"format": 1, "synthetic": true, "owner": "Owner",
        "period": {"first": "2020-01-01", "last": "2023-12-31"},
        "coverage": "People who never come to notice cannot appear."}
    }
    """

  private static let flags = ["agrees", "need", "debt", "drink", "origin", "status", "unused"]

  /// `A-LATER` has not begun; the referrals and the status of people are not agreed; the origin of
  /// people is not among the fields; the courts allow only one pilot.
  static let agreements = """
    agreements:
      - {id: A-PEOPLE, owner: Prisons, resources: [people], pilots: [leavers, children, visits],
         fields: [people.sex, people.area, people.need, people.debt, people.drink],
         not_agreed: [people.status], purpose: Research, expires: 2090-12-31}
      - {id: A-PRISON, owner: Prisons, resources: [releases], pilots: [leavers, children, visits],
         purpose: Research, starts: 2020-01-01, expires: 2090-12-31, minimum_frequency: 11}
      - {id: A-COURTS, owner: Courts, resources: [offences], pilots: [leavers],
         not_agreed: [referrals], purpose: Research, expires: 2090-12-31}
      - {id: A-LATER, owner: Services, resources: [visits], pilots: [visits],
         purpose: Research, starts: 2080-01-01, expires: 2090-12-31}
    """

  static let register = """
    users:
      - {id: demo, name: Anyone, login: "*"}
      - {id: asmith, name: A. Smith, accreditation: T-1, expires: 2090-12-31,
         organisation: University of X}
      - {id: bjones, name: B. Jones, accreditation: T-2, expires: 2021-12-31}
      - {id: cdavies, name: C. Davies, accreditation: T-3, expires: 2090-12-31}
    projects:
      - {id: P-ALL, title: All of it, purpose: Research on leaving prison,
         pilots: [leavers, children, visits], agreements: [A-PEOPLE, A-PRISON, A-COURTS, A-LATER],
         users: [demo], expires: 2090-12-31}
      - {id: P-SOME, title: Some of it, purpose: Research on some of it, pilots: [leavers],
         agreements: [A-PEOPLE, A-PRISON], users: [asmith, bjones], expires: 2090-12-31,
         minimum_frequency: 40, link_levels: [medium]}
      - {id: P-PAST, title: Over, purpose: Research that is over, pilots: [leavers],
         agreements: [A-PEOPLE, A-PRISON], users: [cdavies], expires: 2021-12-31}
      - {id: P-LATER, title: To come, purpose: Research to come, pilots: [leavers],
         agreements: [A-PEOPLE, A-PRISON], users: [asmith], starts: 2080-01-01,
         expires: 2090-12-31}
    """

  static let areas = """
    code,label,parent
    N,North,
    N1,North coast,N
    N2,North hills,N
    S,South,
    S1,South coast,S
    S2,South hills,S

    """

  static func pilot(_ name: String) -> String {
    """
    pilot: \(name)
    title: \(name == "children" ? "Children of people who leave prison" : "People who leave prison")
    population: Everyone released in the period
    questions: [Who needs support?]
    will: [Show protected counts]
    will_not: [Show the record of a person]
    \(name == "children"
      ? "safeguards: {about: children, minimum_frequency: 20, geography: region}" : "")
    events:
      release: {label: Release, resource: releases}
      offence: {label: Proven offence, resource: offences}
      referral: {label: Referral, resource: referrals}
    index: {event: release, choose: first}
    variables:
      sex: {label: Sex, from: people.sex, at: ever}
      area: {label: Area, from: people.area, at: ever, geography: true}
      need: {label: Support need, from: people.need, at: ever, adverse: true, sensitive: true}
      debt: {label: Debt, from: people.debt, at: ever, adverse: true}
      drink: {label: Alcohol need, from: people.drink, at: ever, adverse: true}
      origin: {label: Origin, from: people.origin, at: ever}
      status: {label: Status, from: people.status, at: ever}
      referred: {label: Referral taken up, from: referrals.taken, at: ever}
    outcomes:
      offence12:
        label: Proven offence within 12 months
        event: offence
        within: 12 months
        card:
          numerator: Those with a proven offence
          denominator: Everyone observed for 12 months
          window: 12 months from release
          censoring: Left out where follow-up is incomplete
          source: Courts
          limits: [A minimum]

    """
  }

  static let visits = """
    pilot: visits
    title: Visits
    population: Everyone with a visit
    will: [Show protected counts]
    will_not: [Show the record of a person]
    events:
      visit: {label: Visit, resource: visits}
    index: {event: visit}
    variables:
      sex: {label: Sex, from: people.sex, at: ever}

    """

  private static let persons = 0..<900

  static func people(_ shift: Int) -> String {
    "id,sex,area,agrees,need,debt,drink,origin,status,unused\n"
      + persons.map { person in
        let moved = person + shift
        let area = (12..<16).contains(person) ? "S2" : ["N1", "N2", "S1"][moved % 3]
        let flags = [
          person >= 12, moved % 3 == 0, moved % 4 == 0, moved % 5 == 0, moved % 2 == 0, true, true,
        ]
        return "p\(person),\(moved % 4 == 0 ? "F" : "M"),\(area),"
          + flags.map { $0 ? "true" : "false" }.joined(separator: ",") + "\n"
      }.joined()
  }

  static func releases(_ shift: Int) -> String {
    "id,released\n"
      + persons.map { "p\($0),2021-0\(1 + ($0 + shift) % 9)-1\($0 % 10)\n" }.joined()
  }

  static func offences(_ shift: Int) -> String {
    "id,committed\n"
      + persons.filter { ($0 + shift) % 7 == 0 }.map { "p\($0),2021-1\($0 % 3)-05\n" }.joined()
  }
}
