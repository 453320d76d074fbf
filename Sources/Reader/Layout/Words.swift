/// Where words begin and end in UTF-8 bytes, for motions.
///
/// A word is a run of letters and digits, an apostrophe between letters included; runs of
/// punctuation and of each East Asian script are units too, as in vi. All offsets are bytes; those
/// outside the text are clipped.
public enum Words {
  enum Kind: Hashable {
    case space, punctuation, letters, ideographs, hiragana, katakana
  }

  /// The start of the first unit after the one at `offset` (vi's `w`); the text's end at its end.
  public static func start(after offset: Int, in utf8: [UInt8]) -> Int {
    var index = Graphemes.boundary(atOrBefore: offset, in: utf8)
    if index < utf8.count, kind(at: index, in: utf8) != .space {
      index = unitEnd(from: index, in: utf8)
    }
    return skipSpace(from: index, in: utf8)
  }

  /// The end, exclusive, of the first unit that ends after `offset` (one past vi's `e`).
  public static func end(after offset: Int, in utf8: [UInt8]) -> Int {
    unitEnd(
      from: skipSpace(from: Graphemes.boundary(atOrBefore: offset, in: utf8), in: utf8), in: utf8)
  }

  /// The start of the last unit that starts before `offset` (vi's `b`); 0 at the text's start.
  public static func start(before offset: Int, in utf8: [UInt8]) -> Int {
    let from = Graphemes.boundary(atOrBefore: offset, in: utf8)
    var before = GraphemesBackward(before: from, in: utf8)
    var found: (start: Int, kind: Kind)?
    while let index = before.next() {
      let kind = kind(at: index, in: utf8)
      if let found, kind != found.kind { return found.start }
      if kind != .space { found = (index, kind) }
    }
    return found?.start ?? 0
  }

  /// The end of a shell's `M-f`: past the next run of letters, whatever stands before it.
  static func wordEnd(after offset: Int, in utf8: [UInt8]) -> Int {
    var index = Graphemes.boundary(atOrBefore: offset, in: utf8)
    while index < utf8.count, !kind(at: index, in: utf8).isWord {
      index = Graphemes.next(after: index, in: utf8)
    }
    return unitEnd(from: index, in: utf8)
  }

  /// The start of a shell's `M-b`: that of the run of letters before, whatever stands between.
  static func wordStart(before offset: Int, in utf8: [UInt8]) -> Int {
    var index = offset
    repeat {
      index = start(before: index, in: utf8)
    } while index > 0 && !kind(at: index, in: utf8).isWord
    return index
  }

  private static func skipSpace(from offset: Int, in utf8: [UInt8]) -> Int {
    var index = offset
    while index < utf8.count, kind(at: index, in: utf8) == .space {
      index = Graphemes.next(after: index, in: utf8)
    }
    return index
  }

  private static func unitEnd(from offset: Int, in utf8: [UInt8]) -> Int {
    guard offset < utf8.count else { return utf8.count }
    let unit = kind(at: offset, in: utf8)
    var index = offset
    repeat {
      index = Graphemes.end(from: index, in: utf8.span, limit: utf8.count)
    } while index < utf8.count && kind(at: index, in: utf8) == unit
    return index
  }

  /// The kind of the grapheme at `index`, a boundary inside the text.
  private static func kind(at index: Int, in utf8: [UInt8]) -> Kind {
    let bytes = utf8.span
    let scalar = Graphemes.scalar(at: index, in: bytes, limit: bytes.count)
    if scalar.value == "'" || scalar.value == "\u{2019}" {
      return isApostrophe(at: index, length: scalar.length, in: utf8) ? .letters : .punctuation
    }
    return Kind(scalar.value)
  }

  private static func isApostrophe(at index: Int, length: Int, in utf8: [UInt8]) -> Bool {
    guard index > 0, index + length < utf8.count else { return false }
    let before = Graphemes.previous(before: index, in: utf8)
    let left = Graphemes.scalar(at: before, in: utf8.span, limit: index).value
    let right = Graphemes.scalar(at: index + length, in: utf8.span, limit: utf8.count).value
    return Kind(left) == .letters && Kind(right) == .letters
  }
}

extension Words.Kind {
  var isWord: Bool { self != .space && self != .punctuation }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: self = .letters
    case 0x09...0x0D, 0x20: self = .space
    case 0x00..<0x80: self = .punctuation
    case 0x3041...0x3096, 0x309D...0x309F: self = .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9F: self = .katakana
    case 0x3005...0x3007, 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x3FFFE: self = .ideographs
    default: self.init(properties: scalar.properties)
    }
  }

  private init(properties: Unicode.Scalar.Properties) {
    if properties.isWhitespace {
      self = .space
    } else if properties.isAlphabetic || properties.numericType != nil {
      self = .letters
    } else {
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .letters
      default: self = .punctuation
      }
    }
  }
}
