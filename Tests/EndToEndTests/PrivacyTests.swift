import FoundationEssentials
import Glibc
import TerminalKit
import Testing
import VirtualTerminal

/// What the store holds is its owner's alone.
@Suite(.serialized) struct PrivacyTests {
  /// The umask is the process's, so each is tried in a process of its own; what the first has made must
  /// do for the second.
  @Test(arguments: ["0000", "0027", "0777"])
  func filesAreTheOwnersAloneWhateverTheUmask(umask: String) throws {
    let desk = try Desk()
    for text in ["No.", "Never."] {
      let terminal = try VirtualTerminal(size: Size(columns: 100, rows: 10), keeping: desk.folder)
      let command =
        "umask \(umask); exec '\(Desk.program)' annotate '\(desk.essay)' counter --claim 1 --text \(text)"
      try terminal.spawn("/bin/sh", ["-c", command], environment: desk.environment)
      #expect(try terminal.waitForStatus() == .exited(0), "\(terminal.text)")
    }
    let entries = try FileManager.default.subpathsOfDirectory(atPath: desk.library)
    #expect(entries.contains { $0.hasSuffix("/annotations.json.previous") })
    for entry in entries + [""] {
      var status = stat()
      try #require(lstat(desk.library + "/" + entry, &status) == 0)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      #expect(status.st_mode & 0o7777 == (isFolder ? 0o700 : 0o600), "\(entry)")
    }
    // Nothing of it lies elsewhere.
    let others = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(Set(others) == ["essay.txt", "library"])
  }
}
