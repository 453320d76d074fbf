import Glibc
import RejoinderCore
import Store
import TerminalKit
import Testing
import VirtualTerminal

/// A disk without room: the composer says that it cannot save, keeps the text, and saves when there is
/// room again.
@Suite(.serialized) struct SmallDiskTests {
  /// A way to take the room away from a running reader, and to give it back.
  enum Shortage: String, CaseIterable, CustomTestStringConvertible {
    /// A file system of one megabyte, filled up.
    case fullFileSystem
    /// A limit on the size of files, which any user can set.
    case fileLimit

    var testDescription: String { rawValue }

    /// Only root may mount; then both are tried.
    static var possible: [Shortage] { geteuid() == 0 ? allCases : [.fileLimit] }
  }

  /// One megabyte of its own at a desk's library.
  private final class SmallDisk {
    private let path: String

    init(at path: String) throws {
      self.path = path
      mkdir(path, 0o700)
      try #require(
        mount("tmpfs", path, "tmpfs", 0, "size=1m,mode=0700") == 0,
        "cannot mount: \(String(cString: strerror(errno)))")
    }

    deinit {
      umount2(path, Int32(MNT_DETACH))
    }

    func fill() {
      let file = open(path + "/filler", O_WRONLY | O_CREAT, 0o600)
      let chunk = [UInt8](repeating: 0, count: 512)
      while write(file, chunk, chunk.count) > 0 {}
      close(file)
    }

    func clear() { unlink(path + "/filler") }
  }

  /// Sets how large a file of a running process may become; `nil` for any size.
  private func limitFiles(of process: Int32, to size: Int?) throws {
    let helper = try VirtualTerminal(size: Size(columns: 80, rows: 5))
    let limit = size.map(String.init) ?? "unlimited"
    try helper.spawn(
      "/usr/bin/prlimit", ["--pid", "\(process)", "--fsize=\(limit):unlimited"], environment: [:])
    try #require(try helper.waitForStatus() == .exited(0), "\(helper.text)")
  }

  @Test(arguments: Shortage.possible)
  func theTextIsKeptUntilThereIsRoom(shortage: Shortage) throws {
    let desk = try Desk()
    let disk = shortage == .fullFileSystem ? try SmallDisk(at: desk.library) : nil
    let terminal = try desk.open()
    try terminal.openReply()
    terminal.type("kept before. ")
    try terminal.waitUntilSaved()

    switch shortage {
    case .fullFileSystem: disk?.fill()
    case .fileLimit: try limitFiles(of: terminal.process, to: 65_536)
    }
    // More than the limit lets into one file, which is more than a frame of the screen needs.
    let line = "A line of an answer that needs some room.\n"
    terminal.paste(String(repeating: line, count: 2500) + "written without room. ")
    try terminal.wait("the failure") {
      terminal.text.contains("no space is left") || terminal.text.contains("free some space")
    }
    #expect(!terminal.isSaved)
    #expect(terminal.text.contains("written without room."))
    terminal.type("And more.")
    try terminal.wait(forText: "And more.")
    #expect(desk.drafts().first?.hasSuffix("kept before. ") == true)

    switch shortage {
    case .fullFileSystem: disk?.clear()
    case .fileLimit: try limitFiles(of: terminal.process, to: nil)
    }
    try terminal.waitUntilSaved()
    #expect(desk.drafts().first?.hasSuffix("written without room. And more.") == true)
    terminal.press("Esc")
    try terminal.waitForStatus("kept")
    terminal.press("q")
    #expect(try terminal.waitForStatus() == .exited(0))
  }
}
