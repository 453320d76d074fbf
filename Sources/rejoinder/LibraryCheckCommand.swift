internal import Application
internal import ArgumentParser
internal import RejoinderCore
internal import Store
internal import TerminalKit

struct LibraryCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look through the library for damaged files.",
    discussion: "Nothing is changed. Ends with 65 where something is damaged.")

  @Option(help: "What to print.")
  var format = PlainFormat.text

  @OptionGroup var options: StoreOptions

  func run() throws {
    let report = try options.library(in: Process.environment).check()
    try report.requireLibrary(options)
    try report.print(as: format, whenWhole: "nothing is damaged")
    if report.isDamaged { throw Failure(.data, nil) }
  }
}

struct LibraryRepair: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Restore what can be restored of damaged files.",
    discussion:
      "Damaged files are set aside, never overwritten, and the revision before them stands in their "
      + "place. Ends with 65 where damage is left.")

  @Option(help: "What to print.")
  var format = PlainFormat.text

  @OptionGroup var options: StoreOptions

  func run() throws {
    let library = options.library(in: Process.environment)
    let report = try library.repair()
    try report.requireLibrary(options)
    try report.print(as: format, whenWhole: "nothing was damaged")
    if try library.check().isDamaged { throw Failure(.data, nil) }
  }
}

extension LibraryReport {
  /// Refuses to call a library whole that is not there.
  fileprivate func requireLibrary(_ options: StoreOptions) throws(Failure) {
    guard !exists else { return }
    let place = Process.environment.libraryFolder(chosen: options.store)
    throw Failure(
      .noInput,
      "no library: \(place): it does not exist; nothing was changed; the first essay that you open "
        + "makes it, or name another folder with --store")
  }

  fileprivate func print(as format: PlainFormat, whenWhole praise: String) throws(Failure) {
    var output = Output()
    switch format {
    case .text:
      for finding in findings { output.line(finding.description.visible) }
      output.line(
        "\(essays.counted("essay")), \(records.counted("record"))"
          + (findings.isEmpty ? ": \(praise)" : ", " + findings.count.counted("finding")))
    case .json:
      JSON.object([
        ("schemaVersion", .int(1)), ("essays", .int(essays)), ("records", .int(records)),
        ("findings", .array(findings.map { .object($0.members) })),
      ]).write(to: &output)
    }
    try output.finish()
  }
}

extension LibraryFinding {
  fileprivate var members: [(String, JSON)] {
    [
      ("path", .string(path)), ("state", .string(stateName)),
      ("description", .string(description)),
    ]
  }

  private var stateName: String {
    switch state {
    case .leftInPlace: "left in place"
    case .setAside: "set aside"
    case .restored: "restored"
    case .unsettled: "not looked through"
    case .unreadable: "unreadable"
    case .newerVersion: "newer version"
    }
  }
}
