internal import Application
internal import ArgumentParser
internal import Delivery
internal import Glibc

/// Words that a command is given: on its own line, from standard input, or from an editor.
struct GivenText {
  let value: String

  /// - Parameters:
  ///   - option: The value of `--text`; `-` stands for standard input, without the line feed at its
  ///     end.
  ///   - file: The command's essay, which may want standard input too.
  init(_ option: String, besides file: String) throws(Failure) {
    guard option == "-" else {
      value = option
      return
    }
    guard file != "-" else {
      throw Failure(
        .usage, "wrong usage: --text -: standard input is the essay already; name a file for one")
    }
    let bytes: [UInt8]
    do {
      bytes = try EssayInput(path: "-", folder: "/").readAll().bytes
    } catch {
      throw Failure(describing: error) ?? Failure(.inputOutput, "cannot read: standard input")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    value = text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Lets the reader change `text` in the editor of `$VISUAL` or `$EDITOR`.
  static func edited(_ text: String, in environment: SessionEnvironment) throws(Failure) -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(
        .usage, "wrong usage: there is no terminal for an editor; give the words with --text")
    }
    switch ExternalEditor.run(
      text, command: environment.editor, folder: environment.editingFolder)
    {
    case .success(let text): return text
    case .failure(let error): throw Failure(error)
    }
  }

  /// Refuses words of which nothing would be left to keep.
  static func nonempty(_ text: String) throws(Failure) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure(.usage, "wrong usage: --text: there are no words in it")
    }
    return text
  }
}
