import Analysis
import Reader
import RejoinderCore
import Testing

@testable import Application

/// What is remembered of one essay is not said of another.
@Suite struct ExaminerTests {
  private static func essay(_ text: String) -> Essay {
    Essay(metadata: EssayMetadata(source: .standardInput), text: EssayText(canonical: text))
  }

  private static func inquiry(into essay: Essay) -> Inquiry {
    let sentences = Analyzer().sentences(of: essay)
    let claims = Marking(sentences: sentences, packs: [], annotations: []).claims
    return Inquiry(wanted: claims, claims: claims, sentences: sentences)
  }

  private static let short = essay("Towns must not burn light for nobody. It is a disgrace.")
  private static let grown = essay(
    "Towns must not burn light for nobody. It is a disgrace.\n\nResidents should be asked first.")
  private static let other = essay(
    "Nobody should have to pay twice. It is wrong, and it is unjust.")

  @Test func everyEssayIsExaminedAsIfAlone() {
    let examiner = Examiner(Analyzer())
    for (essay, request) in [
      (Self.short, 1), (Self.grown, 1), (Self.other, 2), (Self.other, 2), (Self.short, 3),
    ] {
      let inquiry = Self.inquiry(into: essay)
      let found = examiner.examine(inquiry, in: essay, request: request)
      #expect(!found.isEmpty && found.allSatisfy { !$0.reasons.isEmpty })
      #expect(found == Examiner(Analyzer()).examine(inquiry, in: essay, request: 9))
    }
  }
}
