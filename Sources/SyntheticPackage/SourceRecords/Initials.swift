/// First letters of names, skewed as they are in England and Wales. The weights are made up.
enum Initials {
  static let first: [TruePerson.Sex: Weighted<Character>] = [
    .female: letters(
      "SJCALMKERDHNTPBGVFIZWOYUQX",
      [110, 100, 90, 90, 88, 70, 68, 62, 52, 50, 48, 42, 40, 30, 24, 20, 14, 14, 11, 10]),
    .male: letters(
      "JDSMARCPKLTGNBWIEHFOZVYUQX",
      [150, 100, 90, 90, 82, 72, 64, 62, 48, 46, 44, 38, 28, 26, 22, 20, 20, 20, 10, 10]),
  ]

  /// By the first letter of the code of the ethnic group.
  static func surnames(ethnicity: String) -> Weighted<Character> {
    switch ethnicity.utf8.first {
    case UInt8(ascii: "A"): asian
    case UInt8(ascii: "B"): black
    default: others
    }
  }

  private static let others = letters(
    "BHSWMCRPDGJTLAFKENOYVIUQZX",
    [96, 90, 90, 85, 82, 80, 60, 58, 54, 50, 50, 46, 44, 38, 34, 32, 28, 23, 20, 8])
  private static let asian = letters(
    "AKSMHPBRCGDNLTJIUVZWFYQOEX",
    [140, 120, 110, 90, 80, 75, 60, 50, 40, 35, 30, 25, 20, 20, 16, 16, 12, 12, 10, 8])
  private static let black = letters(
    "AOBMSWJKDCGETNHRLPFIUYZVQX",
    [120, 100, 75, 70, 65, 60, 60, 50, 50, 50, 45, 40, 38, 36, 34, 30, 28, 24, 18, 14])

  /// Letters past the last weight are rare alike.
  private static func letters(_ letters: String, _ weights: [Int]) -> Weighted<Character> {
    Weighted(
      letters.enumerated().map { place, letter in
        (letter, place < weights.count ? weights[place] : 4)
      })
  }

  /// A letter typed for another: its neighbour on the keyboard.
  static func mistyped(_ letter: Character, _ random: inout RandomStream) -> Character {
    let rows = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"].map(Array.init)
    for row in rows {
      guard let place = row.firstIndex(of: letter) else { continue }
      let left = place == 0 || place < row.count - 1 && random.chance(500)
      return row[left ? place + 1 : place - 1]
    }
    return letter
  }
}
