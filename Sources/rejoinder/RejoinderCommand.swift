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
}
