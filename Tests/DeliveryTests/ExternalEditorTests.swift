import Glibc
import Testing

@testable import Delivery

@Suite struct ExternalEditorTests {
  private func edit(_ text: String, with command: String, in folder: TemporaryFolder)
    -> Result<String, DeliveryError>
  {
    ExternalEditor.run(text, command: command, temporaryFolder: folder.path)
  }

  private func error(_ result: Result<String, DeliveryError>) -> DeliveryError? {
    if case .failure(let error) = result { error } else { nil }
  }

  @Test func takesBackWhatTheEditorWrote() throws {
    let folder = try TemporaryFolder()
    #expect(edit("one two\n", with: "sed -i s/two/three/", in: folder) == .success("one three\n"))
    #expect(folder.names.isEmpty)
  }

  /// The file once ended in the middle of a line, which editors remark upon.
  @Test(arguments: [("one", "4"), ("one\n", "4"), ("", "0")])
  func theFileEndsWithItsLine(draft: String, size: String) throws {
    let folder = try TemporaryFolder()
    let counted = folder.file("size")
    #expect(
      edit(draft, with: "f() { wc -c < \"$1\" > \(counted); }; f", in: folder) == .success(draft))
    #expect(String(decoding: try readBytes(of: counted), as: UTF8.self) == size + "\n")
  }

  @Test func dropsTheLineFeedThatEndsTheFile() throws {
    let folder = try TemporaryFolder()
    #expect(edit("one", with: "printf 'two\\n' >>", in: folder) == .success("one\ntwo"))
    #expect(edit("one\n", with: "printf 'x\\n' >>", in: folder) == .success("one\nx\n"))
    #expect(edit("", with: "printf 'x\\n' >>", in: folder) == .success("x"))
  }

  @Test func theFileIsItsOwnersAloneAndMarkdown() throws {
    let folder = try TemporaryFolder()
    let command =
      "f() { stat -c %a \"$1\" > \(folder.file("mode"));"
      + " case $1 in *.md) echo yes >> \(folder.file("mode"));; esac; }; f"
    #expect(edit("x", with: command, in: folder) == .success("x"))
    #expect(String(decoding: try readBytes(of: folder.file("mode")), as: UTF8.self) == "600\nyes\n")
  }

  @Test func aFolderWithASpaceIsNoTrouble() throws {
    let folder = try TemporaryFolder()
    let spaced = folder.file("a b")
    mkdir(spaced, 0o700)
    defer { rmdir(spaced) }
    let result = ExternalEditor.run("a", command: "sed -i s/a/b/", temporaryFolder: spaced)
    #expect(result == .success("b"))
  }

  @Test func repairsWhatIsNotText() throws {
    let folder = try TemporaryFolder()
    #expect(edit("", with: "printf 'a\\377b' >", in: folder) == .success("a\u{FFFD}b"))
  }

  @Test func anEditorThatFailsChangesNothing() throws {
    let folder = try TemporaryFolder()
    let failure = error(edit("one", with: "false", in: folder))
    #expect(failure?.kind == .unavailable)
    #expect(
      failure?.description == "not edited: false: ended with status 1. The draft is as it was.")
    #expect(folder.names.isEmpty)
  }

  @Test func whatAFailingEditorWroteIsKept() throws {
    let folder = try TemporaryFolder()
    let failure = error(edit("one", with: "f() { echo words > \"$1\"; exit 3; }; f", in: folder))
    let name = try #require(folder.names.first)
    #expect(
      failure?.description
        == "not edited: f() { echo words > \"$1\"; exit 3; }; f: ended with status 3."
        + " The draft is as it was. What the editor wrote is in \(folder.file(name)).")
    #expect(String(decoding: try readBytes(of: folder.file(name)), as: UTF8.self) == "words\n")
  }

  @Test func anEditorThatIsNotThereIsNamed() throws {
    let folder = try TemporaryFolder()
    let failure = error(edit("one", with: "/nonexistent/editor", in: folder))
    #expect(failure?.description.contains("was not found; check VISUAL and EDITOR") == true)
    #expect(folder.names.isEmpty)
  }

  @Test func anEditorThatIsKilledIsNamed() throws {
    let folder = try TemporaryFolder()
    let failure = error(edit("one", with: "kill -TERM $$; :", in: folder))
    #expect(failure?.description.contains("was ended by signal 15") == true)
  }

  @Test func aFileThatTheEditorRemovedIsReported() throws {
    let folder = try TemporaryFolder()
    let failure = error(edit("one", with: "rm", in: folder))
    #expect(failure?.kind == .inputOutput)
    #expect(failure?.description.hasSuffix("The draft is as it was.") == true)
  }

  @Test func withoutAnEditorOrAFolderItSaysSo() throws {
    let folder = try TemporaryFolder()
    #expect(error(edit("one", with: "  ", in: folder))?.kind == .usage)
    let result = ExternalEditor.run("x", command: "true", temporaryFolder: folder.file("none"))
    #expect(error(result)?.description.hasPrefix("cannot edit: \(folder.file("none")):") == true)
  }

  @Test func theEditorFindsTheEnvironmentGiven() throws {
    let folder = try TemporaryFolder()
    let result = ExternalEditor.run(
      "", command: "printf %s \"$WORD\" >", temporaryFolder: folder.path,
      environment: ["WORD": "given", "PATH": "/usr/bin:/bin"])
    #expect(result == .success("given"))
  }
}
