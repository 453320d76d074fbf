import FoundationEssentials
import Glibc
import Reader
import RejoinderCore
import Store
import TerminalKit
import Testing

@testable import Application

/// A folder of essays and the reader in front of them, with a library of the test's choice.
final class ReadingDesk {
  let library: any Library
  let folder: String
  private var sessions: UInt64 = 0
  private let now = Timestamp(milliseconds: 1_790_000_000_000)

  init(_ library: any Library) throws {
    var template = Array("/tmp/rejoinder-application-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    try #require(isMade)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.library = library
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  private func input(_ name: String) throws -> EssayInput {
    try EssayInput(path: folder + "/" + name, folder: folder)
  }

  /// What the last session could not keep.
  private(set) var failure: String?

  /// Reads a file to the end of the keys.
  ///
  /// - Parameter onWait: Called before every key.
  /// - Returns: All that was shown, a frame an element.
  @discardableResult
  func read(
    _ name: String, keys: [Key] = [], onWait: @escaping () -> Void = {}
  ) throws -> [String] {
    let terminal = InMemoryTerminal(size: Size(columns: 120, rows: 24))
    terminal.onWait = { _ in onWait() }
    // Where something could not be kept, the first q is asked about.
    terminal.enqueue(keys: keys + [Key("q"), Key("q")])
    let session = ReadingSession(
      library: library, environment: SessionEnvironment(entries: [], folder: folder))
    let now = now
    sessions += 1
    failure = nil
    do {
      try session.run(
        try session.open(input(name)), keyMap: .standard, seed: sessions, clock: { now },
        elapsed: { now }, stop: {}, queue: { _ in .immediate }, openTerminal: { terminal })
    } catch let error as SessionError {
      failure = error.description
    }
    #expect(terminal.isClosed)
    return terminal.frames.map(\.text)
  }

  /// What the command line knows of a file.
  func dossier(of name: String) throws -> Dossier {
    let session = ReadingSession(
      library: library, environment: SessionEnvironment(entries: [], folder: folder))
    return Dossier(of: try session.open(input(name)).essay, in: library)
  }
}

extension Screen {
  fileprivate var text: String {
    (0..<size.rows).map { row in
      self.row(row).map { $0.width == 0 ? "" : $0.glyph.string }.joined()
    }.joined(separator: "\n")
  }
}
