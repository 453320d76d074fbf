import RejoinderCore
import Store
import Testing

@testable import Application

@Suite struct BuiltInTests {
  /// The essay once opened on a claim that nobody had anything against.
  @Test func thePackAnswersEveryClaimOfTheEssay() throws {
    let essay = try BuiltIn.essay()
    let study = Study(of: Dossier(of: essay, in: InMemoryLibrary()))
    #expect(study.marking.claims.count > 15)
    for claim in study.marking.claims {
      let answers = study.counterarguments(to: claim).filter { $0.origin.kind == .pack }
      #expect(answers.count >= 2, "\(essay.text.string(claim.passage))")
    }
  }
}
