extension PackageDraft {
  /// `links` is a path, or an object that says which files of a linkage there are.
  func readLinks(_ place: Descriptor) {
    if case .scalar = place.node {
      if let path = checkedPath(place) { package.links = .spine(path) }
      return
    }
    guard let own = place.mapping(.links),
      let format = own["format"]?.choice(PackageLinks.Format.self)
    else { return }
    var links = PackageLinks(format: format)
    links.path = own["path"].flatMap(checkedPath)
    links.clusters = own["clusters"]?.mapping(.linkClusters).flatMap(clusterFiles)
    links.predictions = own["predictions"].flatMap(checkedPath)
    links.thresholds = own["thresholds"]?.mapping(.linkThresholds).flatMap(thresholds)
    links.records = own["records"].flatMap(checkedPath)
    links.model = own["model"].flatMap(checkedPath)
    links.journey = own["journey"].flatMap(checkedPath)
    links.dataset = own.optionalText("dataset")
    links.agreement = own["agreement"]?.literal
    let needed = PackageDraft.neededKeys(format)
    for key in needed where own[key] == nil {
      place.report("Links of the format \(format.rawValue.quoted) need \(key.quoted).", field: key)
    }
    for key in ["path", "clusters", "predictions", "records"] where !needed.contains(key) {
      own[key]?.report("Links of the format \(format.rawValue.quoted) have no \(key.quoted).")
    }
    if let place = own["model"], let path = links.model { readLinkageModel(path, place) }
    if package.linkageModel?.linkType == .dedupeOnly, links.dataset == nil {
      place.report(
        "The model linked one dataset (dedupe_only), whose files have no column for it: name it.",
        field: "dataset")
    }
    linksPlace = place
    package.links = links
  }

  /// The keys that a format cannot do without.
  private static func neededKeys(_ format: PackageLinks.Format) -> [String] {
    switch format {
    case .spine, .lookup, .xjsLink: ["path"]
    case .splinkClusters: ["clusters"]
    case .splinkPredictions: ["predictions", "thresholds", "records"]
    }
  }

  /// A path within the package.
  func checkedPath(_ place: Descriptor) -> String? {
    guard let path = place.text else { return nil }
    if folder.leadsOut(path) { place.report(PackageFolder.Fault.outside.message) }
    return path
  }

  private func clusterFiles(_ mapping: DescriptorMapping) -> PackageLinks.Levels<String>? {
    guard let high = mapping["high"].flatMap(checkedPath),
      let medium = mapping["medium"].flatMap(checkedPath),
      let low = mapping["low"].flatMap(checkedPath)
    else { return nil }
    return .init(high: high, medium: medium, low: low)
  }

  private func thresholds(_ mapping: DescriptorMapping) -> PackageLinks.Levels<Double>? {
    guard let high = mapping["high"]?.number(in: 0...1),
      let medium = mapping["medium"]?.number(in: 0...1),
      let low = mapping["low"]?.number(in: 0...1)
    else { return nil }
    guard low <= medium, medium <= high, low > 0 else {
      mapping.whole.report("Thresholds do not fall from low over medium to high, and are above 0.")
      return nil
    }
    return .init(high: high, medium: medium, low: low)
  }

  private func readLinkageModel(_ path: String, _ place: Descriptor) {
    do throws(PackageFolder.Fault) {
      let text = try folder.text(path)
      do throws(LinkageModelReader.Fault) {
        package.linkageModel = try LinkageModelReader.model(text)
      } catch {
        log.add(PackageProblem(error.message, file: path))
        return
      }
    } catch {
      log.add(PackageProblem(error.message, file: path))
      return
    }
    for comparison in package.linkageModel?.comparisons ?? [] {
      for level in comparison.levels where level.isUntrained {
        log.add(
          PackageProblem(
            "The level \(level.label.quoted) was not trained: m or u is not known.",
            severity: .warning, file: path, field: comparison.name))
      }
    }
  }

  /// The linkage is under an agreement that is there.
  func checkLinkAgreement() {
    guard let id = package.links?.agreement, let place = linksPlace,
      !package.agreements.contains(where: { $0.id == id })
    else { return }
    place.report(
      "There is no agreement \(id.quoted) in agreements.yaml."
        + Descriptor.hint(id, among: package.agreements.map(\.id)),
      field: "agreement", rule: "G02")
  }
}

extension PackageDraft {
  /// The courts' side of a field; it means something only where there is a file of journeys.
  func journeySide(_ place: Descriptor) -> CourtJourneySide? {
    let side = place.choice(CourtJourneySide.self)
    if package.links?.journey == nil {
      place.report(
        "The links name no \u{201C}journey\u{201D}, by which the courts' cases are joined.")
    }
    return side
  }
}
