/// The files and folders that a path which is being typed could become.
public struct PathCompletion: Sendable, Hashable {
  /// Whole paths in order, spelled as what was typed; folders end in a slash.
  public var paths: [String]
  /// Whether these are all; of a huge folder there may be more.
  public var isWhole: Bool

  public init(paths: [String], isWhole: Bool = true) {
    self.paths = paths
    self.isWhole = isWhole
  }

  /// What all of them begin with.
  var commonBeginning: String {
    guard var common = paths.first.map(Array.init) else { return "" }
    for path in paths.dropFirst() {
      let count = zip(common, path).prefix { $0 == $1 }.count
      common.removeLast(common.count - count)
    }
    return String(common)
  }
}
