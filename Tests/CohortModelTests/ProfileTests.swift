import CohortModel
import Testing

@Suite struct ProfileTests {
  @Test func everyNamedProfileIsSound() {
    for profile in DisclosureProfile.named {
      #expect(profile.isSound(minimumFrequency: profile.minimumFrequency), "\(profile.name)")
    }
  }

  /// Counts whose rounded value is the lowest published, by trying every count.
  @Test func countsBehindTheLowestValueByTrying() {
    for base in 2...20 {
      let profile = DisclosureProfile(name: "x", minimumFrequency: 1, roundingBase: base)
      for minimum in 1...60 {
        let published = (minimum...200).map {
          Int((Double($0) / Double(base) + 0.5).rounded(.down))
        }
        let lowest = published.min()
        let behind = published.filter { $0 == lowest }.count
        #expect(profile.countsBehindLowestValue(minimumFrequency: minimum) == behind)
        let sound = profile.soundMinimum(from: minimum)
        #expect(sound >= minimum)
        if base >= 3 { #expect(profile.isSound(minimumFrequency: sound)) }
      }
    }
  }

  @Test func suppressUpToFiveWithBaseFiveIsUnsound() {
    let profile = DisclosureProfile(name: "x", minimumFrequency: 6, roundingBase: 5)
    #expect(profile.countsBehindLowestValue(minimumFrequency: 6) == 2)
    #expect(!profile.isSound(minimumFrequency: 6))
    #expect(profile.countsBehindLowestValue(minimumFrequency: 5) == 3)
  }
}
