internal import ArgumentParser

struct TutorialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tutorial", abstract: "Open the essay that comes with the program, to learn on.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    try ReadCommand.read(.sample, store: options.store)
  }
}
