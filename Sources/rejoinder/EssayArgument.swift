internal import Application
internal import ArgumentParser
internal import Fetch
internal import RejoinderCore
internal import Store

/// The essay that a command is about, and the library that may know it.
struct EssayArgument: ParsableArguments {
  @Argument(
    help: "A file, a page's address, or - for standard input.", completion: .file())
  var file: String

  @OptionGroup var formats: FormatOptions

  @OptionGroup var options: StoreOptions

  /// The essay with what the library knows of it; what is wrong with the library is said on
  /// standard error and the essay is read all the same.
  func dossier(in environment: SessionEnvironment) throws -> Dossier {
    let library = options.library(in: environment)
    let dossier = Dossier(of: try essay(in: environment, library: library), in: library)
    for problem in dossier.problems { Failure.warn(problem) }
    return dossier
  }

  /// Reads all of the essay, in the format that was chosen for it.
  func essay(
    in environment: SessionEnvironment, library: any Library
  ) throws(Failure) -> Essay {
    try Self.essay(
      file, in: environment.reading([file], as: formats.format), library: library)
  }

  /// Reads all of an essay, and says on standard error what there is to say of that.
  static func essay(
    _ file: String, in environment: SessionEnvironment, library: any Library
  ) throws(Failure) -> Essay {
    let name = file == "-" ? "standard input" : file
    do {
      let outcome =
        Address.isAddress(file)
        ? try PageComparison(library: library, environment: environment).page(at: file)
        : try PendingEssay(given: file, in: environment).read { _ in }
      for problem in outcome.problems { Failure.warn(problem) }
      return outcome.essay
    } catch {
      throw Failure(describing: error, about: name)
        ?? Failure(.inputOutput, "cannot read: \(name): \(error)")
    }
  }
}
