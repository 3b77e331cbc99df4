/// English regions and Wales, each with a few local authorities and the rest of it.
enum Areas {
  struct Region: Sendable {
    let code: String
    let label: String
    let welsh: String
    /// Weight in a thousand, about the region's share of the people in these datasets.
    let weight: Int
    let authorities: [(code: String, label: String, welsh: String)]
  }

  static let regions: [Region] = [
    Region(
      code: "E12000001", label: "North East", welsh: "Gogledd Ddwyrain Lloegr", weight: 65,
      authorities: [
        ("E06000002", "Middlesbrough", ""), ("E06000047", "County Durham", ""),
        ("E08000021", "Newcastle upon Tyne", ""), ("E08000024", "Sunderland", ""),
      ]),
    Region(
      code: "E12000002", label: "North West", welsh: "Gogledd Orllewin Lloegr", weight: 145,
      authorities: [
        ("E06000009", "Blackpool", ""), ("E08000003", "Manchester", "Manceinion"),
        ("E08000006", "Salford", ""), ("E08000012", "Liverpool", "Lerpwl"),
      ]),
    Region(
      code: "E12000003", label: "Yorkshire and The Humber", welsh: "Swydd Efrog a'r Humber",
      weight: 105,
      authorities: [
        ("E06000010", "Kingston upon Hull", ""), ("E08000019", "Sheffield", ""),
        ("E08000032", "Bradford", ""), ("E08000035", "Leeds", ""),
      ]),
    Region(
      code: "E12000004", label: "East Midlands", welsh: "Dwyrain Canolbarth Lloegr", weight: 80,
      authorities: [
        ("E06000015", "Derby", ""), ("E06000016", "Leicester", ""),
        ("E06000018", "Nottingham", ""),
      ]),
    Region(
      code: "E12000005", label: "West Midlands", welsh: "Gorllewin Canolbarth Lloegr",
      weight: 110,
      authorities: [
        ("E06000021", "Stoke-on-Trent", ""), ("E08000025", "Birmingham", ""),
        ("E08000026", "Coventry", ""), ("E08000031", "Wolverhampton", ""),
      ]),
    Region(
      code: "E12000006", label: "East of England", welsh: "Dwyrain Lloegr", weight: 90,
      authorities: [
        ("E06000031", "Peterborough", ""), ("E06000032", "Luton", ""),
        ("E06000033", "Southend-on-Sea", ""), ("E06000055", "Bedford", ""),
      ]),
    Region(
      code: "E12000007", label: "London", welsh: "Llundain", weight: 170,
      authorities: [
        ("E09000007", "Camden", ""), ("E09000008", "Croydon", ""), ("E09000012", "Hackney", ""),
        ("E09000022", "Lambeth", ""), ("E09000025", "Newham", ""),
        ("E09000033", "Westminster", ""),
      ]),
    Region(
      code: "E12000008", label: "South East", welsh: "De Ddwyrain Lloegr", weight: 110,
      authorities: [
        ("E06000038", "Reading", ""), ("E06000042", "Milton Keynes", ""),
        ("E06000043", "Brighton and Hove", ""), ("E06000044", "Portsmouth", ""),
        ("E06000045", "Southampton", ""),
      ]),
    Region(
      code: "E12000009", label: "South West", welsh: "De Orllewin Lloegr", weight: 70,
      authorities: [
        ("E06000023", "Bristol", "Bryste"), ("E06000026", "Plymouth", ""),
        ("E06000030", "Swindon", ""), ("E07000041", "Exeter", "Caerwysg"),
      ]),
    Region(
      code: "W92000004", label: "Wales", welsh: "Cymru", weight: 55,
      authorities: [
        ("W06000006", "Wrexham", "Wrecsam"), ("W06000011", "Swansea", "Abertawe"),
        ("W06000015", "Cardiff", "Caerdydd"), ("W06000022", "Newport", "Casnewydd"),
      ]),
  ]

  /// The rest of a region, as a code of this package.
  static func rest(of region: Region) -> String { region.code + "R" }

  static let wales = 9
  static let london = 6

  static let regionChoice = Weighted(regions.indices.map { ($0, regions[$0].weight) })
}
