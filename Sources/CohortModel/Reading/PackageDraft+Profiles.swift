// The profiles of a policy: one for each cohort, of those named in the programme or of its own.
extension PackageDraft {
  /// The lowest minimum frequency that a profile can have.
  private static let lowestMinimum = 5

  func readProfiles(_ root: DescriptorMapping) {
    var minimum: (number: Int, place: Descriptor)?
    if let place = root["minimum_frequency"],
      let number = place.integer(in: -1_000_000...1_000_000)
    {
      minimum = (number, place)
    }
    package.policy.profile = profile(root["profile"], minimum, isMain: true)
    guard let profiles = root["profiles"] else { return }
    for (pilot, place) in profiles.named("profile") {
      profilePlaces[pilot] = place
      package.policy.profiles[pilot] = profile(place, minimum, isMain: false)
    }
  }

  /// Pilots are known only after the policy, which their minima are held against.
  func checkProfiledPilots() {
    for (pilot, place) in profilePlaces.sorted(by: { $0.key < $1.key })
    where package.pilot(pilot) == nil {
      place.report(
        "There is no pilot \(pilot.quoted) in this package."
          + Descriptor.hint(pilot, among: package.pilots.map(\.name)))
    }
  }

  /// - Parameters:
  ///   - minimum: the policy's, which raises that of every profile.
  ///   - isMain: whether it is the profile that the policy's minimum is held against.
  private func profile(
    _ place: Descriptor?, _ minimum: (number: Int, place: Descriptor)?, isMain: Bool
  ) -> DisclosureProfile {
    var profile = DisclosureProfile.tenFive
    if let place {
      guard let read = place.isMapping ? ownProfile(place) : namedProfile(place) else {
        return profile
      }
      profile = read
    }
    if let minimum {
      if minimum.number < profile.minimumFrequency, isMain {
        minimum.place.report(
          "The profile \(profile.name.quoted) has a minimum of \(profile.minimumFrequency); a policy"
            + " may raise it, never lower it.",
          rule: "G12")
      }
      profile.minimumFrequency = max(profile.minimumFrequency, minimum.number)
    }
    if let place = minimum?.place ?? place { checkRounding(of: profile, at: place) }
    return profile
  }

  private func namedProfile(_ place: Descriptor) -> DisclosureProfile? {
    guard let name = place.literal else { return nil }
    if var profile = DisclosureProfile.named(name) {
      if profile.cellKey != nil { profile.cellKey = cellKey }
      return profile
    }
    let names = DisclosureProfile.named.map(\.name)
    place.report(
      "A policy names one of the profiles \(names.joined(separator: ", ")), or describes its own"
        + " (name, minimum_frequency, rounding_base, zeros). Control cannot be switched off."
        + Descriptor.hint(name, among: names),
      rule: "G12")
    return nil
  }

  /// A profile of the policy's own.
  private func ownProfile(_ place: Descriptor) -> DisclosureProfile? {
    guard let mapping = place.mapping(.profile) else { return nil }
    let name = mapping["name"]?.literal ?? ""
    if let place = mapping["name"] {
      if DisclosureProfile.named(name) != nil {
        place.report(
          "\(name.quoted) is a profile of the programme: name it alone, or give yours another name."
        )
      } else if name.isEmpty || name.count > 40
        || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) })
      {
        place.report(
          "The name of a profile has letters, digits, _, - and . only, at most 40 of them.")
      }
    }
    let minimum =
      mapping["minimum_frequency"]?.limited(
        to: Self.lowestMinimum...1_000_000,
        "A profile hides counts below \(Self.lowestMinimum) at least; control cannot be switched"
          + " off. Take a minimum of \(Self.lowestMinimum) or more.") ?? Self.lowestMinimum
    let zeros = mapping["zeros"]?.choice(DisclosureProfile.Zeros.self) ?? .eligible
    if zeros == .published {
      mapping["zeros"]?.warn(
        "With every chance zero shown, small parents have fewer ways to be made up, and many more"
          + " cells are hidden beside small ones, whole tables at times. With \u{201C}eligible\u{201D}"
          + " a zero may stand behind [c].")
    }
    return DisclosureProfile(
      name: name, minimumFrequency: minimum,
      roundingBase: mapping["rounding_base"]?.integer(in: 1...1000) ?? 1, zeros: zeros)
  }

  /// What suppression and rounding leave of each other.
  private func checkRounding(of profile: DisclosureProfile, at place: Descriptor) {
    let (minimum, base) = (profile.minimumFrequency, profile.roundingBase)
    guard base > 1 else { return }
    if base == 2 {
      place.report(
        "Rounded to 2, a value stands for two true counts only. Round to 3 or more, or publish exact"
          + " values (1).", rule: "G12")
    } else if minimum < base - base / 2 {
      place.report(
        "Rounded to \(base), counts from \(minimum) on would be shown as 0. Round to"
          + " \(2 * minimum) at most, or raise the minimum to \(base - base / 2).", rule: "G12")
    } else if !profile.isSound(minimumFrequency: minimum) {
      place.report(
        "With this minimum the lowest published value stands for fewer than three true counts."
          + " The next minimum that will do is"
          + " \(profile.soundMinimum(from: minimum)).",
        rule: "G12")
    }
  }
}
