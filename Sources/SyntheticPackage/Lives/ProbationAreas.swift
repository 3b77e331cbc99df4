/// The twelve probation regions, each under the names by which records call it.
enum ProbationAreas {
  /// Label, Welsh label, and the older names that records still have.
  static let regions: [(label: String, welsh: String, old: [String])] = [
    ("North East", "Gogledd Ddwyrain Lloegr", ["Northumbria CRC", "NPS North East"]),
    ("North West", "Gogledd Orllewin Lloegr", ["Cumbria and Lancashire CRC", "NPS North West"]),
    (
      "Yorkshire and the Humber", "Swydd Efrog a'r Humber",
      ["Humberside Lincolnshire and North Yorkshire CRC", "West Yorkshire CRC"]
    ),
    ("East Midlands", "Dwyrain Canolbarth Lloegr", ["DLNR CRC", "NPS Midlands"]),
    ("West Midlands", "Gorllewin Canolbarth Lloegr", ["Staffordshire and West Midlands CRC"]),
    ("East of England", "Dwyrain Lloegr", ["BeNCH CRC", "Essex CRC"]),
    ("London", "Llundain", ["London CRC", "NPS London"]),
    ("South Central", "De Canol Lloegr", ["Thames Valley CRC", "Hampshire and Isle of Wight CRC"]),
    ("South West", "De Orllewin Lloegr", ["BGSW CRC", "Dorset Devon and Cornwall CRC"]),
    ("Wales", "Cymru", ["Wales CRC", "NPS Wales"]),
    ("Greater Manchester", "Manceinion Fwyaf", ["Cheshire and Greater Manchester CRC"]),
    ("Kent, Surrey and Sussex", "Caint, Surrey a Sussex", ["KSS CRC", "NPS KSS"]),
  ]

  static func code(_ region: Int) -> String { "N\(51 + region)" }

  /// The name in use, or one of the older ones, as letters after the code of the region.
  static func recorded(region: Int, _ random: inout RandomStream) -> String {
    var position = region
    // The regions of the map and of probation differ in the north-west and the south-east.
    if region == 1, random.chance(480) { position = 10 }
    if region == 7, random.chance(540) { position = 11 }
    let names = 1 + regions[position].old.count
    let name = random.chance(720) ? 0 : random.below(names)
    return code(position) + String(UnicodeScalar(UInt8(65 + name)))
  }
}
