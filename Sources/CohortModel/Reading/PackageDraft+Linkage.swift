extension PackageDraft {
  /// The resource `linkage`, where there are links.
  func addLinkage() {
    guard package.resource(LinkageResource.name) == nil, let linkage = LinkageResource(package)
    else { return }
    for source in linkage.incomparable {
      resourcePlaces[source.resource]?.report(
        "\("\(source.resource).\(source.field)".quoted) is marked as \(source.attribute.rawValue),"
          + " and its codes are not those of the first field so marked; it is left out where"
          + " datasets are compared. Give their lists the same codes at the top.",
        severity: .warning, field: source.field)
    }
    package.resources.append(linkage.resource)
    package.codeLists += linkage.codeLists
  }

  /// The pilot `linkage`, unless the package brings its own.
  func addLinkagePilot() {
    guard package.resource(LinkageResource.name) != nil,
      package.pilot(LinkageResource.name) == nil, let linkage = LinkageResource(package),
      let root = DescriptorText.descriptor(
        LinkagePilot.text(linkage), file: LinkagePilot.file, log: log)?.mapping(.pilot)
    else { return }
    package.pilots.append(PilotReader(root, draft: self).read())
  }
}
