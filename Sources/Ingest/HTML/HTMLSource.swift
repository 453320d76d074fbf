/// A page's bytes as the parser may have them: not nested deeper and no more of them than it can
/// take, and of its text hardly more than the places where it stands.
///
/// The parser walks its open elements again and again, and a tree costs many times its text; so tags
/// beyond a depth are blanked out, as browsers do too, and a page with too many ends early.
///
/// It also takes some fifty times as long over each character of text as copying it takes, and does
/// nothing with it: to the standard's states a piece of text without `<`, `&` and control characters
/// is the same as its first character. So one character from the planes for private use stands for
/// such a piece, and whoever takes the tree puts the piece back; see ``HTMLDocument``.
struct HTMLSource {
  private(set) var bytes: [UInt8] = []
  private(set) var isCut = false
  /// The pieces that characters stand for, as ranges of the input, in order.
  private(set) var spared: [Range<Int>] = []

  /// Whether the page itself uses characters that could stand for a piece.
  private(set) var isAmbiguous = false

  private let input: [UInt8]
  /// What is looked at of the input.
  private let end: Int
  private let spares: Bool

  /// Browsers stop at 512.
  static let deepest = 256
  static let byteLimit = 16 << 20
  static let tagLimit = 300_000
  /// Of one tag. The parser compares each with every other.
  static let attributeLimit = 256
  /// Shorter pieces are not worth it.
  private static let shortestPiece = 12

  /// - Parameter sparing: Whether characters stand for pieces of text.
  init(_ input: [UInt8], sparing: Bool = true) {
    self.input = input
    end = min(input.count, Self.byteLimit)
    spares = sparing
    isCut = input.count > end
    scan()
  }

  private mutating func scan() {
    var depth = 0
    var tags = 0
    var index = 0
    while index < end {
      guard input[index] == UInt8(ascii: "<"), index + 1 < end else {
        index = takeText(from: index)
        continue
      }
      let start = index
      let next = input[index + 1]
      if next == UInt8(ascii: "!"), isComment(at: index) {
        index = end(ofComment: index)
        bytes += input[start..<index]
        continue
      }
      let isEnd = next == UInt8(ascii: "/")
      let name = name(at: index + (isEnd ? 2 : 1))
      guard !name.isEmpty else {
        index =
          isEnd || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
          ? end(ofDeclaration: index) : index + 1
        bytes += input[start..<index]
        continue
      }
      let tag = tag(from: name.upperBound)
      index = tag.end
      tags += 1
      if tags > Self.tagLimit {
        isCut = true
        return
      }
      let packed = packed(name)
      guard Self.counts(packed) else {
        take(start..<index, without: tag.surplus)
        if !isEnd, packed == Self.script || packed == Self.style {
          let raw = index
          index = end(ofRaw: name, from: index)
          bytes += input[raw..<index]
        }
        continue
      }
      let isBlank: Bool
      if isEnd {
        isBlank = depth > Self.deepest
        depth = max(0, depth - 1)
      } else {
        let isClosed = tag.surplus == nil && input[index - 2] == UInt8(ascii: "/")
        if !isClosed { depth += 1 }
        isBlank = !isClosed && depth > Self.deepest
      }
      if isBlank {
        bytes += repeatElement(0x20, count: index - start)
      } else {
        take(start..<index, without: tag.surplus)
      }
    }
  }

  // MARK: Text

  /// Takes text up to the next `<`, that at `start` included.
  private mutating func takeText(from start: Int) -> Int {
    var kept = start
    var index = start
    while index < end, input[index] != UInt8(ascii: "<") || index == start {
      guard input[index] > 0x20, isPlain(at: index), index > 0 || input[index] < 0x80 else {
        index = input[index] == UInt8(ascii: "&") ? end(ofReference: index) : index + 1
        continue
      }
      let piece = index
      index = end(ofPiece: index)
      guard spares, index - piece >= Self.shortestPiece,
        let stand = SpareCharacter.utf8(spared.count)
      else { continue }
      bytes += input[kept..<piece]
      bytes.append(stand.0)
      bytes.append(stand.1)
      bytes.append(stand.2)
      bytes.append(stand.3)
      spared.append(piece..<index)
      kept = index
    }
    bytes += input[kept..<index]
    return index
  }

