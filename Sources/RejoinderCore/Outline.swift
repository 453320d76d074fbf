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
  ///   A book has hundreds of thousands: handed over for good, they are not copied.
  public init(_ statements: consuming [Statement]) {
    var statements = consume statements
    Self.cutCircles(&statements)
    let branches = Branches(statements)
    var roots = statements.indices.filter { statements[$0].support == nil }
    roots =
      roots.filter { statements[$0].role == .thesis }
      + roots.filter { statements[$0].role != .thesis }
    var rows: [Row] = []
    rows.reserveCapacity(statements.count)
    // A stack, because a chain of supports may be as long as the essay.
    var open = roots.reversed().map { Row(statement: $0, depth: 0) }
    while let row = open.popLast() {
      rows.append(row)
      let first = open.count
      branches.forEach(of: row.statement) { open.append(Row(statement: $0, depth: row.depth + 1)) }
      open[first...].reverse()
    }
    self.statements = statements
    self.rows = rows
  }

  /// What supports each statement, as two numbers a statement: a list for each would take as much room
  /// as all the rest.
  private struct Branches {
    /// The first supporter of each statement, and the next one of what it supports; -1 for none.
    private var first: [Int32]
    private var next: [Int32]

    init(_ statements: [Statement]) {
      first = Array(repeating: -1, count: statements.count)
      next = first
      for index in statements.indices.reversed() {
        guard let target = statements[index].support?.target else { continue }
        next[index] = first[target]
        first[target] = Int32(truncatingIfNeeded: index)
      }
    }

    /// In order of the text.
    func forEach(of statement: Int, _ body: (Int) -> Void) {
      var index = first[statement]
      while index >= 0 {
        body(Int(index))
        index = next[Int(index)]
      }
    }
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
