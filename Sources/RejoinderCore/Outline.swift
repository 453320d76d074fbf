/// What supports what in an essay, as a tree: premises under claims, claims under the thesis.
public struct Outline: Sendable, Hashable {
  /// A claim or a premise.
  public struct Statement: Sendable, Hashable {
    public var passage: Passage
    public var role: Role
    /// Only claims and theses have one.
    public var kind: ClaimKind?
    /// The claim's index in the marking; `nil` for a premise.
    public var claim: Int?
    /// `nil` where nothing is known that it could support.
    public var support: Support?

    public init(
      passage: Passage, role: Role, kind: ClaimKind? = nil, claim: Int? = nil,
      support: Support? = nil
    ) {
      self.passage = passage
      self.role = role
      self.kind = kind
      self.claim = claim
      self.support = support
    }
  }

  public struct Support: Sendable, Hashable {
    /// Index of the statement that is supported.
    public var target: Int
    /// 0 to 1: how likely it is that it supports this one and no other.
    public var confidence: Float

    /// The confidence as a reader is told it: "71%".
    public var percent: String { "\(Int((confidence * 100).rounded()))%" }

    public init(target: Int, confidence: Float) {
      self.target = target
      self.confidence = confidence
    }
  }

  /// A statement's place in the tree, read from top to bottom.
  public struct Row: Sendable, Hashable {
    /// Index into ``statements``.
    public var statement: Int
    /// 0 for what supports nothing.
    public var depth: Int
  }

  /// In order of the text.
  public let statements: [Statement]
  /// The tree, each statement before what supports it; the thesis first.
  public let rows: [Row]

  /// - Parameter statements: In order of the text. A circle of supports is cut where it was closed.
  public init(_ statements: [Statement]) {
    var statements = statements
    var children: [Int: [Int]] = [:]
    var roots: [Int] = []
    Self.cutCircles(&statements)
    for (index, statement) in statements.enumerated() {
      if let target = statement.support?.target {
        children[target, default: []].append(index)
      } else {
        roots.append(index)
      }
    }
    roots =
      roots.filter { statements[$0].role == .thesis }
      + roots.filter { statements[$0].role != .thesis }
    var rows: [Row] = []
    // A stack, because a chain of supports may be as long as the essay.
    var open = roots.reversed().map { Row(statement: $0, depth: 0) }
    while let row = open.popLast() {
      rows.append(row)
      for child in (children[row.statement] ?? []).reversed() {
        open.append(Row(statement: child, depth: row.depth + 1))
      }
    }
    self.statements = statements
    self.rows = rows
  }

  public static let empty = Outline([])

  /// What supports each statement: indices, in order of the text.
  public var supporters: [Int: [Int]] {
    var supporters: [Int: [Int]] = [:]
    for (index, statement) in statements.enumerated() {
      if let target = statement.support?.target { supporters[target, default: []].append(index) }
    }
    return supporters
  }

  /// Takes away the supports that close a circle, or that lead nowhere.
  private static func cutCircles(_ statements: inout [Statement]) {
    // The walk that first came to a statement.
    var walks = [Int](repeating: -1, count: statements.count)
    for start in statements.indices {
      var index = start
      while walks[index] < 0 {
        walks[index] = start
        guard let target = statements[index].support?.target else { break }
        if !statements.indices.contains(target) || walks[target] == start {
          statements[index].support = nil
          break
        }
        index = target
      }
    }
  }
}
