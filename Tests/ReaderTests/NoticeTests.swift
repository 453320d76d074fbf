import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

@Suite struct NoticeTests {
  /// The next key once took away the word that another session had changed the draft, before anybody
  /// could read it.
  @Test func typingLeavesAnErrorWhereItIs() throws {
    var model = try ReaderFixtures.model(Size(columns: 100, rows: 30))
    _ = model.press(keys: "] r")
    _ = model.update(.recordFailed("The disk is full"), at: .zero)
    _ = model.press(keys: "a b Backspace")
    #expect(model.notice == Notice(text: "The disk is full", isError: true))
    _ = model.press(keys: "Esc")
    #expect(model.notice?.isError != true)
  }

  @Test func aKeyTakesAnOrdinaryNoticeAway() throws {
    var model = try ReaderFixtures.model(Size(columns: 100, rows: 30))
    _ = model.press(keys: "] a")
    #expect(model.notice != nil)
    _ = model.press(keys: "j")
    #expect(model.notice == nil)
  }
}