  private mutating func end(ofPiece start: Int) -> Int {
    var index = start
    while index < end {
      let byte = input[index]
      if byte >= 0x20 && byte < 0x7F {
        if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return index }
        index += 1
      } else if byte >= 0x80 {
        let length = plainCharacter(at: index)
        if length == 0 { return index }
        index += length
      } else if byte == 0x0A || byte == 0x09 || byte == 0x0C {
        index += 1
      } else {
        return index
      }
    }
    return index
  }

  private mutating func isPlain(at index: Int) -> Bool {
    let byte = input[index]
    if byte >= 0x80 { return plainCharacter(at: index) > 0 }
    return byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&") && byte < 0x7F
  }

  /// The length of the character of several bytes that begins at `index`, or 0 where there is none or
  /// the parser would put another in its place.
  private mutating func plainCharacter(at index: Int) -> Int {
    let length = UTF8Validation.characterLength(input, at: index, end: end)
    let first = input[index]
    switch length {
    case 2: return first == 0xC2 && input[index + 1] < 0xA0 ? 0 : 2
    case 3:
      guard first == 0xEF else { return 3 }
      let second = input[index + 1]
      let isNone =
        second == 0xB7 && (0x90...0xAF).contains(input[index + 2])
        || second == 0xBF && input[index + 2] >= 0xBE
      return isNone ? 0 : 3
    case 4:
      if first == 0xF4 || first == 0xF3 && input[index + 1] >= 0xB0 { isAmbiguous = true }
      let isNone =
        input[index + 1] & 0x0F == 0x0F && input[index + 2] == 0xBF && input[index + 3] >= 0xBE
      return isNone ? 0 : 4
    default: return 0
    }
  }

  private func end(ofReference start: Int) -> Int {
    var index = start + 1
    while index < end {
      let byte = input[index]
      let isPart =
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";")
      guard isPart else { break }
      index += 1
    }
    return index
  }

  // MARK: Tags

  private mutating func take(_ tag: Range<Int>, without surplus: Int?) {
    guard let surplus else {
      bytes += input[tag]
      return
    }
    bytes += input[tag.lowerBound..<surplus]
    bytes.append(0x20)
    if input[tag.upperBound - 1] == UInt8(ascii: ">") { bytes.append(UInt8(ascii: ">")) }
  }

  private func isComment(at index: Int) -> Bool {
    index + 3 < end && input[index + 2] == 0x2D && input[index + 3] == 0x2D
  }

  private func end(ofComment start: Int) -> Int {
    var index = start + 4
    while index + 2 < end {
      if input[index] == 0x2D, input[index + 1] == 0x2D, input[index + 2] == 0x3E {
        return index + 3
      }
      index += 1
    }
    return end
  }

  /// The end of what begins like a tag and is none, where another may begin.
  private func end(ofDeclaration start: Int) -> Int {
    var index = start + 1
    while index < end, input[index] != UInt8(ascii: "<") {
      index += 1
      if input[index - 1] == UInt8(ascii: ">") { break }
    }
    return index
  }

  private func name(at start: Int) -> Range<Int> {
    var index = start
    while index < end, index < start + 32 {
      let byte = input[index]
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      guard isLetter || index > start && (0x30...0x39).contains(byte) else { break }
      index += 1
    }
    return start..<max(start, index)
  }

  /// The end of a tag, and where in it there are too many attributes.
  private func tag(from start: Int) -> (end: Int, surplus: Int?) {
    var index = start
    var quote: UInt8 = 0
    // An attribute has two marks: a space before it, and a sign before its value.
    var marks = 0
    var surplus: Int?
    while index < end {
      let byte = input[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if Self.partsAttributes(byte) {
        if !Self.partsAttributes(input[index - 1]) { marks += 1 }
        if marks == Self.attributeLimit * 2, surplus == nil { surplus = index }
      } else if byte == 0x22 || byte == 0x27 {
        if input[index - 1] == UInt8(ascii: "=") { quote = byte }
      } else if byte == UInt8(ascii: ">") {
        return (index + 1, surplus)
      }
      index += 1
    }
    return (end, surplus)
  }

  private static func partsAttributes(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }

  /// Where the end tag of a script or a style begins.
  private func end(ofRaw name: Range<Int>, from start: Int) -> Int {
    var index = start
    while index + 1 + name.count < end {
      if input[index] == UInt8(ascii: "<"), input[index + 1] == UInt8(ascii: "/"),
        name.indices.allSatisfy({
          input[index + 2 + $0 - name.lowerBound] | 0x20 == input[$0] | 0x20
        })
      {
        return index
      }
      index += 1
    }
    return end
  }

  // MARK: Names

  /// A name of at most eight letters as a number, without regard to case; 0 for longer ones.
  private func packed(_ name: Range<Int>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64(input[$1] | 0x20) }
  }

  private static func packed(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  private static let script = packed("script")
  private static let style = packed("style")

  /// Elements that stay open until they are closed; of the others many are never closed.
  private static func counts(_ name: UInt64) -> Bool { !uncounted.contains(name) }

  private static let uncounted: [UInt64] = [
    packed("p"), packed("li"), packed("br"), packed("td"), packed("tr"), packed("img"),
    packed("script"), packed("link"), packed("meta"), packed("input"), packed("dt"), packed("dd"),
    packed("option"), packed("hr"), packed("style"), packed("th"), packed("area"), packed("base"),
    packed("body"), packed("col"), packed("colgroup"), packed("embed"), packed("html"),
    packed("head"), packed("optgroup"), packed("path"), packed("param"), packed("rp"), packed("rt"),
    packed("source"), packed("tbody"), packed("thead"), packed("tfoot"), packed("track"),
    packed("wbr"),
  ]
}

/// The characters that stand for pieces of text: those of the two planes for private use.
enum SpareCharacter {
  /// How many of each plane are used; the last ones of a plane are no characters.
  private static let perPlane = 65_000

  /// The character for a piece, by its number; `nil` where there are no more.
  static func utf8(_ number: Int) -> (UInt8, UInt8, UInt8, UInt8)? {
    guard number < 2 * perPlane else { return nil }
    let value = number < perPlane ? 0xF0000 + number : 0x10_0000 + number - perPlane
    func byte(_ shift: Int) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift) & 0x3F }
    return (0xF0 | UInt8(truncatingIfNeeded: value >> 18), byte(12), byte(6), byte(0))
  }

  /// The number of the piece that a character stands for, by the bytes after the first; `nil` for
  /// other characters.
  static func number(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int? {
    let value =
      Int(first & 0x07) << 18 | Int(second & 0x3F) << 12 | Int(third & 0x3F) << 6
      | Int(fourth & 0x3F)
    if value >= 0x10_0000 { return value - 0x10_0000 + perPlane }
    return value >= 0xF0000 && value < 0xF0000 + perPlane ? value - 0xF0000 : nil
  }
}
