internal import Application
internal import ArgumentParser
internal import Store

/// Where the library lies.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The library's folder.",
      discussion: "Otherwise $REJOINDER_HOME, else rejoinder in $XDG_DATA_HOME.",
      valueName: "dir"), completion: .directory)
  var store: String?

  func library(in environment: SessionEnvironment) -> any Library {
    environment.library(chosen: store)
  }
}
