import Foundation
import SyntheticPackage
import Testing

@testable import struct SyntheticPackage.KeyedPermutation

@Suite struct SyntheticLinkTests {
  @Test(arguments: [1, 16, 300, 5_000], [3, 99] as [UInt64])
  func permutationsGiveEachValueItsOwnPlace(_ count: Int, _ key: UInt64) {
    let permutation = KeyedPermutation(count: count, key: key)
    let places = (0..<count).map { permutation.place(of: $0) }
    #expect(Set(places).count == count)
    #expect(places.allSatisfy { $0 > 0 })
    #expect(count < 16 || places != places.sorted())
  }

  @Test func clustersNestAndGrowFewer() throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/package", persons: 4_000, seed: 3)
      let links = try CSVTable(folder + "/package/links.csv")
      let keys = zip(links["source_dataset"], links["record_id"]).map { $0 + " " + $1 }
      #expect(Set(keys).count == links.count)
      let levels = ["high", "medium", "low"].map { links[$0] }
      for (inner, outer) in zip(levels, levels.dropFirst()) {
        var home: [String: String] = [:]
        for (cluster, place) in zip(inner, outer) {
          #expect(home.updateValue(place, forKey: cluster) ?? place == place)
        }
      }
      // Children of prisoners and of households are people beyond those asked for, with one record
      // each of a family or of the housing system.
      let people = try CSVTable(folder + "/package/data/household_people.csv")
      let inHouseholds = Set(
        zip(people["housing_id"], people["role"]).filter { $0.1 == "CHILD" }.map(\.0))
      let children =
        links["source_dataset"].count { $0 == "families" } + inHouseholds.count
      #expect(children > 0)
      let counts = levels.map { Set($0).count - children }
      // Split people at every level, fewer at looser ones; false links do not undo them all.
      #expect(counts[0] > counts[1] && counts[1] > counts[2])
      #expect(counts[0] < 4_000 * 122 / 100)
      #expect((3_900...4_100).contains(counts[2]))
    }
  }

  @Test func someRecordsAreInNoCluster() throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/package", persons: 4_000, seed: 3)
      let links = try CSVTable(folder + "/package/links.csv")
      let linked = Set(
        zip(links["source_dataset"], links["record_id"]).filter { $0.0 == "police" }.map(\.1))
      let known = Set(try CSVTable(folder + "/package/data/crimes.csv")["police_id"])
      let unlinked = known.subtracting(linked).count
      #expect(unlinked > 0 && unlinked * 100 < known.count)
      #expect(linked.isSubset(of: known))
    }
  }
}
