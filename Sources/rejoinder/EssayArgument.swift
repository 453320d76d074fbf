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

  @Option(
    help: ArgumentHelp(
      "Which part of a text that is too long to be read at once, from 1.", valueName: "n"))
  var part = 1

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
      file, part: part, in: environment.reading([file], as: formats.format), library: library)
  }

  /// Reads all of an essay, and says on standard error what there is to say of that.
  static func essay(
    _ file: String, part: Int = 1, in environment: SessionEnvironment, library: any Library
  ) throws(Failure) -> Essay {
    let name = file == "-" ? "standard input" : file
    do {
      let outcome =
        Address.isAddress(file)
        ? try PageComparison(library: library, environment: environment).page(at: file)
        : try PendingEssay(given: file, part: part, in: environment).read { _ in }
      for problem in outcome.problems { Failure.warn(problem) }
      let essay = outcome.essay
      if part < 1 || part > essay.parts { throw Failure.noPart(part, of: essay, name) }
      if essay.parts > 1 {
        Failure.warn(
          "\(name): this is part \(part) of \(essay.parts); --part gives another one")
      }
      return essay
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(describing: error, about: name)
        ?? Failure(.inputOutput, "cannot read: \(name): \(error)")
    }
  }
}

extension Failure {
  fileprivate static func noPart(_ part: Int, of essay: Essay, _ name: String) -> Failure {
    Failure(
      .usage,
      "wrong usage: --part \(part): \(name) has \(essay.parts.counted("part"))")
  }
}
