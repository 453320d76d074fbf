import FoundationEssentials
import Glibc
import Testing

@testable import Delivery

@Suite struct ExternalEditorTests {
  private func edit(_ text: String, with command: String, in folder: TemporaryFolder)
    -> Result<String, DeliveryError>
  {
    ExternalEditor.run(text, command: command, folder: folder.path)
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
    let result = ExternalEditor.run("a", command: "sed -i s/a/b/", folder: spaced)
    #expect(result == .success("b"))
  }

  /// The bytes were replaced by U+FFFD, and the only file with the right ones was removed.
  @Test func whatIsNotTextStaysWhereItIs() throws {
    let folder = try TemporaryFolder()
    guard case .failure(let error) = edit("", with: "printf 'a\\377b' >", in: folder) else {
      Issue.record("it was taken")
      return
    }
    #expect(error.description.contains("not UTF-8"))
    let path = try #require(
      error.description.split(separator: " ").first { $0.hasPrefix("/") }?.dropLast())
    #expect(try readBytes(of: String(path)) == [0x61, 0xFF, 0x62])
    unlink(String(path))
    unlink(String(path.dropLast(3)) + ".lock")
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
    let place = "/dev/null/none"
    let result = ExternalEditor.run("x", command: "true", folder: place)
    #expect(error(result)?.description.hasPrefix("cannot edit: \(place):") == true)
  }

  /// Such a file once lay in the system's folder for temporary files, and nobody was told of it.
  @Test func whatAnEditorWroteForASessionThatWasEndedIsFound() throws {
    let folder = try TemporaryFolder()
    let place = folder.file("editing")
    let inside = { try FileManager.default.contentsOfDirectory(atPath: place).sorted() }
    defer { try? FileManager.default.removeItem(atPath: place) }
    // The file is copied while the editor has it, as it is when the session is killed.
    let keep =
      "f() { cp \"$1\" \"$1.kept\"; printf 'words\\n' >> \"$1.kept\"; cp \"$1\" \"$1.same\"; }; f"
    #expect(ExternalEditor.run("given", command: keep, folder: place) == .success("given"))
    let names = try inside()
    #expect(names.count == 2)
    for name in names {
      let path = place + "/" + name
      let plain = String(path.dropLast(".kept".count))
      try #require(rename(path, name.hasSuffix(".kept") ? plain : plain + ".md") == 0)
    }
    let left = EditedDrafts.takeBack(in: place) { _ in
      Issue.record("nobody knows whose it is")
      return false
    }
    #expect(left.count == 1)
    #expect(
      String(decoding: try readBytes(of: try #require(left.first).path), as: UTF8.self)
        == "given\nwords\n")
    #expect(try inside().count == 1)
    var status = stat()
    try #require(stat(place, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func aDraftThatAnEditorHasIsLeftToIt() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("draft-\(String(repeating: "0", count: 32))-x.md")
    try #require(close(open(file, O_WRONLY | O_CREAT, 0o600)) == 0)
    let life = try SessionLife(beside: file)
    #expect(EditedDrafts.takeBack(in: folder.path) { _ in true }.isEmpty)
    life.end()
    #expect(EditedDrafts.takeBack(in: folder.path) { _ in true }.map(\.path) == [file])
  }

  /// What a failing editor wrote was named at the next start, to be copied by hand.
  @Test func whatAFailingEditorWroteIsTakenBackOnce() throws {
    let folder = try TemporaryFolder()
    let failure = error(
      ExternalEditor.run(
        "one", command: "f() { echo more >> \"$1\"; exit 1; }; f", folder: folder.path,
        owner: "whose"))
    #expect(failure?.description.hasSuffix("becomes a draft when an essay is next opened.") == true)
    let name = try #require(folder.names.first { $0.hasSuffix(".md") })
    // Where it cannot be kept it stays, and is offered again.
    #expect(
      EditedDrafts.takeBack(in: folder.path) { _ in false }.map(\.path) == [folder.file(name)])
    var taken: [EditedDraft] = []
    for _ in 0..<2 {
      let left = EditedDrafts.takeBack(in: folder.path) { draft in
        // Another session that looks meanwhile.
        #expect(EditedDrafts.takeBack(in: folder.path) { _ in true }.isEmpty)
        taken.append(draft)
        return true
      }
      #expect(left.isEmpty)
    }
    #expect(taken == [EditedDraft(name: name, text: "one\nmore", owner: "whose", isChanged: true)])
    #expect(folder.names.isEmpty)
  }

  /// An editor outlives its session where that is killed alone.
  @Test func aDraftIsLeftToAnEditorWhoseSessionHasGone() throws {
    let folder = try TemporaryFolder()
    let (path, life) = try EditedDrafts.write("one", in: folder.path, of: "whose")
    try #require(mkfifo(folder.file("go"), 0o600) == 0)
    // It goes on in the background when its parent, and with it this process' part in it, has ended.
    let ending = try ChildProcess(
      program: "/bin/sh",
      arguments: [
        "-c", "{ read x < \"$2\"; echo more >> \"$1\"; } & exit 0", "sh", path, folder.file("go"),
      ],
      shared: life.descriptor
    ).run()
    #expect(ending == .exit(0))
    // As when this process ends.
    _ = close(life.descriptor)
    #expect(EditedDrafts.takeBack(in: folder.path) { _ in true }.isEmpty)
    #expect(folder.names.contains { $0.hasSuffix(".md") })
    let writer = open(folder.file("go"), O_WRONLY | O_CLOEXEC)
    try #require(writer >= 0)
    _ = close(writer)
    var words: String?
    #expect(
      try eventually {
        _ = EditedDrafts.takeBack(in: folder.path) { draft in
          words = draft.text
          return true
        }
        return words != nil
      })
    #expect(words == "onemore")
  }

  @Test func theEditorFindsTheEnvironmentGiven() throws {
    let folder = try TemporaryFolder()
    let result = ExternalEditor.run(
      "", command: "printf %s \"$WORD\" >", folder: folder.path,
      environment: ["WORD": "given", "PATH": "/usr/bin:/bin"])
    #expect(result == .success("given"))
  }
}
