/// A page's bytes as the parser may have them: not nested deeper and no more of them than it can
/// take.
///
/// The parser walks its open elements again and again, and a tree costs many times its text; so tags
/// beyond a depth are blanked out, as browsers do too, and a page with too many ends early.
struct HTMLSource {
  private(set) var bytes: [UInt8]
  private(set) var isCut = false

  /// Browsers stop at 512.
  static let deepest = 256
  static let byteLimit = 16 << 20
  static let tagLimit = 300_000
  /// Of one tag. The parser compares each with every other.
  static let attributeLimit = 256

  init(_ input: [UInt8]) {
    bytes = input
    if bytes.count > Self.byteLimit {
      bytes.removeLast(bytes.count - Self.byteLimit)
      isCut = true
    }
    var depth = 0
    var tags = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      let start = index
      let next = bytes[index + 1]
      if next == UInt8(ascii: "!"), isComment(at: index) {
        index = end(ofComment: index)
        continue
      }
      let isEnd = next == UInt8(ascii: "/")
      let name = name(at: index + (isEnd ? 2 : 1))
      guard !name.isEmpty else {
        index += 1
        continue
      }
      index = end(ofTag: name.upperBound)
      tags += 1
      if tags > Self.tagLimit {
        bytes.removeLast(bytes.count - start)
        isCut = true
        return
      }
      guard Self.counts(bytes[name]) else {
        if !isEnd, Self.isRaw(bytes[name]) { index = self.end(ofRaw: bytes[name], from: index) }
        continue
      }
      if isEnd {
        if depth > Self.deepest { blank(start..<index) }
        depth = max(0, depth - 1)
      } else if bytes[index - 1 - (index > start + 1 ? 1 : 0)] != UInt8(ascii: "/") {
        depth += 1
        if depth > Self.deepest { blank(start..<index) }
      }
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = 0x20 }
  }

  private func isComment(at index: Int) -> Bool {
    index + 3 < bytes.count && bytes[index + 2] == 0x2D && bytes[index + 3] == 0x2D
  }

  private func end(ofComment start: Int) -> Int {
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
        return index + 3
      }
      index += 1
    }
    return bytes.count
  }

  private func name(at start: Int) -> Range<Int> {
    var index = start
    while index < bytes.count, index < start + 32 {
      let byte = bytes[index]
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      guard isLetter || index > start && (0x30...0x39).contains(byte) else { break }
      index += 1
    }
    return start..<index
  }

  /// The end of a tag, of which too many attributes are blanked out.
  private mutating func end(ofTag start: Int) -> Int {
    var index = start
    var quote: UInt8?
    // An attribute has two marks: a space before it, and a sign before its value.
    var marks = 0
    var surplus: Int?
    defer {
      if let surplus { blank(surplus..<index) }
    }
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if Self.partsAttributes(byte) {
        if !Self.partsAttributes(bytes[index - 1]) { marks += 1 }
        if marks == Self.attributeLimit * 2, surplus == nil { surplus = index }
      } else if byte == 0x22 || byte == 0x27 {
        if bytes[index - 1] == UInt8(ascii: "=") { quote = byte }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
      index += 1
    }
    return bytes.count
  }

  private static func partsAttributes(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
  }

  /// Where the end tag of a script or a style begins.
  private func end(ofRaw name: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 1 + name.count < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
        zip(bytes[(index + 2)...], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  private static func isRaw(_ name: ArraySlice<UInt8>) -> Bool {
    matches(name, "script") || matches(name, "style")
  }

  /// Elements that stay open until they are closed; of the others many are never closed.
  private static func counts(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first else { return false }
    let names: [String]
    switch first | 0x20 {
    case UInt8(ascii: "a"): names = ["area"]
    case UInt8(ascii: "b"): names = ["br", "base", "body"]
    case UInt8(ascii: "c"): names = ["col", "colgroup"]
    case UInt8(ascii: "d"): names = ["dt", "dd"]
    case UInt8(ascii: "e"): names = ["embed"]
    case UInt8(ascii: "h"): names = ["hr", "html", "head"]
    case UInt8(ascii: "i"): names = ["img", "input"]
    case UInt8(ascii: "l"): names = ["li", "link"]
    case UInt8(ascii: "m"): names = ["meta"]
    case UInt8(ascii: "o"): names = ["option", "optgroup"]
    case UInt8(ascii: "p"): names = ["p", "path", "param"]
    case UInt8(ascii: "r"): names = ["rp", "rt"]
    case UInt8(ascii: "s"): names = ["script", "style", "source"]
    case UInt8(ascii: "t"): names = ["td", "th", "tr", "tbody", "thead", "tfoot", "track"]
    case UInt8(ascii: "w"): names = ["wbr"]
    default: return true
    }
    return !names.contains { matches(name, $0) }
  }

  private static func matches(_ name: ArraySlice<UInt8>, _ word: String) -> Bool {
    name.count == word.utf8.count && zip(name, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
