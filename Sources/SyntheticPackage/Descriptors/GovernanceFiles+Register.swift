/// `register.yaml`: invented users and projects.
extension GovernanceFiles {
  static let register: String = {
    var text = "users:\n"
    text += users.map { "  - {\($0)}\n" }.joined()
    text += "projects:\n"
    for project in projects {
      let agreements = SourceDataset.allCases.filter { dataset in
        pilots(dataset).contains(where: project.pilots.contains)
      }
      text += """
          - id: \(project.id)
            title: \(project.title)
            purpose: \(project.purpose)
            pilots: [\((project.pilots + ["linkage"]).joined(separator: ", "))]
            agreements: [\((agreements.map(\.agreement) + [linkageAgreement]).joined(separator: ", "))]
            users: [\(project.users.joined(separator: ", "))]
            starts: \(project.starts)
            expires: \(project.expires)

        """
      if let minimum = project.minimum { text += "    minimum_frequency: \(minimum)\n" }
    }
    return text
  }()

  /// Everyone may try the sample out; the others show what a register looks like. One has expired.
  private static let users = [
    "id: demo, name: Anyone trying the sample, login: \"*\"",
    "id: asmith, name: A. Smith, accreditation: INV-100001, expires: 2030-03-31,"
      + " organisation: Invented University",
    "id: bjones, name: B. Jones, accreditation: INV-100002, expires: 2029-09-30,"
      + " organisation: Invented Data Laboratory Wales",
    "id: cpatel, name: C. Patel, accreditation: INV-100003, expires: 2024-12-31,"
      + " organisation: Invented Policy Unit",
  ]

  private struct SampleProject {
    var id: String
    var title: String
    var purpose: String
    var pilots: [String]
    var users: [String]
    var starts = "2024-07-01"
    var expires = "2030-12-31"
    var minimum: Int?
  }

  private static let projects: [SampleProject] = [
    SampleProject(
      id: "INV-ALL", title: "Trying the sample out",
      purpose: "Finding out what the program does, with invented records",
      pilots: everyPilot, users: ["demo", "asmith"]),
    SampleProject(
      id: "INV-REOFF", title: "After prison",
      purpose: "Research on what helps people who leave prison not to reoffend",
      pilots: everyPilot.filter {
        ["reoffending", "reoffending_disposals", "children"].contains($0)
      },
      users: ["asmith", "cpatel"]),
    SampleProject(
      id: "INV-TREAT", title: "From sentence to treatment",
      purpose: "Research on how people sentenced to treatment come into it, and what follows",
      pilots: everyPilot.filter { ["substance_misuse", "homicide", "suicide"].contains($0) },
      users: ["bjones"]),
    SampleProject(
      id: "INV-HOME", title: "Ending homelessness",
      purpose: "Research on what keeps people in a home after a duty has ended",
      pilots: everyPilot.filter { $0 == "homelessness" }, users: ["bjones", "cpatel"], minimum: 15),
    SampleProject(
      id: "INV-VICTIM", title: "Support for victims",
      purpose: "Research on where cases end for victims, and where support is missing",
      pilots: everyPilot.filter { $0 == "victims" }, users: ["asmith", "bjones"]),
    SampleProject(
      id: "INV-PAST", title: "A project that has ended",
      purpose: "Research that was approved for a year",
      pilots: everyPilot.filter { $0 == "reoffending" }, users: ["bjones"], starts: "2024-07-01",
      expires: "2025-06-30"),
  ]

  /// Every pilot that some agreement serves, each once.
  private static let everyPilot: [String] = {
    var names: [String] = []
    for name in SourceDataset.allCases.flatMap({ pilots($0) }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }()
}
