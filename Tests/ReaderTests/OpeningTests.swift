import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct OpeningTests {
  /// A pack that came after the claims once left the cursor on what had become the second claim.
  @Test func theFirstClaimIsFocusedWhateverComesLast() throws {
    let essay = ReaderFixtures.essay()
    var model = Model(
      size: Size(columns: 100, rows: 40), keyMap: .standard, seed: 1, essay: essay)
    _ = model.start(at: .zero)
    let later = ReaderFixtures.sentences(of: essay).dropFirst(4)
    _ = model.update(
      .assessed(Array(later), examinations: [], isWhole: true, request: model.request), at: .zero)
    #expect(model.reading?.focusedClaim == 0)
    let first = try #require(ReaderFixtures.sentences(of: essay).first?.passage)
    let pack = ArgumentPack(
      title: "Answers", author: "The Lamplighters", essay: EssayReference(),
      claims: [
        PackClaim(
          quote: essay.text.string(first), role: .claim, kind: .fact, scheme: nil,
          counterarguments: [])
      ])
    let packs = [pack].compactMap { $0.match(in: essay.text) }
    let loaded = LoadedEssay(essay: essay, packs: packs)
    var moved = model
    _ = model.update(.loaded(loaded, request: model.request), at: .zero)
    #expect(model.reading?.cursor == first)

    _ = moved.press(keys: "]")
    let chosen = moved.reading?.cursor
    _ = moved.update(.loaded(loaded, request: moved.request), at: .zero)
    #expect(moved.reading?.cursor == chosen, "the reader's own move stands")
  }
}
