/// What reading a package's descriptors gave.
public struct PackageReading: Hashable, Sendable {
  /// nil where there are errors.
  public var package: DataPackage?
  /// Everything found wrong, over all files, by file and line. Warnings alone do not stop a build.
  public var problems: [PackageProblem]

  public init(package: DataPackage?, problems: [PackageProblem]) {
    self.package = package
    self.problems = problems
  }

  public var errors: [PackageProblem] { problems.filter { $0.severity == .error } }
}

/// Reads the descriptors of a data package (`docs/data-package.md`). Never opens records.
public enum PackageReader {
  /// Reads every descriptor and reports every problem in one go.
  ///
  /// - Parameters:
  ///   - directory: the package's folder. Nothing outside it is read.
  ///   - today: the day on which agreements have to be in force.
  public static func read(_ directory: String, today: CalendarDay = .today) -> PackageReading {
    let log = ProblemLog()
    guard let folder = PackageFolder(directory) else {
      log.add(PackageProblem("There is no such folder.", file: "."))
      return PackageReading(package: nil, problems: log.sorted)
    }
    let draft = PackageDraft(folder: folder, log: log, today: today)
    draft.readCodeLists()
    draft.readDataPackage()
    draft.readPolicy()
    draft.readPilots()
    draft.addLinkagePilot()
    draft.checkKeys()
    draft.readAgreements()
    draft.readRegister()
    draft.checkAgreements()
    draft.checkLinkAgreement()
    draft.checkSafeguards()
    draft.checkPossibleValues()
    draft.checkStructuralZeros()
    draft.checkProfiledPilots()
    draft.checkSuppressionCosts()
    draft.checkTableSets()
    return PackageReading(
      package: log.hasErrors ? nil : draft.package, problems: log.sorted)
  }
}

/// A package while its descriptors are being read.
final class PackageDraft {
  let folder: PackageFolder
  let log: ProblemLog
  let today: CalendarDay
  var package: DataPackage
  /// Where each resource and pilot is described.
  var resourcePlaces: [String: Descriptor] = [:]
  var pilotPlaces: [String: Descriptor] = [:]
  var structuralZeros: [Descriptor] = []
  var tableSets: [Descriptor] = []
  var possibleValuesPlace: Descriptor?
  /// Of profiles that work with noise.
  var cellKey = CellKeyParameters.standard
  /// By pilot where the policy names its profile.
  var profilePlaces: [String: Descriptor] = [:]
  /// Weights of the suppression by variable, until the pilots are known.
  var suppressionCosts: [(name: String, value: Descriptor)] = []
  /// Where the links are described, if as an object.
  var linksPlace: Descriptor?
  /// The fields whose values pilots read, and where they say so.
  var readFields: [(resource: String, field: String, place: Descriptor)] = []
  /// Fields called like a reference number, which only keys may be: pilots say which are.
  var referenceNames: [(resource: String, field: String, what: String, place: Descriptor)] = []

  init(folder: PackageFolder, log: ProblemLog, today: CalendarDay) {
    self.folder = folder
    self.log = log
    self.today = today
    let whenever = Period(first: .distantPast, last: .distantFuture)
    package = DataPackage(
      name: "", title: "", version: "", isSynthetic: false, owner: "", period: whenever)
  }

  /// A descriptor file as nodes; nil with the problem logged.
  func descriptor(_ path: String) -> Descriptor? {
    do throws(PackageFolder.Fault) {
      let text = try folder.text(path)
      return DescriptorText.descriptor(text, file: path, log: log)
    } catch {
      log.add(PackageProblem(error.message, file: path))
      return nil
    }
  }

  /// Names are written in queries, so they are plain.
  func checkName(_ name: String, _ what: String, at place: Descriptor) {
    let isPlain =
      name.first.map { $0.isASCII && $0.isLetter } == true && name.count <= 60
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    if !isPlain {
      place.report(
        "The name of \(what) begins with a letter and has letters, digits, _ and - only, at most"
          + " 60 of them.")
    }
  }

  /// Reports words that the programme does not use for people.
  func checkWording(_ place: Descriptor?) {
    place?.checkWording(.english)
  }
}
