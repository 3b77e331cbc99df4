import CohortModel

/// Columns of a file that are refused for what their names or descriptors say they are.
enum RefusedColumns {
  /// Problems with the columns in a resource's header that its descriptor does not declare, and with
  /// declared scores. The names of declared fields are `PackageReader`'s to judge: it knows which of
  /// them are keys, which are replaced and never stored.
  static func problems(_ resource: Resource, header: [String]) -> [PackageProblem] {
    var problems: [PackageProblem] = []
    let scores = resource.fields.filter(\.isScore).map(\.name)
    for name in scores + header.filter({ resource.field($0) == nil }) {
      if resource.field(name)?.isScore == true || RefusedNames.isScore(name) {
        problems.append(
          PackageProblem(
            "The column is a risk or prediction score. Scores are not taken in: remove it.",
            file: resource.path, field: name, rule: "G05"))
      } else if let rule = RefusedNames.rule(against: name) {
        problems.append(
          PackageProblem(
            "The column is named as an identifier. Remove it, or replace its values by keys "
              + "without meaning and name it so.", file: resource.path, field: name, rule: rule))
      }
    }
    return problems
  }
}
