internal import ArgumentParser

/// The program: `read` unless another command is named.
@main
struct RejoinderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejoinder",
    abstract: "Read an essay in order to answer it.",
    version: "0.1.0",
    subcommands: [ReadCommand.self],
    defaultSubcommand: ReadCommand.self)
}
