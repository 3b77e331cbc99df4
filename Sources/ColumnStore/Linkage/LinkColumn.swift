/// A column that a file of the linkage is read for.
struct LinkColumn {
  /// What it may be called; the first is its name in messages.
  let names: [String]
  /// The file may lack it.
  var isOptional = false
  /// A record may have no value in it.
  var mayBeEmpty = false
  /// Its values are ids, which must not be those that people are known by.
  var isIdentifier = false

  init(
    _ names: String..., isOptional: Bool = false, mayBeEmpty: Bool = false,
    isIdentifier: Bool = false
  ) {
    self.names = names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.isOptional = isOptional
    self.mayBeEmpty = mayBeEmpty
    self.isIdentifier = isIdentifier
  }
}
