extension PackageDraft {
  /// The noise of the profile `cell-key`, checked whether or not a pilot has that profile.
  func readCellKey(_ policy: DescriptorMapping) {
    guard let whole = policy["cell_key"], let keys = whole.mapping(.cellKey) else { return }
    // The lowest count that is published has to stand for three persons at least.
    let most = DisclosureProfile.cellKey.minimumFrequency - 3
    var parameters = CellKeyParameters.standard
    if let number = keys["maximum_noise"]?.integer(in: 1...most) {
      parameters.maximumNoise = number
    }
    if let number = keys["variance"]?.number(in: 0.01...100) { parameters.variance = number }
    if let number = keys["lowest"]?.integer(in: 1...most) { parameters.lowest = number }
    if let number = keys["maximum_variables"]?.integer(in: 1...6) {
      parameters.maximumVariables = number
    }
    if let number = keys["maximum_breakdowns"]?.integer(in: 1...1_000) {
      parameters.maximumBreakdowns = number
    }
    if let fault = parameters.fault {
      (keys["variance"] ?? keys["lowest"] ?? whole).report(fault, rule: "G12")
    } else if let fault = parameters.breakdownFault {
      (keys["maximum_breakdowns"] ?? keys["variance"] ?? whole).report(fault, rule: "G12")
    } else {
      cellKey = parameters
    }
  }
}
