import FoundationEssentials
import Glibc
import Testing

@testable import Delivery

/// The clipboard through a real tmux.
@Suite struct TmuxTests {
  private let text = "All wars are avoidable — 外交 first.\nSecond line."

  private func show(_ offer: ClipboardOffer, from folder: TemporaryFolder) throws -> String {
    let path = folder.file("offer")
    _ = unlink(path)
    let file = try NewFile(in: folder.path, prefix: "sequence-", suffix: "", mode: 0o600)
    try file.fill(offer.sequence)
    _ = rename(file.path, path)
    return "cat '\(path)'; exec cat"
  }

  @Test func tmuxTakesAnOfferWhereItIsToldTo() throws {
    let folder = try TemporaryFolder()
    let server = try TmuxServer("one", in: folder)
    try server.run(["set-option", "-s", "set-clipboard", "on"])
    try server.run(["new-window", try show(ClipboardOffer(text, through: .tmux), from: folder)])
    #expect(try eventually { try server.buffer() == text })
  }

  /// The terminal of the inner tmux is an outer one, which shows what has arrived there.
  @Test func tmuxHandsAnOfferOnWhereItIsAllowedTo() throws {
    let folder = try TemporaryFolder()
    let terminal = try TmuxServer("terminal", in: folder)
    try terminal.run(["set-option", "-s", "set-clipboard", "on"])
    let inner = try TmuxServer("inner", in: folder)
    try inner.run(["set-option", "-s", "set-clipboard", "external"])
    try inner.run(["set-option", "-g", "allow-passthrough", "on"])
    try terminal.run(["new-window", "unset TMUX; exec tmux -L inner attach"])
    let command = try show(ClipboardOffer(text, through: .tmux), from: folder)
    // A client that has just come drops what it is sent before its first drawing: send again.
    #expect(
      try eventually {
        try inner.run(["new-window", command])
        return try terminal.buffer() == text
      })
    #expect(try inner.buffer() == nil)
  }

  @Test func tmuxLoadsItsBufferWithAnySettings() throws {
    let folder = try TemporaryFolder()
    let server = try TmuxServer("plain", in: folder)
    var environment = server.environment
    environment["TMUX"] = server.socket + ",0,0"
    let receipt = try TmuxBuffer.load(
      text, environment: environment, folder: folder.file("editing"))
    #expect(try server.buffer() == text)
    #expect(receipt.hasPrefix("copied 47 characters to tmux's buffer"))
    // What is copied once lay among the temporary files of all programs.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("editing"))
    #expect(names.isEmpty && folder.mode(of: "editing") == 0o700)
    _ = rmdir(folder.file("editing"))
  }

  @Test func aServerThatIsGoneIsReported() throws {
    let folder = try TemporaryFolder()
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let error = #expect(throws: DeliveryError.self) {
      try TmuxBuffer.load(
        text, environment: ["PATH": path, "TMUX": folder.file("none") + ",0,0"],
        folder: folder.path)
    }
    #expect(error?.kind == .unavailable)
    #expect(error?.description.hasPrefix("cannot copy: tmux:") == true)
  }
}
