import RejoinderCore
import Testing

@Suite struct OutlineTests {
  private func statement(_ start: Int, _ role: Role, supports target: Int?) -> Outline.Statement {
    Outline.Statement(
      passage: Passage(start: start, end: start + 5), role: role,
      claim: role == .premise ? nil : start,
      support: target.map { Outline.Support(target: $0, confidence: 0.5) })
  }

  @Test func theThesisComesFirstAndSupportersFollow() {
    let outline = Outline([
      statement(0, .claim, supports: nil), statement(10, .premise, supports: 2),
      statement(20, .claim, supports: 3), statement(30, .thesis, supports: nil),
      statement(40, .premise, supports: 2), statement(50, .claim, supports: 3),
    ])
    #expect(outline.rows.map(\.statement) == [3, 2, 1, 4, 5, 0])
    #expect(outline.rows.map(\.depth) == [0, 1, 2, 2, 1, 0])
    #expect(outline.supporters == [2: [1, 4], 3: [2, 5]])
  }

  @Test func circlesAreCut() {
    let outline = Outline([
      statement(0, .claim, supports: 1), statement(10, .claim, supports: 2),
      statement(20, .claim, supports: 0), statement(30, .claim, supports: 3),
      statement(40, .claim, supports: 99), statement(50, .premise, supports: 1),
    ])
    #expect(Set(outline.rows.map(\.statement)) == [0, 1, 2, 3, 4, 5])
    #expect(outline.rows.count == 6)
    #expect(outline.statements[3].support == nil && outline.statements[4].support == nil)
    #expect(outline.statements.prefix(3).count { $0.support == nil } == 1)
  }

  /// A chain as long as a book's.
  @Test func aLongChainIsNoTrouble() {
    let count = 5_000
    let outline = Outline(
      (0..<count).map { statement($0 * 10, .claim, supports: $0 == 0 ? nil : $0 - 1) })
    #expect(outline.rows.last?.depth == count - 1)
  }
}
