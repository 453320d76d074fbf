import TerminalKit

/// One thing that happens in a scenario.
enum Step: Sendable, Hashable {
  case key(Key)
  case paste(String)
  case resize(Size)
  /// Lets the clock pass milliseconds.
  case wait(Int)
  /// Compares the screen with a file.
  case shot(String)
  /// Ends the session as a signal does, and begins another on the same library, with the essay or
  /// with the list of all.
  case restart(showsLibrary: Bool)
  /// As ``restart(showsLibrary:)``, after somebody has edited the essay.
  case restartEdited
}

/// Reads `keys.txt`.
///
/// A line holds keys in ``TerminalKit/Key/notation`` and texts to be typed in quotation marks, parted
/// by spaces; or one directive: `@shot name`, `@resize 80x24`, `@paste "…"`, `@wait 600`, `@restart`,
/// `@restart library`, `@restart edited`; or a comment after `#`. In quotation marks `\n` is Enter, `\"` and `\\` are
/// themselves.
enum ScriptReader {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  static func steps(in script: String) throws(Fault) -> [Step] {
    var steps: [Step] = []
    for (index, line) in script.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      do {
        steps += try self.steps(inLine: line)
      } catch {
        throw Fault(description: "line \(index + 1): \(error.description)")
      }
    }
    return steps
  }

  private static func steps(inLine line: Substring) throws(Fault) -> [Step] {
    let words = try words(in: line)
    guard let first = words.first, !line.hasPrefix("#") else { return [] }
    if case .plain(let name) = first, name.hasPrefix("@") {
      return [try directive(name, Array(words.dropFirst()))]
    }
    var steps: [Step] = []
    for word in words {
      switch word {
      case .quoted(let text):
        steps += text.map { .key($0 == "\n" ? Key(.enter) : Key($0)) }
      case .plain(let notation):
        guard let key = Key(notation: notation) else {
          throw Fault(description: "“\(notation)” is no key")
        }
        steps.append(.key(key))
      }
    }
    return steps
  }

  private static func directive(_ name: String, _ arguments: [Word]) throws(Fault) -> Step {
    switch (name, arguments.first) {
    case ("@shot", .plain(let shot)): return .shot(shot)
    case ("@paste", .quoted(let text)): return .paste(text)
    case ("@restart", nil): return .restart(showsLibrary: false)
    case ("@restart", .plain("library")): return .restart(showsLibrary: true)
    case ("@restart", .plain("edited")): return .restartEdited
    case ("@wait", .plain(let number)):
      if let milliseconds = Int(number) { return .wait(milliseconds) }
    case ("@resize", .plain(let size)):
      let sides = size.split(separator: "x").compactMap { Int($0) }
      if sides.count == 2 { return .resize(Size(columns: sides[0], rows: sides[1])) }
    default: break
    }
    throw Fault(description: "“\(name)” is no directive, or not with this after it")
  }

  // MARK: Words

  private enum Word: Hashable {
    case plain(String)
    case quoted(String)
  }

  private static func words(in line: Substring) throws(Fault) -> [Word] {
    var words: [Word] = []
    var rest = line.drop { $0 == " " }
    while let first = rest.first {
      if first == "\"" {
        let (text, after) = try quoted(rest.dropFirst())
        words.append(.quoted(text))
        rest = after
      } else {
        words.append(.plain(String(rest.prefix { $0 != " " })))
        rest = rest.drop { $0 != " " }
      }
      rest = rest.drop { $0 == " " }
    }
    return words
  }

  /// The text up to the closing mark, and what follows that.
  private static func quoted(_ text: Substring) throws(Fault) -> (String, Substring) {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      switch character {
      case "\"": return (result, rest)
      case "\\":
        let escaped = rest.popFirst()
        result.append(escaped == "n" ? "\n" : escaped ?? "\\")
      default: result.append(character)
      }
    }
    throw Fault(description: "a quotation mark is missing")
  }
}
