import RejoinderCore
import TerminalKit
import Testing

@testable import Reader

/// Tab after a command that takes a file once did nothing.
@Suite struct PathCompletionTests {
  /// A line in the prompt, for which paths are asked.
  private func asked(_ line: String, keys: String = "Tab") throws -> (Model, path: String?) {
    var model = try ReaderFixtures.model()
    _ = model.press(keys: "] r Esc :")
    model.type(line)
    let path = path(model.press(keys: keys), &model)
    return (model, path)
  }

  private func path(_ effects: [Effect], _ model: inout Model) -> String? {
    for effect in effects {
      if case .completePath(let path, let request) = effect {
        #expect(request == model.pathRequest)
        return path
      }
    }
    return nil
  }

  private func answer(_ model: inout Model, _ paths: String..., isWhole: Bool = true) -> [Effect] {
    model.update(
      .pathCompleted(PathCompletion(paths: paths, isWhole: isWhole), request: model.pathRequest),
      at: .zero)
  }

  private func line(_ model: Model) -> String? { model.prompt?.editor.text }

  private func row(_ model: Model) -> String {
    model.view().row(model.size.rows - 1).filter { $0.width > 0 }.map(\.glyph.string).joined()
  }

  @Test(arguments: [
    ("write ", ""), ("write re", "re"), ("write! re", "re"), ("write   a b/c", "a b/c"),
    ("write ~/", "~/"), ("wr re", "re"), (" write re", "re"), ("  wri!  re", "re"),
  ])
  func thePathOfAFileIsAskedFor(typed: String, path: String) throws {
    #expect(try asked(typed).path == path)
  }

  @Test(arguments: ["write", "wri", "layout p", "quit x", "nothing x", ""])
  func nothingElseIs(typed: String) throws {
    #expect(try asked(typed).path == nil)
  }

  @Test func itIsCompletedAsFarAsAllAgreeAndThenOneByOne() throws {
    var (model, _) = try asked("write re")
    _ = answer(&model, "reply.md", "reply.txt", "replies/")
    #expect(line(model) == "write repl")
    #expect(row(model).contains("reply.md  reply.txt  replies/"))
    for expected in ["reply.md", "reply.txt", "replies/", "reply.md"] {
      #expect(path(model.press(keys: "Tab"), &model) == nil)
      #expect(line(model) == "write " + expected)
    }
    _ = model.press(keys: "Tab Tab /")
    #expect(line(model) == "write replies/", "the slash stands there already")
    #expect(path(model.press(keys: "Tab"), &model) == "replies/")
    _ = answer(&model, "replies/first.md")
    #expect(line(model) == "write replies/first.md")
    _ = model.press(keys: "/")
    #expect(line(model) == "write replies/first.md/")
  }

  @Test func theOnlyFolderIsGoneInto() throws {
    var (model, _) = try asked("write! ~/d")
    _ = answer(&model, "~/drafts/")
    #expect(line(model) == "write! ~/drafts/")
    #expect(path(model.press(keys: "Tab"), &model) == "~/drafts/")
    let effects = answer(&model)
    #expect(line(model) == "write! ~/drafts/")
    #expect(
      effects.contains { if case .ring = $0 { true } else { false } }, "there is nothing in it")
  }

  /// What all of a huge folder begin with is not known from some of them.
  @Test func ofSomeNothingIsConcluded() throws {
    var (model, _) = try asked("write re")
    _ = answer(&model, "reply.md", "reply.txt", isWhole: false)
    #expect(line(model) == "write re")
    _ = model.press(keys: "Tab")
    #expect(line(model) == "write reply.md")
    (model, _) = try asked("write re")
    _ = answer(&model, "reply.md", isWhole: false)
    #expect(line(model) == "write re")
  }

  /// A slow folder's answer does not come between what is typed meanwhile.
  @Test(arguments: ["p", "Esc", "Esc :", "Backspace", "Enter"])
  func anAnswerThatComesLateIsDropped(keys: String) throws {
    var (model, _) = try asked("write re")
    _ = model.press(keys: keys)
    let before = line(model)
    _ = answer(&model, "reply.md")
    #expect(line(model) == before)
    #expect(model.prompt?.completions.isEmpty != false)
  }

  @Test func aReplyIsWrittenToWhatWasCompleted() throws {
    var (model, _) = try asked("write re")
    _ = answer(&model, "reply.md")
    let effects = model.press(keys: "Enter")
    #expect(
      effects.contains {
        if case .write(_, path: "reply.md", overwrite: false, _) = $0 { true } else { false }
      })
  }

  /// A slash that was typed in the middle of the line, or after one's own, was swallowed.
  @Test func onlyTheSlashOfACompletedFolderIsSpared() throws {
    var (model, _) = try asked("write tm")
    _ = answer(&model, "tmp/")
    _ = model.press(keys: "^A C-Right /")
    #expect(line(model) == "write/ tmp/")

    (model, _) = try asked("write tmp/")
    _ = answer(&model, "tmp/one", "tmp/two")
    _ = model.press(keys: "/")
    #expect(line(model) == "write tmp//", "the reader's own slash, and another")

    (model, _) = try asked("write tm")
    _ = answer(&model, "tmp/")
    _ = model.press(keys: "Tab")
    _ = answer(&model, "tmp/one", "tmp/two")
    _ = model.press(keys: "/")
    #expect(line(model) == "write tmp/")
    _ = model.press(keys: "/")
    #expect(line(model) == "write tmp//")
  }

  /// Tab asked for the same again and again, and nothing was shown.
  @Test func theOnlyOneThatIsSeenOfAHugeFolderIsOffered() throws {
    var (model, _) = try asked("write ze")
    _ = answer(&model, "zebra/", isWhole: false)
    #expect(line(model) == "write ze")
    #expect(row(model).contains("zebra/"))
    #expect(path(model.press(keys: "Tab"), &model) == nil)
    #expect(line(model) == "write zebra/")
    #expect(path(model.press(keys: "Tab"), &model) == "zebra/")
    _ = answer(&model, "zebra/stripes.md", isWhole: false)
    _ = model.press(keys: "Tab")
    #expect(line(model) == "write zebra/stripes.md")
  }

  @Test func thatAFolderIsTooLargeIsSaid() throws {
    var (model, _) = try asked("write ze")
    let effects = answer(&model, isWhole: false)
    #expect(effects.contains { if case .ring = $0 { true } else { false } })
    #expect(row(model).contains("too many names"))
    _ = model.press(keys: "b")
    #expect(!row(model).contains("too many names"))
  }

  /// Each Tab began another queue for a folder that did not answer.
  @Test func aFolderIsAskedForOnce() throws {
    var (model, first) = try asked("write re")
    #expect(first == "re")
    #expect(path(model.press(keys: "Tab"), &model) == nil)
    _ = answer(&model, "reply.md")
    #expect(line(model) == "write reply.md")
  }
}
