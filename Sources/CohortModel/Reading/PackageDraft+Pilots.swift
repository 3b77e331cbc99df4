extension PackageDraft {
  func readPilots() {
    let files = folder.names(in: "pilots", endings: [".yaml", ".yml"])
    if files.isEmpty {
      log.add(PackageProblem("There is no pilot: pilots/NAME.yaml.", file: "pilots"))
    }
    for file in files {
      guard let root = descriptor("pilots/\(file)")?.mapping(.pilot) else { continue }
      let reader = PilotReader(root, draft: self)
      let pilot = reader.read()
      guard !pilot.name.isEmpty else { continue }
      if package.pilot(pilot.name) != nil {
        root["pilot"]?.report("Two pilots are called \(pilot.name.quoted).")
      } else {
        package.pilots.append(pilot)
        pilotPlaces[pilot.name] = root["pilot"] ?? root.whole
      }
    }
  }
}
