import RejoinderCore
import Testing

@Suite("Passages")
struct PassageTests {
  @Test("match where the shared part makes up half of each")
  func matching() {
    let passage = Passage(start: 10, end: 20)
    #expect(passage.matches(Passage(start: 15, end: 25)))
    #expect(!passage.matches(Passage(start: 16, end: 26)))
    #expect(!passage.matches(Passage(start: 10, end: 31)))
    #expect(!passage.matches(Passage(start: 20, end: 30)))
    let odd = Passage(start: 0, end: 3)
    #expect(odd.matches(Passage(start: 0, end: 2)))
    #expect(!odd.matches(Passage(start: 2, end: 5)))
  }

  /// Twice the shared part is more than an `Int` holds.
  @Test("may reach as far as numbers do")
  func farthest() {
    let all = Passage(start: 0, end: .max)
    #expect(all.matches(Passage(start: 1, end: .max)))
    #expect(!all.matches(Passage(start: 0, end: 1)))
    #expect(!all.matches(Passage(start: .max - 1, end: .max)))
  }
}
