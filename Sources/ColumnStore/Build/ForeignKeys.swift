import CohortModel

/// The foreign keys of a package: collects the keys that are referred to and those that refer.
final class ForeignKeys {
  private struct Link {
    var resource: String
    var referenced: String
    var places: [Int]
    var referencedPlaces: [Int]
    var missingValues: [String]
    var known: KeySet
    var referring: KeySet
  }

  private let links: [Link]

  init(_ files: [ResourceFile], memory: Int, temporary: TemporaryFolder) {
    var links: [Link] = []
    for file in files {
      for key in file.resource.foreignKeys {
        // Frictionless writes a reference to the resource itself as an empty name.
        let name = key.resource.isEmpty ? file.resource.name : key.resource
        guard let other = files.first(where: { $0.resource.name == name }) else { continue }
        let places = key.fields.compactMap(file.place)
        let referencedPlaces = key.referencedFields.compactMap(other.place)
        guard places.count == key.fields.count, referencedPlaces.count == places.count else {
          continue
        }
        links.append(
          Link(
            resource: file.resource.name, referenced: name, places: places,
            referencedPlaces: referencedPlaces, missingValues: file.resource.missingValues,
            known: KeySet(memory: memory, temporary: temporary),
            referring: KeySet(memory: memory, temporary: temporary)))
      }
    }
    self.links = links
  }

  var isEmpty: Bool { links.isEmpty }

  @inline(__always)
  func addReferenced(_ resource: Resource, _ reader: borrowing CSVReader<FileSource>)
    throws(BuildError)
  {
    if links.isEmpty { return }
    for link in links where link.referenced == resource.name {
      try link.known.add(keyDigest(reader, link.referencedPlaces), row: 0)
    }
  }

  @inline(__always)
  func addReferring(_ resource: Resource, _ reader: borrowing CSVReader<FileSource>, row: Int)
    throws(BuildError)
  {
    if links.isEmpty { return }
    for link in links where link.resource == resource.name {
      var isMissing = false
      for place in link.places {
        let bytes = reader.field(place)
        if bytes.isEmpty || link.missingValues.contains(where: { $0.utf8.elementsEqual(bytes) }) {
          isMissing = true
        }
      }
      if !isMissing { try link.referring.add(keyDigest(reader, link.places), row: row) }
    }
  }

  /// Makes room for the next resource.
  func spill() throws(BuildError) {
    for link in links {
      try link.known.spill()
      try link.referring.spill()
    }
  }

  /// Calls for every row of a resource whose key no record of the other resource has.
  func unresolved(_ found: (_ resource: String, _ row: Int) -> Void) throws(BuildError) {
    for link in links {
      try link.referring.missing(from: link.known) { found(link.resource, $0) }
    }
  }
}
