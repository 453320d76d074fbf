internal import ArgumentParser

/// The program: `read` unless another command is named.
struct RejoinderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejoinder",
    abstract: "Read an essay in order to answer it.",
    usage: """
      rejoinder [<file>]
      rejoinder <subcommand>
      """,
    version: "0.1.0",
    subcommands: [
      ReadCommand.self, TextCommand.self, ClaimsCommand.self, CountersCommand.self,
      AnnotateCommand.self, ReplyCommand.self, LibraryCommand.self, ConfigCommand.self,
      TutorialCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// Whether a word calls a command, and is no file.
  static func isName(_ word: String) -> Bool {
    // A path mostly has a stop or a slash in it, and setting up all commands takes longer than to see that.
    guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }) else {
      return false
    }
    return word == "help"
      || configuration.subcommands.contains { $0.configuration.commandName == word }
  }
}
