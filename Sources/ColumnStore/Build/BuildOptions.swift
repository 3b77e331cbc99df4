/// What to build, and with what.
public struct BuildOptions: Sendable {
  /// The folder of the data package.
  public var package: String
  /// The folder of the store; one that is there is replaced.
  public var store: String
  /// A folder in which the CSV files are found where they are not in the package.
  public var data: String?
  /// A folder for temporary files; beside the store where nil.
  public var temporary: String?
  /// Bytes of memory that sorting and looking up may take; the whole build takes up to 100 MB more.
  public var memoryLimit: Int
  /// Person records that are looked up at once; as many as memory allows where nil.
  package var personCapacity: Int?

  public static let standardMemoryLimit = 256 << 20

  public init(
    package: String, store: String, data: String? = nil, temporary: String? = nil,
    memoryLimit: Int = BuildOptions.standardMemoryLimit
  ) {
    self.package = package
    self.store = store
    self.data = data
    self.temporary = temporary
    self.memoryLimit = memoryLimit
  }
}

/// How far a build is.
public struct BuildProgress: Hashable, Sendable {
  public enum Phase: String, Sendable {
    /// Reading who is the same person.
    case linking
    /// Reading a resource.
    case reading
    /// Sorting and writing a resource.
    case writing
    /// Making the store durable and putting it in place.
    case finishing
  }

  public var phase: Phase
  /// The resource, or the path of the links.
  public var name: String
  /// Bytes of CSV read, of `bytesTotal`.
  public var bytesDone: Int
  public var bytesTotal: Int
  /// Records read so far, of all resources.
  public var rows: Int

  public init(phase: Phase, name: String, bytesDone: Int, bytesTotal: Int, rows: Int) {
    self.phase = phase
    self.name = name
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.rows = rows
  }
}
