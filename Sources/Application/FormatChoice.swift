internal import Fetch
internal import Glibc
public import Ingest
internal import RejoinderCore

/// The format that the reader chose for the essays of a command line, whatever they look like.
///
/// It holds for these essays only, as often as they are read: others that are opened in the same
/// session tell their own format.
public struct FormatChoice: Sendable, Hashable {
  public let format: FormatName
  private let sources: [EssaySource]

  /// - Parameters:
  ///   - words: As they were named: paths, addresses, `-`.
  ///   - folder: What relative paths are relative to.
  public init(_ format: FormatName, for words: [String], in folder: String) {
    self.format = format
    sources = words.map { EssaySource(named: $0, in: folder) }
  }

  func covers(_ source: EssaySource) -> Bool { sources.contains(source) }
}

extension SessionEnvironment {
  /// The same with a format for some essays; `nil` for the one that each is found to be in.
  public func reading(_ words: [String], as format: FormatName?) -> SessionEnvironment {
    var environment = self
    environment.formatChoice = format.map { FormatChoice($0, for: words, in: folder) }
    return environment
  }

  /// The format that the reader chose for an essay, by the word that names it.
  func chosenFormat(of word: String) -> FormatName? {
    guard let formatChoice, formatChoice.covers(EssaySource(named: word, in: folder)) else {
      return nil
    }
    return formatChoice.format
  }
}

extension EssaySource {
  /// What a word of the command line, or of a list, stands for.
  init(named word: String, in folder: String) {
    if word == "-" {
      self = .standardInput
    } else if Address.isAddress(word) {
      self = .url((try? Address(word))?.text ?? word)
    } else {
      self.init(path: word, in: folder)
    }
  }

  /// A file, by the path that does not depend on links and folders.
  init(path: String, in folder: String) {
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    let resolved = realpath(absolute, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    self = .file(resolved ?? absolute)
  }
}
