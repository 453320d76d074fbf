import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// The words of a draft that are counted are the writer's own.
@Suite struct OwnWordTests {
  /// A reply in which nothing was written yet was said to have as many words as its quotation.
  @Test func aReplyInWhichNothingIsWrittenHasNoWords() throws {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r")
    #expect(model.composer?.editor.isEmpty == false)
    #expect(model.composer?.state.hasPrefix("0 words") == true)
    model.type("Two words.")
    #expect(model.composer?.state.hasPrefix("2 words") == true)
  }

  @Test(arguments: [
    ("> a b\n> c\n\nd e", 2), ("> a\n\n— Author, *Title*\n\nmine", 1), ("— mine it is", 4),
    ("a\n\n— b", 3), ("> a\n— b\n— c", 2), (" > a", 2), (">", 0), ("", 0), ("a\n>b\nc", 2),
  ])
  func quotationsAndCitationsAreNotCounted(text: String, words: Int) {
    #expect(TextEditor(text).wordCount == words)
    #expect(Quotation.ownWordCount(of: Array(text.utf8)) == words)
  }

  /// Each edit changes the count by its own share: whatever the edits, the sum is that of the text.
  @Test func theCountFollowsEveryEdit() {
    var numbers = SplitMix64(seed: 5)
    let area = Size(columns: 20, rows: 5)
    var editor = TextEditor(in: area)
    let pieces = [">", " ", "\n", "\n\n", "— ", "word ", "> a b\n", "— c\n", "x", "\t"]
    let motions: [EditorCommand] = [.left, .right, .lineStart, .wordLeft, .rowUp, .rowDown]
    for step in 0..<4_000 {
      editor.perform(motions.randomElement(using: &numbers) ?? .left, in: area)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: editor.perform(.deleteBackward, in: area)
      case 1: editor.perform(.killToLineEnd, in: area)
      case 2: editor.perform(step % 3 == 0 ? .redo : .undo, in: area)
      default: editor.insert(pieces.randomElement(using: &numbers) ?? "")
      }
      #expect(editor.wordCount == Quotation.ownWordCount(of: editor.utf8), "\(editor.text)")
    }
  }
}
