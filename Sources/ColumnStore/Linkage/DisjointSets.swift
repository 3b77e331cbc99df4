/// Which of n things belong together (union by smaller root, with halving of paths: Tarjan and van
/// Leeuwen 1984). Four bytes a thing.
final class DisjointSets {
  private let parents: UnsafeMutableBufferPointer<UInt32>

  init(count: Int) {
    parents = .allocate(capacity: max(count, 1))
    for index in 0..<count { parents[index] = UInt32(truncatingIfNeeded: index) }
  }

  deinit { parents.deallocate() }

  /// The smallest of the things that this one belongs to.
  @inline(__always)
  func root(_ thing: UInt32) -> UInt32 {
    var thing = thing
    while parents[Int(thing)] != thing {
      let above = parents[Int(parents[Int(thing)])]
      parents[Int(thing)] = above
      thing = above
    }
    return thing
  }

  func join(_ first: UInt32, _ second: UInt32) {
    let left = root(first)
    let right = root(second)
    if left < right {
      parents[Int(right)] = left
    } else if right < left {
      parents[Int(left)] = right
    }
  }
}
