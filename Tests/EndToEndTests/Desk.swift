import FoundationEssentials
import Glibc
import RejoinderCore
import Store
import TerminalKit
import Testing
import VirtualTerminal

/// An essay, a library on disk, and as many readers at work on them as a test wants.
struct Desk {
  /// The essay that the scenarios share.
  static let words: String = {
    let root = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
    let bytes = FileManager.default.contents(atPath: root + "/Scenarios/essay.txt")
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }()
  static let program = BuiltProgram.path("rejoinder")

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.words, to: "essay.txt")
  }

  var essay: String { folder.file("essay.txt") }
  var library: String { folder.file("library") }

  var environment: [String: String] {
    [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path, "REJOINDER_HOME": library,
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "PS1": "desk$ ",
      "SHELL": "/bin/sh", "TMPDIR": folder.path,
    ]
  }

  /// Starts the program on a terminal of its own and waits until it shows the essay with claims.
  func open(
    size: Size = Size(columns: 100, rows: 30), _ more: [String: String] = [:]
  ) throws -> VirtualTerminal {
    let terminal = try VirtualTerminal(size: size, keeping: folder)
    try terminal.spawn(
      Self.program, ["read", essay],
      environment: environment.merging(more) { _, new in new })
    try terminal.waitForClaims()
    return terminal
  }

  /// What lies on disk, as the next session will find it; `nil` before the essay is in the library.
  func records() -> EssayRecords? {
    let library = JSONLibrary(root: library)
    do {
      guard let id = try library.find(source: source) else { return nil }
      return try library.records(of: id)
    } catch {
      return nil
    }
  }

  /// The texts of all replies on disk, whatever essay they are about.
  var storedReplies: [String] {
    let library = JSONLibrary(root: library)
    let essays = (try? library.summaries()) ?? []
    return essays.flatMap { (try? library.records(of: $0.id).replies.map(\.text)) ?? [] }
  }

  private var source: EssaySource {
    let resolved = realpath(essay, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return .file(resolved ?? essay)
  }

  /// The texts of the replies on disk that are not deleted.
  func drafts() -> [String] {
    records()?.replies.filter { !$0.isDeleted }.map(\.text) ?? []
  }

  /// What the annotations on disk say, without deleted ones.
  func notes() -> [Annotation.Body] {
    records()?.annotations.filter { !$0.isDeleted }.map(\.body) ?? []
  }
}

extension VirtualTerminal {
  /// Waits until the claims are found.
  func waitForClaims() throws {
    try wait("claims") { self.status.contains(" claims") && !self.status.contains("Looking") }
  }

  /// The last row.
  var status: String { text(row: size.rows - 1) }

  /// Waits until the status line holds a text.
  func waitForStatus(_ words: String) throws {
    try wait("“\(words)” in the status line") { self.status.contains(words) }
  }

  /// Focuses a claim and opens a reply to it.
  func openReply() throws {
    press("]", "r")
    try waitForStatus("WRITE")
  }

  /// Waits until the screen says that all of the text is on disk.
  func waitUntilSaved() throws {
    try wait("the text to be saved") { self.isSaved }
  }

  var isSaved: Bool {
    let status = status
    return status.contains("saved") && !status.contains("not yet saved")
  }

  /// What a shell would miss if the program had left without giving the terminal back.
  var leftovers: [String] {
    advance()
    var found: [String] = []
    if isAlternate { found.append("the alternate screen is still shown") }
    if !isLineEdited { found.append("the line is neither edited nor echoed") }
    if cursor == nil { found.append("the cursor is hidden") }
    if isPasteMarked { found.append("pastes are still marked") }
    if isKeypadTaken { found.append("the arrows still send what programs ask for") }
    return found
  }

  /// The words that were last offered to the clipboard with OSC 52.
  var offeredWords: String? {
    let received = String(decoding: received, as: UTF8.self)
    guard let offer = received.ranges(of: "\u{1B}]52;c;").last else { return nil }
    let code = received[offer.upperBound...].prefix {
      $0.isLetter || $0.isNumber || "+/=".contains($0)
    }
    return Data(base64Encoded: String(code)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the program has asked for the keys of the keypad and not taken it back.
  var isKeypadTaken: Bool {
    let received = String(decoding: received, as: UTF8.self)
    guard let taken = received.ranges(of: "\u{1B}[?1h").last else { return false }
    return !received[taken.upperBound...].contains("\u{1B}[?1l")
  }

  /// Whether the program has asked for marks around pastes and not taken it back.
  var isPasteMarked: Bool {
    let prefix = Array("\u{1B}[?2004".utf8)
    let received = received
    var last: UInt8?
    for start in received.indices.dropLast(prefix.count)
    where received[start...].starts(with: prefix) {
      last = received[start + prefix.count]
    }
    return last == UInt8(ascii: "h")
  }
}
