import Glibc
import Testing

@testable import Delivery

@Suite struct ReplyFileTests {
  private func contents(_ path: String) throws -> String {
    String(decoding: try readBytes(of: path), as: UTF8.self)
  }

  /// This process' mask, read without changing it under the feet of other tests.
  private func mask() throws -> mode_t {
    let line = try contents("/proc/self/status").split(separator: "\n")
      .first { $0.hasPrefix("Umask:") }
    return try #require(line.flatMap { mode_t($0.dropFirst(6).drop { $0 == "\t" }, radix: 8) })
  }

  @Test func writesAFileThatEveryoneMayRead() throws {
    let folder = try TemporaryFolder()
    let outcome = try ReplyFile.write(
      "> claim\n\nNo: 外交", to: folder.file("reply.md"), overwrite: false, home: nil)
    #expect(outcome == .written(path: folder.file("reply.md"), bytes: 20))
    #expect(try contents(folder.file("reply.md")) == "> claim\n\nNo: 外交\n")
    #expect(folder.mode(of: "reply.md") == 0o644 & ~(try mask()))
    #expect(folder.names == ["reply.md"])
  }

  @Test func leavesAFileAloneThatExists() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("reply.md")
    _ = try ReplyFile.write("first", to: path, overwrite: false, home: nil)
    let outcome = try ReplyFile.write("second", to: path, overwrite: false, home: nil)
    #expect(outcome == .exists(path: path))
    #expect(try contents(path) == "first\n")
    #expect(folder.names == ["reply.md"])
  }

  @Test func replacesWhenToldToAndKeepsThePermissions() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("reply.md")
    _ = try ReplyFile.write("first", to: path, overwrite: false, home: nil)
    chmod(path, 0o600)
    _ = try ReplyFile.write("second\n", to: path, overwrite: true, home: nil)
    #expect(try contents(path) == "second\n")
    #expect(folder.mode(of: "reply.md") == 0o600)
    #expect(folder.names == ["reply.md"])
  }

  @Test func aLinkKeepsItsTarget() throws {
    let folder = try TemporaryFolder()
    _ = try ReplyFile.write("first", to: folder.file("real.md"), overwrite: false, home: nil)
    symlink("real.md", folder.file("link.md"))
    let asked = try ReplyFile.write("x", to: folder.file("link.md"), overwrite: false, home: nil)
    #expect(asked == .exists(path: folder.file("real.md")))
    _ = try ReplyFile.write("second", to: folder.file("link.md"), overwrite: true, home: nil)
    #expect(try contents(folder.file("real.md")) == "second\n")
    #expect(try contents(folder.file("link.md")) == "second\n")
  }

  @Test func aLinkToNothingIsLeftAloneToo() throws {
    let folder = try TemporaryFolder()
    symlink("nowhere.md", folder.file("link.md"))
    let outcome = try ReplyFile.write("x", to: folder.file("link.md"), overwrite: false, home: nil)
    #expect(outcome == .exists(path: folder.file("link.md")))
    #expect(folder.names == ["link.md"])
  }

  @Test func findsTheHomeFolder() throws {
    let folder = try TemporaryFolder()
    let outcome = try ReplyFile.write("x", to: "~/reply.md", overwrite: false, home: folder.path)
    #expect(outcome == .written(path: folder.file("reply.md"), bytes: 2))
  }

  @Test(arguments: ["", "~/", "a/", "a\u{0}b"])
  func aNameThatIsNoneIsRefused(path: String) {
    let error = #expect(throws: DeliveryError.self) {
      try ReplyFile.write("x", to: path, overwrite: true, home: "/nonexistent")
    }
    #expect(error?.kind == .usage)
  }

  @Test func aFolderIsNoFile() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: DeliveryError.self) {
      try ReplyFile.write("x", to: folder.path, overwrite: true, home: nil)
    }
    #expect(
      error?.description
        == "cannot write: \(folder.path): is not a plain file; choose another name."
        + " The draft is kept.")
  }

  @Test func aMissingFolderIsReported() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("none") + "/reply.md"
    let error = #expect(throws: DeliveryError.self) {
      try ReplyFile.write("x", to: path, overwrite: false, home: nil)
    }
    #expect(error?.kind == .cannotCreate)
    #expect(
      error?.description
        == "cannot write: \(path): no such file or directory. The draft is kept;"
        + " choose another place.")
  }

  @Test func aPlaceThatTakesNoFilesIsReported() {
    let error = #expect(throws: DeliveryError.self) {
      try ReplyFile.write("x", to: "/proc/rejoinder.md", overwrite: false, home: nil)
    }
    #expect(error?.description.hasPrefix("cannot write: /proc/rejoinder.md: ") == true)
  }

  /// The words lay there for all to read while they were brought to the disk.
  @Test func aPrivateFileIsNeverReplacedByAnOpenOne() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("reply.md")
    _ = try ReplyFile.write("first", to: path, overwrite: false, home: nil)
    try #require(chmod(path, 0o600) == 0)
    let text = String(repeating: "Many words, so that it takes a while. ", count: 400_000)
    async let outcome = Task.detached {
      try ReplyFile.write(text, to: path, overwrite: true, home: nil)
    }.value
    var seen: Set<mode_t> = []
    while folder.bytes(of: "reply.md") < 100 {
      for name in folder.names where name.hasSuffix(".tmp") && folder.bytes(of: name) > 0 {
        if let mode = folder.mode(of: name) { seen.insert(mode) }
      }
    }
    _ = try await outcome
    #expect(seen.isSubset(of: [0o600]), "\(seen)")
  }
}
