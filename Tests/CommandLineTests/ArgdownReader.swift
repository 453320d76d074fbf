/// Reads the part of Argdown that the program writes, and nothing else.
///
/// Strict where Argdown's own lexer would go astray: what has a meaning inside a text and is not escaped
/// is an error, although a person would understand it. Made after the published syntax
/// (argdown.org/syntax) and the token patterns of argdown-core 1.7.
struct ArgdownReader {
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  struct Element {
    var title: String
    var isArgument: Bool
    /// `nil` for a reference.
    var text: String?
    var tags: [String] = []
    var data: String?
  }

  struct Relation: Hashable {
    enum Kind: String {
      case support = "<+"
      case attack = "<-"
      case undercut = "<_"
    }

    var kind: Kind
    /// What supports or attacks.
    var source: String
    var target: String
  }

  private(set) var frontMatter = ""
  /// Texts by title.
  private(set) var texts: [String: String] = [:]
  private(set) var tags: [String: [String]] = [:]
  private(set) var arguments: Set<String> = []
  private(set) var mentioned: Set<String> = []
  private(set) var relations: [Relation] = []

  init(_ document: String) throws {
    var blocks = document.split(separator: "\n\n", omittingEmptySubsequences: false).map(
      String.init)
    guard let first = blocks.first, first.hasPrefix("===\n"), first.hasSuffix("\n===") else {
      throw Fault(description: "no front matter")
    }
    frontMatter = String(first.dropFirst(4).dropLast(4))
    guard !frontMatter.contains("=") else {
      throw Fault(description: "an equals sign ends the front matter")
    }
    blocks.removeFirst()
    for block in blocks {
      try read(block.split(separator: "\n").map(String.init))
    }
    for title in mentioned where texts[title] == nil && !arguments.contains(title) {
      throw Fault(description: "[\(title)] is nowhere defined")
    }
  }

  private mutating func read(_ lines: [String]) throws {
    var open: [(indent: Int, element: Element)] = []
    for line in lines {
      let indent = line.prefix { $0 == " " }.count
      var rest = Substring(line.dropFirst(indent))
      var kind: Relation.Kind?
      if !open.isEmpty {
        kind = Relation.Kind(rawValue: String(rest.prefix(2)))
        guard kind != nil, rest.dropFirst(2).first == " " else {
          throw Fault(description: "no relation: \(line)")
        }
        rest = rest.dropFirst(3)
      } else if indent > 0 {
        throw Fault(description: "a block that begins with an indent: \(line)")
      }
      let element = try Self.element(rest)
      while let last = open.last, last.indent >= indent { open.removeLast() }
      if let kind {
        guard let target = open.last?.element else {
          throw Fault(description: "no parent: \(line)")
        }
        if kind == .undercut, !target.isArgument {
          throw Fault(description: "an undercut of a statement: \(line)")
        }
        relations.append(Relation(kind: kind, source: element.title, target: target.title))
      }
      try note(element)
      open.append((indent, element))
    }
  }

  private mutating func note(_ element: Element) throws {
    if element.isArgument { arguments.insert(element.title) }
    guard let text = element.text else {
      mentioned.insert(element.title)
      return
    }
    guard texts[element.title] == nil else {
      throw Fault(description: "[\(element.title)] is defined twice")
    }
    texts[element.title] = text
    tags[element.title] = element.tags
  }

  /// `[Title]: text #tag {data}`, `<Title>: text`, or a reference without a text.
  private static func element(_ line: Substring) throws -> Element {
    guard let opening = line.first, let closing = ["[": "]", "<": ">"][opening] as Character?,
      let end = line.firstIndex(of: closing)
    else { throw Fault(description: "no title: \(line)") }
    var element = Element(
      title: String(line[line.index(after: line.startIndex)..<end]), isArgument: opening == "<")
    var rest = line[line.index(after: end)...]
    if rest.hasSuffix("}"), let brace = rest.lastIndex(of: "{") {
      element.data = String(rest[brace...])
      rest = rest[..<brace]
      while rest.last == " " { rest = rest.dropLast() }
    }
    guard rest.first == ":" else {
      guard rest.isEmpty else { throw Fault(description: "words after a reference: \(line)") }
      return element
    }
    rest = rest.dropFirst(2)
    while let space = rest.lastIndex(of: " "), rest[rest.index(after: space)...].first == "#" {
      let tag = rest[rest.index(space, offsetBy: 2)...]
      guard !tag.isEmpty, tag.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { break }
      element.tags.append(String(tag))
      rest = rest[..<space]
    }
    element.text = try text(rest)
    return element
  }

  /// The text without its escapes.
  private static func text(_ escaped: Substring) throws -> String {
    var text = ""
    var rest = escaped
    while let character = rest.first {
      if character == "\\" {
        guard let next = rest.dropFirst().first else {
          throw Fault(description: "a backslash at the end: \(escaped)")
        }
        text.append(next)
        rest = rest.dropFirst(2)
        continue
      }
      for opening in ["//", "/*", "===", "[", "<", "{", "@", "#", "*", "_"]
      where rest.hasPrefix(opening) {
        throw Fault(description: "\(opening) has a meaning: \(escaped)")
      }
      if character == "." || character == ":",
        rest.dropFirst().prefix(while: { !$0.isWhitespace }).dropFirst().contains(character)
      {
        throw Fault(description: "short for a sign: \(rest.prefix(12))")
      }
      text.append(character)
      rest = rest.dropFirst()
    }
    guard !text.isEmpty else { throw Fault(description: "no text") }
    return text
  }
}
