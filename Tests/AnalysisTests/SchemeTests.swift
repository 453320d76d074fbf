import RejoinderCore
import Testing

@testable import Analysis

@Suite struct SchemeTests {
  private let catalog = SchemeCatalog.builtIn

  private func schemes(in text: String) -> [SchemeMatch] {
    let essay = essay(text)
    return Analyzer().schemes(in: Passage(start: 0, end: essay.text.count), of: essay)
  }

  // MARK: The table

  @Test func theTableIsWhole() {
    #expect(catalog.schemes.count >= 40)
    let every = Set(catalog.schemes.flatMap(\.questions).flatMap(Self.slots))
    #expect(every == Set(Slot.allCases.map(\.rawValue)), "a slot that no question speaks of")
    #expect(Set(catalog.schemes.map(\.id)).count == catalog.schemes.count)
    for scheme in catalog.schemes {
      #expect(!scheme.questions.isEmpty && !scheme.name.isEmpty && !scheme.summary.isEmpty)
      let isGeneral = scheme.id.hasPrefix("general_")
      #expect(isGeneral == scheme.cues.strong.isEmpty && isGeneral == scheme.reference.isEmpty)
      #expect(Set(scheme.questions.map(\.aim)).count == scheme.questions.count, "\(scheme.id)")
      for question in scheme.questions {
        #expect(question.text.hasSuffix("?"))
        let named = Self.slots(of: question)
        #expect(named.allSatisfy { Slot(rawValue: $0) != nil }, "\(question.text)")
        #expect(question.generic?.contains("{") != true)
        // A generic question stands in for one that speaks of the claim.
        #expect(question.generic == nil || !named.isEmpty)
      }
      #expect(scheme.summary.hasSuffix(".") && scheme.summary.split(separator: " ").count > 3)
    }
    for kind in ClaimKind.allCases {
      let general = catalog.scheme("general_\(kind.rawValue)")?.questions ?? []
      // What goes by the kind alone is about the claim only if it speaks in the claim's words.
      #expect(!general.isEmpty && general.allSatisfy { $0.text.contains("{") && $0.generic == nil })
    }
  }

  private static func slots(of question: Scheme.Question) -> [String] {
    question.text.split(separator: "{").dropFirst()
      .compactMap { $0.split(separator: "}").first.map(String.init) }
      + [question.requirement?.rawValue].compactMap(\.self)
  }

  @Test func everyCueCanMatch() {
    for scheme in catalog.schemes {
      for cue in scheme.cues.strong + scheme.cues.weak + scheme.cues.except {
        let words = cue.split(separator: " ").map { word in
          switch word {
          case "^": ""
          case "*": "something"
          default: word.hasSuffix("*") ? word.dropLast() + "x" : String(word)
          }
        }
        let text = Array(words.joined(separator: " ").utf8)
        let phrase = Phrase(text, text.indices)
        let pattern = CuePattern(cue, strength: 1)
        #expect(
          phrase.tokens.indices.contains { pattern.match(phrase.tokens, at: $0) != nil },
          "\(scheme.id): \(cue)")
      }
    }
  }

  // MARK: Cues

  @Test(arguments: [
    ("The council should repair the bridge.", "practical_reasoning", "should"),
    ("The tax will only hurt the poor.", "consequence_negative", "will only"),
    ("The decline comes from neglect.", "cause_effect", "comes from"),
    ("This is not a reform; it is a theft.", "verbal_classification", "is not a reform; it is"),
    (
      "The plan is not the long awaited answer to our prayers; it is a theft.",
      "verbal_classification", "is not … it is"
    ),
    ("The number of poor households is growing.", "trend", "is growing"),
    ("It is unfair to the young.", "moral_judgement", "unfair"),
    ("Most of the shops are shut.", "amount", "Most of"),
    ("The mayor is trying to win time.", "motive_attribution", "is trying to"),
    ("History shows that tolls never last.", "precedent", "History shows"),
    ("A budget is like a diet.", "analogy", "is like a"),
    ("The old harbour is a prime example.", "example", "a prime example"),
    ("According to the auditor, it failed.", "expert_opinion", "According to"),
    ("Everyone knows that it failed.", "popular_opinion", "Everyone knows that"),
    ("It opens the door to worse.", "slippery_slope", "opens the door"),
    ("There is no alternative to a toll.", "alternatives", "no alternative"),
    ("It is a matter of justice.", "values", "a matter of justice"),
    ("There is no evidence of harm.", "ignorance", "no evidence"),
  ])
  func cuesGiveSchemesAway(_ text: String, _ id: String, _ cue: String) {
    let match = schemes(in: text).first { $0.id == id }
    #expect(match?.cue == cue)
    #expect((match?.confidence ?? 0) > 0.4 && (match?.confidence ?? 1) <= 1)
  }

  @Test func cuesAreWholeWordsAndExceptionsCount() {
    #expect(
      !schemes(in: "The shoulder of the road is soft.").contains { $0.id == "practical_reasoning" })
    #expect(!schemes(in: "They should have paid.").contains { $0.id == "practical_reasoning" })
    #expect(!schemes(in: "The Justice Department paid.").contains { $0.id == "values" })
    #expect(schemes(in: "The boats are blue.").isEmpty)
    #expect(!schemes(in: "A puddle is no threat to the town.").contains { $0.id == "fear_danger" })
    #expect(schemes(in: "A flood is a threat to the town.").contains { $0.id == "fear_danger" })
  }

  @Test func aGapSpansAtMostEightWords() {
    func matches(_ words: Int) -> Bool {
      let text = Array(("either " + String(repeating: "x ", count: words) + "or").utf8)
      let tokens = Phrase(text, text.indices).tokens
      return CuePattern("either * or", strength: 1).match(tokens, at: 0) != nil
    }
    #expect(matches(0) && matches(8) && !matches(9))
  }

  @Test func atMostThreeSurestFirst() {
    let found = schemes(
      in: "History shows that the council should pay, because justice is fair, experts say.")
    #expect(found.count == 3)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
  }
}
