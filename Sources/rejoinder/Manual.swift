internal import FoundationEssentials
internal import Ingest

/// The manual page, put together from what the parser knows of the commands, the table of keys, and
/// a few words that stand nowhere else.
struct Manual {
  private let command: Command

  private struct Dump: Decodable {
    var command: Command
  }

  /// What the parser says of one command.
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
    var allValues: [String]?
    var defaultValue: String?
  }

  /// - Parameter dump: The parser's description of all commands, as JSON.
  init(dump: String) throws {
    command = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }

  func text(version: String, keys: KeyTable) -> String {
    var page = ".TH REJOINDER 1 \"\" \"Rejoinder \(version)\" \"User Commands\"\n"
    page += ".SH NAME\nrejoinder \\- read an essay in order to answer it\n"
    page += ".SH SYNOPSIS\n"
    page += synopses(of: command, path: []).joined(separator: ".br\n")
    page += Self.description
    page += ".SH COMMANDS\n"
    for subcommand in shown(command.subcommands) { page += chapter(on: subcommand, path: []) }
    page += ".SH KEYS\nThe reader tells its keys too: press ?.\n" + keys.text(as: .man)
    return page + Self.surroundings
  }

  private func shown(_ commands: [Command]?) -> [Command] {
    (commands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  // MARK: Commands

  private func synopses(of command: Command, path: [String]) -> [String] {
    let children = shown(command.subcommands)
    guard children.isEmpty else {
      let path =
        path + (path.isEmpty && command.commandName == "rejoinder" ? [] : [command.commandName])
      return children.flatMap { synopses(of: $0, path: path) }
    }
    return [synopsis(of: command, path: path)]
  }

  /// Commands that take the essay before their verb are shown so.
  private func synopsis(of command: Command, path: [String]) -> String {
    var words = path.map { ".B" + " " + Roff.text($0) }
    var arguments = (command.arguments ?? []).filter(isOwn)
    if Words.takesFileFirst(path),
      let file = arguments.firstIndex(where: { $0.valueName == "file" })
    {
      words.append(Roff.text(plain(arguments.remove(at: file))))
    }
    words.append(".B " + Roff.text(command.commandName))
    let positional = arguments.filter { $0.kind == "positional" }
    words += (positional + arguments.filter { $0.kind != "positional" }).map { argument in
      let label = Roff.text(plain(argument))
      return argument.isOptional ? "[\(label)]" : label
    }
    return ".B rejoinder\n" + words.joined(separator: "\n") + "\n"
  }

  private func isOwn(_ argument: Argument) -> Bool {
    let names = (argument.names ?? []).map(\.name)
    return argument.shouldDisplay && !names.contains("help") && !names.contains("version")
  }

  /// What every command has that has to do with a library, or with an essay, is told once.
  private func isEverywhere(_ argument: Argument) -> Bool {
    argument.names?.contains { $0.name == "store" || $0.name == "input-format" } == true
  }

  private func chapter(on command: Command, path: [String]) -> String {
    let children = shown(command.subcommands)
    var text = ""
    if path.isEmpty || children.isEmpty {
      let words = path + (Words.takesFileFirst(path) ? ["FILE"] : []) + [command.commandName]
      text += ".SS rejoinder \(Roff.text(words.joined(separator: " ")))\n"
      text += [command.abstract, command.discussion].compactMap(\.self).map { Roff.text($0) + "\n" }
        .joined()
    }
    guard children.isEmpty else {
      return text + children.map { chapter(on: $0, path: path + [command.commandName]) }.joined()
    }
    for argument in (command.arguments ?? []).filter(isOwn) where !isEverywhere(argument) {
      text += ".TP\n.B \(Roff.text(plain(argument)))\n"
      text += [argument.abstract, argument.discussion, values(of: argument)].compactMap(\.self)
        .map { Roff.text($0) + "\n" }.joined()
    }
    return text
  }

  private func plain(_ argument: Argument) -> String {
    let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    let value = (argument.valueName ?? "value").uppercased() + (argument.isRepeating ? "..." : "")
    return argument.kind == "positional"
      ? value
      : names.joined(separator: ", ") + (argument.kind == "flag" ? "" : " " + value)
  }

  private func values(of argument: Argument) -> String? {
    guard let values = argument.allValues, !values.isEmpty else { return nil }
    let list = values.joined(separator: ", ")
    return "One of \(list)" + (argument.defaultValue.map { "; otherwise \($0)." } ?? ".")
  }

  // MARK: What stands nowhere else

  private static let description = """
    .SH DESCRIPTION
    Rejoinder opens an opinion essay in the terminal, shows which sentences are claims, puts
    counterarguments beside the claim under the cursor, and helps to write and send a reply.
    .PP
    Without a command
    .B read
    is meant; without a file the library is shown.
    Wherever a
    .I FILE
    is wanted,
    .B \\-
    is standard input.
    When standard output is no terminal, the essay is printed as
    .B text
    prints it.
    .PP
    Data goes to standard output, messages to standard error.
    Text that comes from an essay is shown and never obeyed: its control characters become visible
    marks.

    """

  /// The names of the formats in bold, as a sentence lists them, and a comma.
  private static var formats: String {
    let names = FormatName.allCases.map(\.rawValue)
    let joints = Array(repeating: #"", ""#, count: max(0, names.count - 2)) + [#"" or ""#]
    return ".BR " + zip(names, joints).map { $0 + " " + $1 + " " }.joined() + (names.last ?? "")
      + " ,"
  }

  private static let surroundings = """
    .SH OPTIONS
    .TP
    .B \\-\\-store DIR
    The library's folder, for every command that has to do with it.
    .TP
    .B \\-\\-input\\-format FORMAT
    What
    .I FILE
    is, for every command that takes one:
    \(formats)
    whatever it looks like and is called.
    With
    .B auto
    and without the option its content tells, and its name where the content leaves it open.
    .TP
    .B \\-h, \\-\\-help
    Tell what a command does.
    .TP
    .B \\-\\-version
    Tell the version.
    .SH ENVIRONMENT
    .TP
    .B REJOINDER_HOME
    The library's folder.
    .TP
    .B XDG_DATA_HOME
    Where the library's folder lies otherwise, as
    .IR rejoinder ;
    .I ~/.local/share
    when unset.
    .TP
    .BR VISUAL ", " EDITOR
    The editor that a reply is handed to.
    .TP
    .B TERM
    The terminal.
    .TP
    .B NO_COLOR
    When set to anything, no colours are used.
    .TP
    .B COLUMNS
    The width that
    .B text
    fills when it is not told another.
    .SH EXIT STATUS
    .TP
    .B 0
    Done.
    .TP
    .B 1
    .B reply check
    found something quoted or cited that the essay has not.
    .TP
    .B 64
    Wrong usage.
    .TP
    .B 65
    The input is not an essay that can be read, or a file is damaged.
    .TP
    .B 66
    There is no such input.
    .TP
    .B 69
    A program or terminal that is needed is not there.
    .TP
    .B 73
    Something cannot be created.
    .TP
    .B 74
    Input or output failed.
    .TP
    .B 75
    Try again: another session holds the lock.
    .TP
    .B 77
    Not permitted.
    .PP
    HUP, INT and TERM end the program by that signal, after everything was kept; what could not be kept is
    said on standard error.
    A shell sees 128 and the signal\\(aqs number.
    .SH EXAMPLES
    .nf
    rejoinder essay.txt
    rejoinder claims essay.txt \\-\\-format json
    rejoinder text essay.txt | less
    rejoinder annotate essay.txt counter \\-\\-claim 3 \\-\\-text \\(dqNot so.\\(dq
    id=$(rejoinder reply essay.txt new \\-\\-claim 3 \\-\\-text \\(dqI disagree.\\(dq)
    rejoinder reply essay.txt send $id \\-\\-to file:answer.md
    .fi

    """
}
