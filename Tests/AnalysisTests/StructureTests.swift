import RejoinderCore
import Testing

@testable import Analysis

@Suite struct StructureTests {
  /// How many relations are found of those that are marked.
  private func score(
    _ marked: [MarkedRelations], _ target: (MarkedRelations, Int) -> Int?
  ) -> (right: Int, all: Int) {
    var right = 0
    var all = 0
    for essay in marked {
      for (line, targets) in essay.relations {
        all += 1
        if let found = target(essay, line), targets.contains(found) { right += 1 }
      }
    }
    return (right, all)
  }

  private func found(_ marked: MarkedRelations, _ line: Int) -> Int? {
    let outline = Analyzer().outline(of: marked.marking, in: marked.essay.essay)
    let passages = marked.essay.passages
    guard let statement = outline.statements.first(where: { $0.passage == passages[line] }),
      let target = statement.support?.target
    else { return nil }
    return passages.firstIndex(of: outline.statements[target].passage)
  }

  private func claimLines(_ marked: MarkedRelations) -> [Int] {
    marked.essay.verdicts.indices.filter {
      [.thesis, .policy, .marked].contains(marked.essay.verdicts[$0])
    }
  }

  /// docs/claims.md has the figures.
  @Test func findsMoreThanTheObviousGuesses() {
    for (marked, least) in [(MarkedRelations.seen, 0.85), (MarkedRelations.unseen, 0.85)] {
      let ours = score(marked, found)
      let before = score(marked) { marked, line in claimLines(marked).last { $0 < line } }
      let thesis = score(marked) { marked, _ in
        marked.essay.verdicts.firstIndex(of: .thesis)
      }
      #expect(Double(ours.right) >= least * Double(ours.all))
      #expect(ours.right > before.right && ours.right > thesis.right)
    }
  }

  @Test(arguments: MarkedEssay.all + MarkedEssay.unseen)
  func everyOutlineIsATree(_ marked: MarkedEssay) {
    let analyzer = Analyzer()
    let marking = Marking(
      sentences: analyzer.sentences(of: marked.essay), packs: [], annotations: [])
    let outline = analyzer.outline(of: marking, in: marked.essay)
    #expect(outline.statements.count == marking.claims.count + marking.premises.count)
    #expect(Set(outline.rows.map(\.statement)) == Set(outline.statements.indices))
    #expect(outline.rows.count == outline.statements.count)
    for statement in outline.statements {
      #expect(statement.support.map { (0...1).contains($0.confidence) } ?? true)
      if let target = statement.support?.target {
        #expect(outline.statements[target].role != .premise)
      }
    }
    if marking.thesis != nil {
      #expect(outline.statements[outline.rows[0].statement].role == .thesis)
    }
  }

  @Test func cuesSayWhichWayItGoes() throws {
    func targets(_ text: String, premises: Set<Int>) throws -> [Int?] {
      let essay = essay(text)
      var marking = Marking()
      for (index, sentence) in Analyzer().sentences(of: essay).enumerated() {
        if premises.contains(index) {
          marking.premises.append(sentence.passage)
        } else {
          marking.claims.append(
            Claim(
              passage: sentence.passage, role: .claim, kind: .value, confidence: 1,
              standing: .detected))
        }
      }
      return Analyzer().outline(of: marking, in: essay).statements.map { $0.support?.target }
    }
    // A report bears on the claim before it, unless the next one concludes from it.
    #expect(
      try targets(
        "The toll is a mistake. In 2015 it brought in ten pounds. Dogs are better than cats.",
        premises: [1])[1] == 0)
    #expect(
      try targets(
        "Dogs are better than cats. In 2015 it brought in ten pounds. So the toll is a mistake.",
        premises: [1])[1] == 2)
    // In a paragraph of its own it bears on the claim of the one before.
    #expect(
      try targets(
        "Dogs are better than cats.\n\nLawns are dull.\n\nIn 2015 it rained.\n\nTrees are tall.\n\nThe sea is wide.",
        premises: [2])[2] == 1)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func anyMarkingGivesATree(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let marked = MarkedEssay.all[Int(seed) % MarkedEssay.all.count]
    var marking = Marking()
    for passage in marked.passages {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: marking.premises.append(passage)
      case 1: break
      default:
        marking.claims.append(
          Claim(
            passage: passage, role: Bool.random(using: &generator) ? .claim : .thesis,
            kind: ClaimKind.allCases.randomElement(using: &generator) ?? .fact, confidence: 1,
            standing: .yours))
      }
    }
    let outline = Analyzer().outline(of: marking, in: marked.essay)
    #expect(outline.rows.count == outline.statements.count)
    #expect(Set(outline.rows.map(\.statement)).count == outline.rows.count)
  }
}
