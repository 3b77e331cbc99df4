import CohortModel
import ColumnStore

extension Release {
  /// Builds a store from a data package, and puts it in place once what its policy declares of the
  /// data was found to be so. A store that was there before stays as it is until then.
  ///
  /// - Parameter progress: called a few times a second.
  /// - Returns: what became of every record, for the data owner; also in the store.
  /// - Throws: what is wrong with the package or the system; never a count.
  @discardableResult
  public static func build(
    _ options: BuildOptions, progress: (BuildProgress) -> Void = { _ in }
  ) throws(BuildError) -> BuildReport {
    try StoreBuilder.build(
      options,
      verify: { (store) throws(BuildError) in
        let problems = DeclaredZeros.problems(in: store)
        guard problems.isEmpty else { throw .refused(problems) }
      }, progress: progress)
  }
}
