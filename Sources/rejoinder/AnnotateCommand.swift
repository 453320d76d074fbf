internal import Application
internal import ArgumentParser
internal import RejoinderCore
internal import Store
internal import TerminalKit

struct AnnotateCommand: ParsableCommand {
  static let subcommands: [any ParsableCommand.Type] = [
    AnnotateAdd.self, AnnotateCounter.self, AnnotateList.self, AnnotateEdit.self,
    AnnotateRemove.self, AnnotateDeleted.self, AnnotateRestore.self, AnnotateAttach.self,
  ]
  static var verbs: [String] { subcommands.compactMap { $0.configuration.commandName } }

  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Mark claims, write notes and counterarguments, as the reader's keys do.",
    usage: "rejoinder annotate <file> <subcommand>", subcommands: subcommands)
}

/// A library's records of one essay, about to be changed.
struct OpenRecords {
  let library: any Library
  var dossier: Dossier
  let now = SystemClock.now()
  /// What this command is called among the sessions that change records.
  let session = OpenRecords.newID("c")

  init(_ essay: EssayArgument, in environment: SessionEnvironment) throws(Failure) {
    library = essay.options.library(in: environment)
    let text = try essay.essay(in: environment, library: library)
    do throws(LibraryError) {
      // A library that fails is an error here, where it is only a pity to those who read.
      _ = try library.find(source: text.metadata.source)
    } catch {
      throw Failure(error)
    }
    dossier = Dossier(of: text, in: library)
    for problem in dossier.problems { Failure.warn(problem) }
  }

  /// Keeps an annotation; the essay is put into the library first, as opening it does.
  ///
  /// When this returns the annotation is on disk.
  mutating func keep(_ annotation: Annotation) throws(LibraryError) {
    let id = try dossier.register(in: library, at: now)
    var annotation = annotation
    annotation.versions = annotation.versions.noting(session, at: annotation.modified)
    for record in try library.record([annotation], in: id)
    where record.conflictsWith == annotation.id && !record.isDeleted {
      guard !dossier.records.annotations.contains(where: { $0.id == record.id }) else { continue }
      Failure.warn(
        "another session changed the record too: \(annotation.id.visible): its version is kept as "
          + record.id)
    }
  }

  /// Prints the identifier of what was just made, alone.
  static func announce(_ id: String) throws(Failure) {
    var output = Output()
    output.line(id)
    try output.finish()
  }

  /// An identifier that nothing has: sixteen hexadecimal digits after a letter that tells what it
  /// names, as the reader makes them.
  static func newID(_ letter: Character) -> String {
    String(letter) + UInt64.random(in: 0...UInt64.max).hexadecimal
  }

  func newAnnotation(_ body: Annotation.Body, at passage: Passage) -> Annotation {
    Annotation(
      id: Self.newID("a"), anchor: Anchor(of: passage, in: dossier.essay.text), body: body,
      created: now, modified: now)
  }

  func annotation(_ id: String) throws(Failure) -> Annotation {
    guard let found = dossier.placements.first(where: { $0.annotation.id == id }) else {
      throw Failure(
        .noInput,
        "cannot find the record: \(id): this essay has none of that name; "
          + "rejoinder annotate FILE list shows them")
    }
    return found.annotation
  }

  /// `annotation` with a later time than before, whatever the clock says.
  func touched(_ annotation: Annotation) -> Annotation {
    var annotation = annotation
    annotation.modified = max(now, annotation.modified.advanced(by: 1))
    return annotation
  }
}

struct AnnotateAdd: ParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case claim, note
  }

  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Mark a passage as a claim, or write a note about it.",
    usage: """
      rejoinder annotate <file> add --start <n> --end <n> [--kind <kind>]
      rejoinder annotate <file> add --start <n> --end <n> --as note --text <text>
      """,
    discussion: "Prints the new record's identifier.")

  @OptionGroup var essay: EssayArgument

  @Option(help: ArgumentHelp("First byte of the passage in the essay's text.", valueName: "n"))
  var start: Int

  @Option(help: ArgumentHelp("The byte after its last.", valueName: "n"))
  var end: Int

  @Option(name: .customLong("as"), help: "What the passage is marked as.")
  var form = Form.claim

  @Option(help: "The claim's kind; otherwise what the detector thinks.")
  var kind: ClaimKind?

  @Option(parsing: .unconditional, help: "The note's words; - reads standard input.")
  var text: String?

  func validate() throws {
    switch form {
    case .note where kind != nil: throw ValidationError("--kind: only a claim has one")
    case .note where text == nil: throw ValidationError("--text: a note needs words")
    case .claim where text != nil: throw ValidationError("--text: goes with --as note")
    default: break
    }
  }

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    let passage = try Passage(words: start, end, in: records.dossier.essay.text)
    let body: Annotation.Body
    if let text {
      body = .note(try GivenText.nonempty(GivenText(text, besides: essay.file).value))
    } else {
      let study = kind == nil ? Study(of: records.dossier) : nil
      let known = study?.sentences.sentence(matching: passage)?.kind
      body = .mark(kind: kind ?? known ?? .fact)
    }
    let annotation = records.newAnnotation(body, at: passage)
    try records.keep(annotation)
    try OpenRecords.announce(annotation.id)
  }
}

extension Passage {
  /// The words between two offsets that were given on the command line.
  init(words start: Int, _ end: Int, in text: EssayText) throws(Failure) {
    guard start >= 0, start < end, end <= text.count else {
      throw Failure(
        .usage,
        "wrong usage: --start \(start) --end \(end): the essay's text has the bytes 0 to "
          + "\(text.count); rejoinder claims FILE --format json shows it")
    }
    // White space at the ends is nobody's words.
    let words = text.utf8[start..<end]
    guard let first = words.firstIndex(where: { $0 > 0x20 }),
      let last = words.lastIndex(where: { $0 > 0x20 })
    else {
      throw Failure(.usage, "wrong usage: --start \(start) --end \(end): there are no words there")
    }
    self.init(start: first, end: last + 1)
  }
}

struct AnnotateCounter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counter", abstract: "Write a counterargument to a claim.",
    usage: "rejoinder annotate <file> counter --claim <n> [--attack <attack>] --text <text>",
    discussion: "Prints the new record's identifier.")

  @OptionGroup var essay: EssayArgument

  @Option(help: ArgumentHelp("The claim's number.", valueName: "n"))
  var claim: Int

  @Option(help: "rebuttal denies the claim, undercut the inference, undermining a premise.")
  var attack = WrittenAttack.rebuttal

  @Option(parsing: .unconditional, help: "Its words; - reads standard input.")
  var text: String

  @Option(help: "Where it can be checked: name and date.")
  var source: String?

  func run() throws {
    var records = try OpenRecords(essay, in: Process.environment)
    let study = Study(of: records.dossier)
    let passage = study.marking.claims[try study.claimIndex(numbered: claim)].passage
    let words = try GivenText.nonempty(GivenText(text, besides: essay.file).value)
    let annotation = records.newAnnotation(
      .counterargument(attack: attack.attack, text: words, source: source), at: passage)
    try records.keep(annotation)
    try OpenRecords.announce(annotation.id)
  }
}
