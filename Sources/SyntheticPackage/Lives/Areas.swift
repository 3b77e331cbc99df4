/// English regions, each with a few local authorities and the rest of it; and Wales with all of its
/// own. A place without a Welsh name of its own has the English one.
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
        ("E06000002", "Middlesbrough", "Middlesbrough"),
        ("E06000047", "County Durham", "County Durham"),
        ("E08000021", "Newcastle upon Tyne", "Newcastle upon Tyne"),
        ("E08000024", "Sunderland", "Sunderland"),
      ]),
    Region(
      code: "E12000002", label: "North West", welsh: "Gogledd Orllewin Lloegr", weight: 145,
      authorities: [
        ("E06000009", "Blackpool", "Blackpool"), ("E08000003", "Manchester", "Manceinion"),
        ("E08000006", "Salford", "Salford"), ("E08000012", "Liverpool", "Lerpwl"),
      ]),
    Region(
      code: "E12000003", label: "Yorkshire and The Humber", welsh: "Swydd Efrog a'r Humber",
      weight: 105,
      authorities: [
        ("E06000010", "Kingston upon Hull", "Kingston upon Hull"),
        ("E08000019", "Sheffield", "Sheffield"),
        ("E08000032", "Bradford", "Bradford"), ("E08000035", "Leeds", "Leeds"),
      ]),
    Region(
      code: "E12000004", label: "East Midlands", welsh: "Dwyrain Canolbarth Lloegr", weight: 80,
      authorities: [
        ("E06000015", "Derby", "Derby"), ("E06000016", "Leicester", "Leicester"),
        ("E06000018", "Nottingham", "Nottingham"),
      ]),
    Region(
      code: "E12000005", label: "West Midlands", welsh: "Gorllewin Canolbarth Lloegr",
      weight: 110,
      authorities: [
        ("E06000021", "Stoke-on-Trent", "Stoke-on-Trent"),
        ("E08000025", "Birmingham", "Birmingham"),
        ("E08000026", "Coventry", "Coventry"), ("E08000031", "Wolverhampton", "Wolverhampton"),
      ]),
    Region(
      code: "E12000006", label: "East of England", welsh: "Dwyrain Lloegr", weight: 90,
      authorities: [
        ("E06000031", "Peterborough", "Peterborough"), ("E06000032", "Luton", "Luton"),
        ("E06000033", "Southend-on-Sea", "Southend-on-Sea"), ("E06000055", "Bedford", "Bedford"),
      ]),
    Region(
      code: "E12000007", label: "London", welsh: "Llundain", weight: 170,
      authorities: [
        ("E09000007", "Camden", "Camden"), ("E09000008", "Croydon", "Croydon"),
        ("E09000012", "Hackney", "Hackney"),
        ("E09000022", "Lambeth", "Lambeth"), ("E09000025", "Newham", "Newham"),
        ("E09000033", "Westminster", "Westminster"),
      ]),
    Region(
      code: "E12000008", label: "South East", welsh: "De Ddwyrain Lloegr", weight: 110,
      authorities: [
        ("E06000038", "Reading", "Reading"), ("E06000042", "Milton Keynes", "Milton Keynes"),
        ("E06000043", "Brighton and Hove", "Brighton and Hove"),
        ("E06000044", "Portsmouth", "Portsmouth"),
        ("E06000045", "Southampton", "Southampton"),
      ]),
    Region(
      code: "E12000009", label: "South West", welsh: "De Orllewin Lloegr", weight: 70,
      authorities: [
        ("E06000023", "Bristol", "Bryste"), ("E06000026", "Plymouth", "Plymouth"),
        ("E06000030", "Swindon", "Swindon"), ("E07000041", "Exeter", "Caerwysg"),
      ]),
    Region(
      code: "W92000004", label: "Wales", welsh: "Cymru", weight: 55,
      authorities: [
        ("W06000001", "Isle of Anglesey", "Ynys Môn"),
        ("W06000002", "Gwynedd", "Gwynedd"),
        ("W06000003", "Conwy", "Conwy"),
        ("W06000004", "Denbighshire", "Sir Ddinbych"),
        ("W06000005", "Flintshire", "Sir y Fflint"),
        ("W06000006", "Wrexham", "Wrecsam"),
        ("W06000008", "Ceredigion", "Ceredigion"),
        ("W06000009", "Pembrokeshire", "Sir Benfro"),
        ("W06000010", "Carmarthenshire", "Sir Gaerfyrddin"),
        ("W06000011", "Swansea", "Abertawe"),
        ("W06000012", "Neath Port Talbot", "Castell-nedd Port Talbot"),
        ("W06000013", "Bridgend", "Pen-y-bont ar Ogwr"),
        ("W06000014", "Vale of Glamorgan", "Bro Morgannwg"),
        ("W06000015", "Cardiff", "Caerdydd"),
        ("W06000016", "Rhondda Cynon Taf", "Rhondda Cynon Taf"),
        ("W06000018", "Caerphilly", "Caerffili"),
        ("W06000019", "Blaenau Gwent", "Blaenau Gwent"),
        ("W06000020", "Torfaen", "Torfaen"),
        ("W06000021", "Monmouthshire", "Sir Fynwy"),
        ("W06000022", "Newport", "Casnewydd"),
        ("W06000023", "Powys", "Powys"),
        ("W06000024", "Merthyr Tydfil", "Merthyr Tudful"),
      ]),
  ]

  /// Another place of the region, as an entry of an address that is out of date gives.
  static func elsewhere(in region: Int, _ random: inout RandomStream) -> String {
    let authorities = regions[region].authorities
    return region == wales
      ? authorities[random.below(authorities.count)].code : rest(of: regions[region])
  }

  /// Whether the police of the region send what they know of the Victims' Code.
  static func sendsRights(_ region: Int) -> Bool { [4, 6, 9].contains(region) }

  /// The rest of a region of England, as a code of this package.
  static func rest(of region: Region) -> String { region.code + "R" }

  static let wales = 9
  static let london = 6

  static let regionChoice = Weighted(regions.indices.map { ($0, regions[$0].weight) })
}
