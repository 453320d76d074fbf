import FoundationEssentials
import Glibc
import Reader
import Store
import Testing

@testable import Application

/// Names of files and folders for a path that is being typed.
@Suite struct FileNamesTests {
  private let desk: ReadingDesk

  init() throws {
    desk = try ReadingDesk(InMemoryLibrary())
    for name in ["reply.md", "reply.txt", ".hidden", "a b.md", "雪国.md"] {
      try desk.write("", to: name)
    }
    for name in ["replies", ".folder"] {
      try #require(mkdir(desk.folder + "/" + name, 0o700) == 0)
    }
    try #require(symlink("replies", desk.folder + "/link") == 0)
    try #require(symlink("nowhere", desk.folder + "/dead") == 0)
  }

  private func names(_ typed: String) -> [String] {
    let all = FileNames.completion(of: desk.folder + "/" + typed, home: nil)
    #expect(all.isWhole)
    return all.paths.map { String($0.dropFirst(desk.folder.count + 1)) }
  }

  @Test func namesThatBeginSoAreTold() throws {
    #expect(names("rep") == ["replies/", "reply.md", "reply.txt"])
    #expect(names("reply.") == ["reply.md", "reply.txt"])
    #expect(
      names("") == ["a b.md", "dead", "link/", "replies/", "reply.md", "reply.txt", "雪国.md"])
    #expect(names("雪") == ["雪国.md"] && names("a ") == ["a b.md"])
    #expect(names("x").isEmpty && names("replies/").isEmpty && names("nowhere/x").isEmpty)
  }

  @Test func hiddenOnesAreToldAfterADot() throws {
    #expect(names(".") == [".folder/", ".hidden"])
    #expect(names("replies/..") == ["replies/../"])
    #expect(
      names("replies/../rep") == [
        "replies/../replies/", "replies/../reply.md", "replies/../reply.txt",
      ])
  }

  @Test func theHomeFolderStaysATilde() throws {
    let home = desk.folder
    #expect(FileNames.completion(of: "~", home: home).paths == ["~/"])
    #expect(FileNames.completion(of: "~/reply.m", home: home).paths == ["~/reply.md"])
    #expect(FileNames.completion(of: "~/li", home: home).paths == ["~/link/"])
    #expect(FileNames.completion(of: "~", home: nil).paths.isEmpty)
  }

  /// A folder of that name in the present one became the home folder.
  @Test func whatIsNamedATildeIsNotTheHomeFolder() throws {
    try #require(mkdir(desk.folder + "/~", 0o700) == 0)
    #expect(names("").contains("~/"))
    let present = { FileNames.completion(of: $0, home: $1, in: desk.folder).paths }
    let all = present("", "/home/reader")
    #expect(all.contains("./~/") && !all.contains("~/"))
    #expect(present("~", "/home/reader") == ["~/"])
    #expect(present("~", nil) == ["~/"], "no home: a name like others")
  }

  /// A name can be an order to the terminal, several lines, or no text at all.
  @Test func namesThatALineCannotHoldAreLeftOut() throws {
    for name in [
      "evil\u{1B}[2J", "evil\nlines", "evil\tab", "evil\u{9B}1", "evil\u{202E}txt", "evil ",
    ] {
      try desk.write("", to: name)
    }
    let bytes: [UInt8] = Array((desk.folder + "/evil").utf8) + [0xFF, 0]
    let made = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          open($0, O_WRONLY | O_CREAT, 0o600)
        }
      } ?? -1
    }
    try #require(made >= 0)
    close(made)
    #expect(names("evil").isEmpty)
  }

  @Test func ofAHugeFolderSomeAreTold() throws {
    let folder = desk.folder + "/replies"
    for number in 0...FileNames.told {
      let made = open(folder + "/n\(number)", O_WRONLY | O_CREAT, 0o600)
      try #require(made >= 0)
      close(made)
    }
    let all = FileNames.completion(of: folder + "/n", home: nil)
    #expect(!all.isWhole && all.paths.count == FileNames.told)
  }
}
