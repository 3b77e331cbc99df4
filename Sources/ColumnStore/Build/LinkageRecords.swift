import CohortModel

/// Gathers what the resource `linkage` is made of while links and resources are read: the dataset of
/// each source record, and what the dataset says about its person.
///
/// Everything goes by the record's digest through one external sort, in which the digest meets the
/// person that the spine gives it. Memory is fixed, whatever the number of records.
///
/// Words of a record: both halves of the digest, what it is (see `Kind`), what it says.
final class LinkageRecords {
  /// The third word: in this order the parts of one source record come out of the sort.
  private enum Kind {
    static let dataset: UInt64 = 0
    static let atom: UInt64 = 1
    /// And above: rows of the data, in the order in which they were read.
    static let firstRow: UInt64 = 2
  }

  let linkage: LinkageResource
  private let datasets: [[UInt8]]
  private let parts: ExternalSorter
  private let memory: Int
  private let temporary: TemporaryFolder
  private var rows: UInt64 = 0

  /// nil where no links are, or nobody asks for them.
  init?(
    _ package: DataPackage, usage: FieldUsage, memory: Int, temporary: TemporaryFolder
  ) {
    guard let linkage = LinkageResource(package), usage.uses(LinkageResource.name) else {
      return nil
    }
    self.linkage = linkage
    self.memory = memory
    self.temporary = temporary
    datasets = linkage.datasets.map { Array($0.utf8) }
    parts = ExternalSorter(width: 4, keyWidth: 3, memory: memory, temporary: temporary)
  }

  /// A source record of the links; those of datasets that are not in the package are left out.
  func add(_ record: RecordDigest, dataset: Bytes) throws(BuildError) {
    guard
      let number = datasets.firstIndex(where: {
        $0.count == dataset.count && $0.elementsEqual(dataset)
      })
    else { return }
    try append(record, Kind.dataset, UInt64(number))
  }

  /// What a row of the data says about its person. The first row of a source record that says
  /// something is believed.
  func add(_ record: RecordDigest, _ values: LinkageValues) throws(BuildError) {
    guard !values.isEmpty else { return }
    try append(record, Kind.firstRow + rows, values.word)
    rows += 1
  }

  /// Whether the resource says something about its persons.
  func reads(_ resource: Resource) -> Bool {
    linkage.sources.contains { $0.resource == resource.name }
  }

  private func append(_ record: RecordDigest, _ kind: UInt64, _ value: UInt64) throws(BuildError) {
    let words = try parts.append()
    words[0] = record.first
    words[1] = record.second
    words[2] = kind
    words[3] = value
  }

  /// One record for each source record that has a person, by person; within one by dataset. Words:
  /// atom and dataset, first half of the digest, values.
  func records(of members: PersonMembers) throws(BuildError) -> ExternalSorter {
    let reader = RecordFileReader(
      members.file, width: PersonMembers.width, count: members.count)
    while let words = try reader.next() {
      if words[2] == UInt64(PersonTable.optedOut) { continue }
      try append(RecordDigest(first: words[0], second: words[1]), Kind.atom, words[2])
    }
    let records = ExternalSorter(width: 3, keyWidth: 2, memory: memory, temporary: temporary)
    var current = RecordDigest(first: 0, second: 0)
    var dataset: UInt64?
    var atom: UInt64?
    var values = LinkageValues()
    func finish() throws(BuildError) {
      guard let dataset, let atom else { return }
      let words = try records.append()
      words[0] = atom << 32 | dataset
      words[1] = current.first
      words[2] = values.word
    }
    let sorted = try parts.sorted()
    while let words = try sorted.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      if digest != current {
        try finish()
        current = digest
        dataset = nil
        atom = nil
        values = LinkageValues()
      }
      switch words[2] {
      case Kind.dataset: dataset = words[3]
      case Kind.atom: atom = words[3]
      default: values.complete(from: LinkageValues(word: words[3]))
      }
    }
    try finish()
    return records
  }
}

/// What one source record says about its person: places among the codes of each attribute from 1, or
/// a year; 0 where it says nothing.
struct LinkageValues: Equatable {
  var sex: UInt16 = 0
  var ethnicity: UInt16 = 0
  var birthYear: Int32 = 0

  init() {}

  init(word: UInt64) {
    sex = UInt16(truncatingIfNeeded: word)
    ethnicity = UInt16(truncatingIfNeeded: word >> 16)
    birthYear = Int32(truncatingIfNeeded: word >> 32)
  }

  var word: UInt64 {
    UInt64(sex) | UInt64(ethnicity) << 16 | UInt64(UInt32(bitPattern: birthYear)) << 32
  }

  var isEmpty: Bool { self == LinkageValues() }

  subscript(attribute: PersonAttribute) -> Int {
    get {
      switch attribute {
      case .sex: Int(sex)
      case .ethnicity: Int(ethnicity)
      case .birthYear: Int(birthYear)
      case .area: 0
      }
    }
    set {
      switch attribute {
      case .sex: sex = UInt16(clamping: newValue)
      case .ethnicity: ethnicity = UInt16(clamping: newValue)
      case .birthYear: birthYear = Int32(clamping: newValue)
      case .area: break
      }
    }
  }

  /// Takes from another row what is not known yet.
  mutating func complete(from other: LinkageValues) {
    for attribute in PersonAttribute.compared where self[attribute] == 0 {
      self[attribute] = other[attribute]
    }
  }
}

/// Reads a resource's attributes off the rows that were taken.
struct LinkageFields {
  private let columns: [(place: Int, attribute: PersonAttribute, codes: ByteDictionary.Places?)]

  /// nil where the resource says nothing of its persons that is compared.
  init?(_ resource: Resource, place: (String) -> Int?, linkage: LinkageResource) {
    var columns: [(place: Int, attribute: PersonAttribute, codes: ByteDictionary.Places?)] = []
    for source in linkage.sources where source.resource == resource.name {
      guard let place = place(source.field) else { continue }
      let isCoded = resource.field(source.field)?.codeList != nil
      let codes = isCoded ? ByteDictionary.Places(linkage.places(of: source)) : nil
      columns.append((place, source.attribute, codes))
    }
    guard !columns.isEmpty else { return nil }
    self.columns = columns
  }

  func values(_ reader: borrowing CSVReader<FileSource>) -> LinkageValues {
    var values = LinkageValues()
    for column in columns where values[column.attribute] == 0 {
      let text = reader.field(column.place)
      if let codes = column.codes {
        values[column.attribute] = codes.place(text).map { $0 + 1 } ?? 0
      } else {
        values[column.attribute] = NumberParsing.integer(text).map { Int($0) } ?? 0
      }
    }
    return values
  }
}

extension ByteDictionary {
  /// Texts with a number each, found by their bytes.
  struct Places {
    private let texts: Texts
    private let numbers: [Int]

    private final class Texts {
      let dictionary: ByteDictionary
      init(_ texts: [String]) { dictionary = ByteDictionary(texts) }
    }

    init(_ places: [String: Int]) {
      let sorted = places.sorted { $0.key < $1.key }
      texts = Texts(sorted.map(\.key))
      numbers = [0] + sorted.map(\.value)
    }

    /// nil for a text that has none, the empty one included.
    func place(_ bytes: Bytes) -> Int? {
      guard let number = texts.dictionary.number(bytes), number > 0 else { return nil }
      return numbers[number]
    }
  }
}
