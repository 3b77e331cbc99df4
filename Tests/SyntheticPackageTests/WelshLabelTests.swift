import CohortModel
import SyntheticPackage
import Testing

@testable import enum SyntheticPackage.WelshLabels

/// Everything that the sample calls by a name has one in Welsh.
@Suite struct WelshLabelTests {
  @Test func noLabelOfTheSampleLacksItsWelsh() throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/package", persons: 2, seed: 1)
      let package = try #require(PackageReader.read(folder + "/package").package)
      var missing: Set<String> = []
      func check(_ label: String, _ welsh: String?) {
        if welsh?.isEmpty ?? true { missing.insert(label) }
      }
      // The list of datasets is the reader's own.
      for list in package.codeLists where !list.name.hasPrefix("linkage.") {
        for code in list.codes { check(code.label, code.labelWelsh) }
      }
      // Pilots made by the reader (linkage) bring labels of their own.
      for pilot in package.pilots where pilot.name != "linkage" {
        check(pilot.title, pilot.titleWelsh)
        for event in pilot.events { check(event.label, event.labelWelsh) }
        for variable in pilot.variables { check(variable.label, variable.labelWelsh) }
        for unit in pilot.units { check(unit.label, unit.labelWelsh) }
        for milestone in pilot.milestones { check(milestone.label, milestone.labelWelsh) }
        for outcome in pilot.outcomes { check(outcome.label, outcome.labelWelsh) }
        for (position, stage) in pilot.stages.enumerated() {
          check(stage.label, stage.labelWelsh)
          for branch in stage.branches { check(branch.label, branch.labelWelsh) }
          if position + 1 < pilot.stages.count { check(stage.dropLabel, stage.dropLabelWelsh) }
        }
      }
      #expect(missing.sorted() == [])
    }
  }

  @Test(arguments: [
    ("label: Sex", "label: Sex\nlabel_cy: 'Rhyw'"),
    ("  sex: {label: Sex, at: ever}", "  sex: {label: Sex, label_cy: 'Rhyw', at: ever}"),
    ("  {label: 'Sex'}", "  {label: 'Sex', label_cy: 'Rhyw'}"),
    (
      "  - {name: a, label: Sex, drop_label: No duty owed,",
      "  - {name: a, label: Sex, label_cy: 'Rhyw', drop_label: No duty owed,"
        + " drop_label_cy: 'Dim dyletswydd yn ddyledus',"
    ),
    ("{label: Sex, label_cy: Arall}", "{label: Sex, label_cy: Arall}"),
    ("title: Sex\ntitle_cy: Arall", "title: Sex\ntitle_cy: Arall"),
    ("{label: Sex,\n  label_cy: Arall, at: ever}", "{label: Sex,\n  label_cy: Arall, at: ever}"),
    (
      "   drop_label: No duty owed}",
      "   drop_label: No duty owed, drop_label_cy: 'Dim dyletswydd yn ddyledus'}"
    ),
    ("label: Of no glossary", "label: Of no glossary"),
    ("source: label: Sex", "source: label: Sex"),
  ])
  func welshStandsBesideTheEnglish(_ english: String, _ expected: String) {
    #expect(WelshLabels.added(to: english) == expected)
  }
}
