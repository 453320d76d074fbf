/// Title, author and date as the first lines of a plain text show them.
///
/// Precision comes first: a line that might be the essay's own is left in its text.
struct FrontMatter: Sendable {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  /// How many lines of the head were lifted out, blank ones between them included.
  private(set) var lineCount = 0
  /// Where the text goes on, in bytes; `nil` for its beginning.
  private(set) var end: Int?

  private let bytes: [UInt8]
  private let lines: [Line]

  init(_ lines: [Line], of bytes: [UInt8]) {
    self.bytes = bytes
    self.lines = lines
    if !readFields() {
      readTitle()
      readByline()
    }
  }

  // MARK: Fields

  /// Reads lines such as "Title: …" that open the text.
  private mutating func readFields() -> Bool {
    var index = 0
    var found = false
    while let next = nextLine(from: index), let field = field(lines[next]) {
      if found, next > index { break }
      switch field.name {
      case "title": title = field.value
      case "author", "by": author = field.value
      default: date = WrittenDate.iso(field.value) ?? field.value
      }
      if field.name == "title" { found = true }
      if !found { break }
      lift(next)
      index = next + 1
    }
    return found
  }

  private func field(_ line: Line) -> (name: String, value: String)? {
    let words = bytes[line.text]
    guard line.text.count <= 200, let colon = words.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let name = String(decoding: words[..<colon], as: UTF8.self).lowercased()
    let value = words[(colon + 1)...].drop { LineCursor.isSpace($0) }
    guard ["title", "author", "by", "date", "published"].contains(name), !value.isEmpty else {
      return nil
    }
    return (name, String(decoding: value, as: UTF8.self))
  }

  // MARK: Title and byline

  private mutating func readTitle() {
    guard let first = nextLine(from: 0) else { return }
    let line = lines[first]
    if let under = following(first), under == first + 1, line.text.count <= 200,
      bytes.isUnderline(lines[under].text), following(under) != nil
    {
      title = string(line)
      lift(under)
      return
    }
    guard looksLikeTitle(line), let next = following(first) else { return }
    let isSetApart = next > first + 1
    if byline(lines[next]) != nil, following(next) != nil {
      title = string(line)
      lift(first)
      return
    }
    let body = lines[next]
    let opensProse =
      body.text.count > 120 && body.text.count > line.text.count * 2
      || isSetApart && (next + 1 < lines.count && !lines[next + 1].isBlank)
        && body.text.count >= 40
    guard opensProse, !endsLikeSentence(line) || isSetApart && !endsWithStop(line) else { return }
    title = string(line)
    lift(first)
  }

  private mutating func readByline() {
    guard let next = nextLine(from: lineCount), let name = byline(lines[next]),
      following(next) != nil
    else { return }
    author = name.author
    date = name.date
    lift(next)
    if date == nil, let after = nextLine(from: lineCount), lines[after].text.count <= 40,
      let written = WrittenDate.iso(string(lines[after])), following(after) != nil
    {
      date = written
      lift(after)
    }
  }

  /// A line of at most sixteen words that begins with a capital, a digit or a quotation mark and
  /// does not end like a sentence.
  private func looksLikeTitle(_ line: Line) -> Bool {
    let words = bytes[line.text]
    guard line.text.count <= 120, let first = words.first, let last = words.last,
      LineKind(line, of: bytes) == .plain
    else { return false }
    let opens =
      (0x41...0x5A).contains(first) || (0x30...0x39).contains(first) || first >= 0x80
      || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let closes = ![UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last)
    let count = words.split(separator: 0x20).count
    return opens && closes && count <= 16 && Boilerplate.phrase(in: words) == nil
  }

  private func endsLikeSentence(_ line: Line) -> Bool { bytes.endsSentence(line.text) }

  private func endsWithStop(_ line: Line) -> Bool {
    bytes[line.text].last == UInt8(ascii: ".")
      || bytes[line.text].suffix(2).first == UInt8(ascii: ".")
  }

  /// "By Ada Example" or "by ADA EXAMPLE | 3 March 2021": one to five names, nothing else.
  private func byline(_ line: Line) -> (author: String, date: String?)? {
    line.text.count <= 90 ? Self.byline(string(line)) : nil
  }

  static func byline(_ words: String) -> (author: String, date: String?)? {
    guard words.utf8.count <= 90,
      words.hasPrefix("By ") || words.hasPrefix("by ") || words.hasPrefix("BY ")
    else {
      return nil
    }
    var name = words.dropFirst(3)
    var rest: Substring?
    let scalars = name.unicodeScalars
    if let bar = scalars.firstIndex(where: { $0 == "|" || $0 == "–" || $0 == "—" || $0 == "•" }) {
      rest = name[name.index(after: bar)...]
      name = name[..<bar]
    } else if let comma = name.utf8.firstIndex(of: UInt8(ascii: ",")),
      WrittenDate.iso(String(name[name.index(after: comma)...])) != nil
    {
      rest = name[name.index(after: comma)...]
      name = name[..<comma]
    }
    var names = name.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    let author = names.dropFirst().reduce(into: String(names.first ?? "")) {
      $0 += " " + String($1)
    }
    // "the Town Council", "the editors".
    if names.first == "the", names.count > 1 { names.removeFirst() }
    if let last = names.last, Self.collectives.contains(String(last)) { names.removeLast() }
    if names.isEmpty, author.hasPrefix("the ") { return (author, nil) }
    guard (1...6).contains(names.count), names.first?.first?.isUppercase == true,
      names.last?.first?.isUppercase == true, names.last.map({ !$0.hasSuffix(".") }) == true,
      names.allSatisfy({ $0.first?.isUppercase == true || Self.particles.contains(String($0)) }),
      !name.unicodeScalars.contains(where: Self.isNumber),
      names.count <= 4 || !name.utf8.contains(UInt8(ascii: ","))
    else { return nil }
    return (author, rest.flatMap { WrittenDate.iso(String($0)) })
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
  }

  /// Authors who sign as a body.
  private static let collectives = [
    "authors", "board", "committee", "council", "editors", "staff", "team",
  ]

  private static let particles = [
    "and", "&", "de", "del", "della", "der", "den", "di", "van", "von", "la", "le", "al", "el",
    "bin", "ibn",
  ]

  // MARK: Lines

  private func string(_ line: Line) -> String { String(decoding: bytes[line.text], as: UTF8.self) }

  private func nextLine(from index: Int) -> Int? {
    lines[min(index, lines.count)...].firstIndex { !$0.isBlank }
  }

  private func following(_ index: Int) -> Int? { nextLine(from: index + 1) }

  private mutating func lift(_ index: Int) {
    lineCount = index + 1
    end = lines[index].text.upperBound
  }
}
