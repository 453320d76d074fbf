import FoundationEssentials
import Glibc
import Testing

/// A folder of a test's own with an essay, a home and a library in it, in which the real program is
/// run.
final class Workbench: Sendable {
  let path: String

  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// The lines on standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
    var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  init() throws {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array((base + "/rejoinder-cli-XXXXXX").utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    try #require(isMade)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try makeFolder("home")
    try write(Fixture.essay, to: "essay.txt")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  // MARK: Files

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: true)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  func read(_ name: String) throws -> String {
    String(decoding: try #require(FileManager.default.contents(atPath: file(name))), as: UTF8.self)
  }

  // MARK: Running

  /// The program that was built together with these tests.
  static func program() throws -> String {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = try #require(bundle.lastIndex(of: "/").map { bundle[..<$0] })
    return folder + "/rejoinder"
  }

  /// The environment of every run, less what a test takes away.
  var environment: [String: String] {
    [
      "HOME": file("home"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "TMPDIR": path,
    ]
  }

  /// Runs the program to its end, without a terminal.
  ///
  /// - Parameters:
  ///   - given: Standard input.
  ///   - changes: Variables to set, or with `nil` to remove.
  ///   - output: A file that standard output goes to instead.
  func run(
    _ arguments: String..., given: String = "", changes: [String: String?] = [:],
    output: String? = nil
  ) throws -> Run {
    try run(arguments, given: given, changes: changes, output: output)
  }

  func run(
    _ arguments: [String], given: String = "", changes: [String: String?] = [:],
    output: String? = nil
  ) throws -> Run {
    try run(Self.program(), arguments, given: given, changes: changes, output: output)
  }

  /// Runs a shell's words, in which `$0` is the program.
  func shell(_ words: String) throws -> Run {
    try run("/bin/sh", ["-c", words, Self.program()], given: "", changes: [:], output: nil)
  }

  private func run(
    _ program: String, _ arguments: [String], given: String, changes: [String: String?],
    output: String?
  ) throws -> Run {
    let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let names = ["in", "out", "err"].map { ".\(mark).\($0)" }
    try write(given, to: names[0])
    let files = SpawnedFiles(
      input: file(names[0]), output: output ?? file(names[1]), errors: file(names[2]))
    let child = try Spawned(
      program, arguments, environment: changed(changes), folder: path, files: files)
    let status = child.wait()
    let result = Run(
      status: status, output: output == nil ? try read(names[1]) : "", errors: try read(names[2]))
    for name in names { try? FileManager.default.removeItem(atPath: file(name)) }
    return result
  }

  /// Runs the program in a terminal of its own, types `keys` as soon as it shows `needle`, and waits
  /// for its end.
  ///
  /// - Returns: `output` is all that the terminal was sent.
  func runInTerminal(
    _ arguments: String..., await needle: String = "", keys: String = "",
    changes: [String: String?] = [:]
  ) throws -> Run {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let errors = ".\(UInt64.random(in: 0...UInt64.max)).err"
    let files = SpawnedFiles(input: terminal.name, output: terminal.name, errors: file(errors))
    let child = try Spawned(
      try Self.program(), arguments, environment: changed(changes), folder: path, files: files,
      inNewSession: true)
    let output = terminal.converse(until: needle, typing: keys)
    return Run(status: child.wait(), output: output, errors: try read(errors))
  }

  private func changed(_ changes: [String: String?]) -> [String: String] {
    var environment = environment
    for (name, value) in changes { environment[name] = value }
    return environment
  }
}

/// Texts that the tests read.
enum Fixture {
  static let title = "Why Libraries Should Stay Open Late"

  static let essay = """
    Why Libraries Should Stay Open Late

    By Ada Example

    Cities should keep their public libraries open until midnight. Many people work until six, and \
    a reading room that closes at five is closed to them for good.

    In 2019 the library of one town stayed open late for a year. It lent 40 percent more books, \
    according to its annual report. A library is the only public room where nobody has to buy \
    anything, and that is why it is worth more than it costs.

    Critics say that late hours are expensive. They are wrong, because the building has to be heated \
    and guarded all the same.

    """

  /// An argument pack with two claims of the essay.
  static let pack = """
    {"schemaVersion": 1, "title": "Early to bed", "author": "B. Sleeper",
     "essay": {"title": "Why Libraries Should Stay Open Late"},
     "claims": [
      {"quote": "Cities should keep their public libraries open until midnight.",
       "role": "thesis", "kind": "policy", "counterarguments": [
        {"text": "Staff have families too.", "attack": "rebuttal", "source": "Union letter, 2020"},
        {"text": "Opening hours are not what keeps readers away.", "attack": "undercut"}]},
      {"quote": "Critics say that late hours are expensive.", "role": "other",
       "counterarguments": []}]}
    """
}
