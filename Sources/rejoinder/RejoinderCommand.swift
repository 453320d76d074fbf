internal import ArgumentParser

@main
struct RejoinderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rejoinder")
}
