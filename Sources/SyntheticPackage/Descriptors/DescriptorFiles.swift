/// The files of a package that describe its records, and the note that marks it as invented.
enum DescriptorFiles {
  /// Path within the package and text, in the order in which they are written.
  static func all(persons: Int, seed: UInt64) -> [(path: String, text: String)] {
    var files = [
      (PackageFolder.marker, notice(persons: persons, seed: seed)),
      ("datapackage.json", DataPackageDescriptor.text(persons: persons, seed: seed)),
      ("agreements.yaml", GovernanceFiles.agreements), ("register.yaml", GovernanceFiles.register),
      ("policy.yaml", GovernanceFiles.policy),
      ("pilots/reoffending.yaml", PilotFiles.reoffending),
      ("pilots/reoffending_disposals.yaml", PilotFiles.anyDisposal),
      ("pilots/custody.yaml", PilotFiles.custody),
      ("pilots/sentencing.yaml", PilotFiles.sentencing),
      ("pilots/children.yaml", PilotFiles.children),
      ("pilots/substance_misuse.yaml", PilotFiles.substanceMisuse),
      ("pilots/treatment.yaml", PilotFiles.treatment),
      ("pilots/suicide.yaml", PilotFiles.suicide),
      ("pilots/homicide.yaml", PilotFiles.homicide),
      ("pilots/homelessness.yaml", PilotFiles.homelessness),
      ("pilots/homelessness_repeat.yaml", PilotFiles.homelessnessRepeat),
      ("pilots/victims.yaml", PilotFiles.victims),
      ("pilots/victims_support.yaml", PilotFiles.victimsSupport),
    ]
    for list in CodeListFiles.all { files.append(("codelists/\(list.name).csv", list.text)) }
    return files.map { path, text in
      (path, path.hasPrefix("pilots/") ? WelshLabels.added(to: text) : text)
    }
  }

  private static func notice(persons: Int, seed: UInt64) -> String {
    """
    Every person and every record in this folder is invented.
    Made by: bold sample, \(persons) persons, seed \(seed).
    It shows how the program works. It says nothing about anyone.

    """
  }
}
