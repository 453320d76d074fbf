import FoundationEssentials
import Glibc
import Synchronization
import Testing

@testable import Delivery

/// Drafts that no session has taken from their editors.
@Suite struct EditedDraftsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private var isEmpty: Bool { folder.names.isEmpty }

  private func edit(with command: String) -> DeliveryError? {
    let result = ExternalEditor.run("one", command: command, folder: folder.path, owner: "whose")
    if case .failure(let error) = result { return error }
    return nil
  }

  /// The words came back with U+FFFD, and the only file with the right ones was removed.
  @Test func bytesThatAreNotUTF8StayWhereTheyAre() throws {
    _ = edit(with: "f() { printf 'caf\\351 noir' > \"$1\"; exit 1; }; f")
    let name = try #require(folder.names.first { $0.hasSuffix(".md") })
    for _ in 0..<2 {
      let left = EditedDrafts.takeBack(in: folder.path) { _ in
        Issue.record("these are not its words")
        return true
      }
      #expect(left == [LeftDraft(path: folder.file(name), reason: .notUTF8)])
    }
    #expect(
      try readBytes(of: folder.file(name)) == Array("caf".utf8) + [0xE9] + Array(" noir".utf8))
  }

  /// A lock stayed for ever where its draft had gone.
  @Test func aLockWhoseDraftHasGoneIsRemoved() throws {
    let draft = folder.file("draft-\(String(repeating: "0", count: 32))-x.md")
    let life = try SessionLife(beside: draft)
    #expect(EditedDrafts.takeBack(in: folder.path) { _ in true }.isEmpty)
    #expect(!isEmpty, "somebody is about to make the draft")
    life.leave()
    #expect(EditedDrafts.takeBack(in: folder.path) { _ in true }.isEmpty)
    #expect(isEmpty)
  }

  /// The lock, which says whose the words are, was removed, and nobody was told of the file.
  @Test func whatCannotBeReadStaysAndIsNamed() throws {
    let failure = edit(with: "f() { rm \"$1\"; mkdir \"$1\"; }; f")
    #expect(failure?.kind == .inputOutput)
    let name = try #require(folder.names.first { $0.hasSuffix(".md") })
    #expect(failure?.description.contains(folder.file(name)) == true)
    #expect(folder.names == [name, name + ".lock"])
    #expect(
      EditedDrafts.takeBack(in: folder.path) { _ in true }
        == [LeftDraft(path: folder.file(name), reason: .unkept)])
    rmdir(folder.file(name))
    _ = EditedDrafts.takeBack(in: folder.path) { _ in true }
    #expect(isEmpty)
  }

  /// What an editor leaves running may hold the lock as long as the machine runs.
  @Test func aDraftThatIsHeldIsNamedOnceItsSessionHasGone() throws {
    let (path, life) = try EditedDrafts.write("one", in: folder.path, of: "whose")
    defer {
      unlink(path)
      life.end()
    }
    #expect(EditedDrafts.takeBack(in: folder.path) { _ in true }.isEmpty)
    let ended = folder.file("process")
    _ = try ChildProcess(program: "/bin/sh", arguments: ["-c", "echo $$ > \"$0\"", ended]).run()
    let lock = try #require(folder.names.first { $0.hasSuffix(".lock") })
    try (String(decoding: readBytes(of: ended), as: UTF8.self) + "whose").write(
      toFile: folder.file(lock), atomically: false, encoding: .utf8)
    #expect(
      EditedDrafts.takeBack(in: folder.path) { _ in true } == [LeftDraft(path: path, reason: .held)]
    )
    #expect(access(path, F_OK) == 0)
  }

  private final class Others: Sendable {
    let isOver = Atomic(false)
    let found = Mutex<[String]>([])
  }

  /// Another session took a draft, or its lock, that was just being made, and the editor was refused or had
  /// its file removed.
  @Test func aDraftThatIsJustBeingMadeIsLeftAlone() throws {
    let others = Others()
    let path = folder.path
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Looking(others: others, path: path))
    try #require(
      pthread_create(
        &thread, nil,
        { raw in
          guard let raw else { return nil }
          Unmanaged<Looking>.fromOpaque(raw).takeRetainedValue().look()
          return nil
        }, context.toOpaque()) == 0)
    for _ in 0..<400 {
      do {
        let (file, life) = try EditedDrafts.write("", in: path, of: "whose")
        #expect(access(file, F_OK) == 0, "it was removed")
        unlink(file)
        life.end()
      } catch {
        Issue.record("refused: \(error.reason.text)")
        break
      }
    }
    others.isOver.store(true, ordering: .releasing)
    pthread_join(thread, nil)
    #expect(others.found.withLock { $0 } == [])
  }

  private final class Looking: Sendable {
    let others: Others
    let path: String

    init(others: Others, path: String) {
      self.others = others
      self.path = path
    }

    func look() {
      while !others.isOver.load(ordering: .acquiring) {
        let left = EditedDrafts.takeBack(in: path) { draft in
          others.found.withLock { $0.append(draft.name) }
          return false
        }
        others.found.withLock { $0 += left.map(\.path) }
      }
    }
  }
}
