internal import Application
internal import ArgumentParser
internal import Ingest
internal import RejoinderCore
internal import Store

/// The essay that a command is about, and the library that may know it.
struct EssayArgument: ParsableArguments {
  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  @OptionGroup var options: StoreOptions

  /// The essay with what the library knows of it; what is wrong with the library is said on
  /// standard error and the essay is read all the same.
  func dossier(in environment: SessionEnvironment) throws -> Dossier {
    let essay = try Self.essay(file, folder: environment.folder)
    let dossier = Dossier(of: essay, in: options.library(in: environment))
    for problem in dossier.problems { Failure.warn(problem) }
    return dossier
  }

  static func essay(_ file: String, folder: String) throws(Failure) -> Essay {
    let name = file == "-" ? "standard input" : file
    do {
      let input = try EssayInput(path: file, folder: folder)
      return try EssayParser().essay(
        from: try input.readAll(), source: input.source, hint: input.hint)
    } catch {
      throw Failure(describing: error, about: name)
        ?? Failure(.inputOutput, "cannot read: \(name): \(error)")
    }
  }
}
