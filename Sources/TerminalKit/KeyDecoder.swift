/// Turns the bytes that a terminal sends into keys and pastes.
///
/// Knows the sequences of xterm and what descends from it, rxvt, screen, tmux, the Linux console and
/// VT220 together; none of them contradicts another. A sequence that no key has is swallowed, so
/// that no answer of a terminal ends up in the reader's words.
///
/// An ESC can be a key or begin a sequence: ``isPending`` says that only time can tell, and
/// ``flush()`` that the time has passed.
public struct KeyDecoder: Sendable {
  private var bytes: [UInt8] = []
  private var pasted: [UInt8]?
  private let isUTF8: Bool

  private static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// - Parameter isUTF8: Whether the locale says so. Otherwise bytes that are not UTF-8 are read as
  ///   Latin-1; those that are probably mean it, since terminals seldom know of the locale.
  public init(isUTF8: Bool = true) {
    self.isUTF8 = isUTF8
  }

  /// Whether bytes wait for those that complete them.
  public var isPending: Bool { !bytes.isEmpty || pasted != nil }

  /// Whether a paste has begun and not ended.
  public var isPasting: Bool { pasted != nil }

  /// Takes what was read and returns what is complete.
  public mutating func feed(_ input: some Sequence<UInt8>) -> [TerminalEvent] {
    bytes.append(contentsOf: input)
    return decode(isComplete: false)
  }

  /// Takes what is pending as it stands: ESC is the key, an unfinished paste ends.
  public mutating func flush() -> [TerminalEvent] {
    var events = decode(isComplete: true)
    if let pasted {
      self.pasted = nil
      events.append(.paste(Self.text(pasted + bytes)))
      bytes = []
    }
    return events
  }

  private mutating func decode(isComplete: Bool) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var index = 0
    while index < bytes.count {
      if pasted != nil {
        index = takePaste(from: index, into: &events)
        if pasted != nil { break }
        continue
      }
      if bytes[index...].starts(with: Self.pasteStart) {
        pasted = []
        index += Self.pasteStart.count
        continue
      }
      guard let (key, length) = self.key(at: index, isComplete: isComplete) else { break }
      if let key { events.append(.key(key)) }
      index += length
    }
    bytes.removeFirst(index)
    return events
  }

  /// Moves bytes into the paste, which is over if its end mark is among them.
  ///
  /// - Returns: Where to go on. What could be the first part of the end mark stays pending.
  private mutating func takePaste(from start: Int, into events: inout [TerminalEvent]) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end] == 0x1B, bytes[end...].starts(with: Self.pasteEnd) {
        events.append(.paste(Self.text((pasted ?? []) + bytes[start..<end])))
        pasted = nil
        return end + Self.pasteEnd.count
      }
      if bytes[end] == 0x1B, Self.pasteEnd.starts(with: bytes[end...]) { break }
      end += 1
    }
    pasted?.append(contentsOf: bytes[start..<end])
    return end
  }

  /// Pasted bytes as text; CR LF and CR become LF.
  private static func text(_ bytes: [UInt8]) -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D {
        lines.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        lines.append(byte)
      }
      previous = byte
    }
    return String(decoding: lines, as: UTF8.self)
  }
}

extension KeyDecoder {
  /// A key, `nil` for a sequence without one, and the bytes that it took; `nil` if more must come.
  private typealias Found = (key: Key?, length: Int)

  private func key(at index: Int, isComplete: Bool) -> Found? {
    let byte = bytes[index]
    guard byte == 0x1B else { return plainKey(at: index, isComplete: isComplete) }
    guard index + 1 < bytes.count else { return isComplete ? (Key(.escape), 1) : nil }
    let found: Found?
    switch bytes[index + 1] {
    case UInt8(ascii: "["): found = controlSequence(at: index)
    case UInt8(ascii: "O"): found = shiftedSequence(at: index)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      found = controlString(at: index)
    case 0x1B:
      // ESC before a sequence is Alt; before an ESC that leads nowhere, it is the key.
      if index + 2 < bytes.count, bytes[index + 2] == 0x1B { return (Key(.escape), 1) }
      guard let inner = key(at: index + 1, isComplete: isComplete) else { return nil }
      if inner.length == 1 { return (Key(.escape), 1) }
      return (inner.key.map(Self.withAlt), inner.length + 1)
    default:
      guard let inner = plainKey(at: index + 1, isComplete: isComplete) else { return nil }
      return (inner.key.map(Self.withAlt), inner.length + 1)
    }
    if let found { return found }
    // An unfinished sequence that stays so: the keys Alt-[ or Alt-O.
    guard isComplete, let inner = plainKey(at: index + 1, isComplete: true) else { return nil }
    return (inner.key.map(Self.withAlt), inner.length + 1)
  }

  private static func withAlt(_ key: Key) -> Key {
    Key(key.code, key.modifiers.union(.alt))
  }

  private func plainKey(at index: Int, isComplete: Bool) -> Found? {
    let byte = bytes[index]
    switch byte {
    case 0x00: return (Key(" ", .control), 1)
    case 0x08, 0x7F: return (Key(.backspace), 1)
    case 0x09: return (Key(.tab), 1)
    case 0x0D: return (Key(.enter), 1)
    case 0x1B: return (Key(.escape), 1)
    case 0x01...0x1A: return (.control(Character(Unicode.Scalar(byte + 0x60))), 1)
    case 0x1C...0x1F: return (.control(Character(Unicode.Scalar(byte + 0x40))), 1)
    case 0x20..<0x7F: return (Key(Character(Unicode.Scalar(byte))), 1)
    default: return characterBeyondASCII(at: index, isComplete: isComplete)
    }
  }

  private func characterBeyondASCII(at index: Int, isComplete: Bool) -> Found? {
    let length = UTF8Decoding.length(lead: bytes[index])
    if index + length > bytes.count, !isComplete, isPromising(from: index + 1) { return nil }
    let (value, taken) = bytes.withUnsafeBufferPointer { UTF8Decoding.scalar(in: $0, at: index) }
    if taken > 1, let scalar = Unicode.Scalar(value) {
      return (value < 0xA0 ? nil : Key(Character(scalar)), taken)
    }
    let isLatin1 = !isUTF8 && bytes[index] >= 0xA0
    return (isLatin1 ? Key(Character(Unicode.Scalar(bytes[index]))) : nil, 1)
  }

  /// Whether only bytes that continue a UTF-8 sequence follow.
  private func isPromising(from index: Int) -> Bool {
    bytes[index...].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// ESC ] … or another string of a terminal's answer, up to BEL or ST. Never a key.
  private func controlString(at index: Int) -> Found? {
    var end = index + 2
    while end < bytes.count {
      if bytes[end] == 0x07 { return (nil, end + 1 - index) }
      if bytes[end] == 0x1B {
        guard end + 1 < bytes.count else { return nil }
        if bytes[end + 1] == UInt8(ascii: "\\") { return (nil, end + 2 - index) }
      }
      end += 1
    }
    return nil
  }

  /// ESC O and a letter, with the modifiers of some terminals between.
  private func shiftedSequence(at index: Int) -> Found? {
    var end = index + 2
    while end < bytes.count, (0x30...0x3B).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else { return nil }
    let parameter = Self.parameters(bytes[(index + 2)..<end]).last ?? 0
    let key = KeySequences.shifted[bytes[end]].map { code in
      Key(code.code, code.modifiers.union(KeySequences.modifiers(parameter)))
    }
    return (key, end + 1 - index)
  }

  /// ESC [, parameters, intermediates and a final byte.
  private func controlSequence(at index: Int) -> Found? {
    var end = index + 2
    if end < bytes.count, bytes[end] == UInt8(ascii: "[") {
      // The Linux console's F1 to F5: ESC [ [ A.
      guard end + 1 < bytes.count else { return nil }
      let number = Int(bytes[end + 1]) - 0x40
      return ((1...5).contains(number) ? Key(.function(number)) : nil, 4)
    }
    // `$` ends rxvt's keys with Shift, but is an intermediate in a terminal's reports.
    let isReport = end < bytes.count && bytes[end] == UInt8(ascii: "?")
    while end < bytes.count, (0x20...0x3F).contains(bytes[end]), bytes[end] != 0x24 || isReport {
      end += 1
    }
    guard end < bytes.count else { return nil }
    let length = end + 1 - index
    // A control character inside: the sequence was cut off.
    guard (0x40...0x7E).contains(bytes[end]) || bytes[end] == 0x24 else { return (nil, length - 1) }
    let isX10Mouse = bytes[end] == UInt8(ascii: "M") && length == 3
    if isX10Mouse { return end + 3 < bytes.count ? (nil, 6) : nil }
    let parameters = Self.parameters(bytes[(index + 2)..<end])
    return (KeySequences.key(final: bytes[end], parameters: parameters), length)
  }

  /// Numbers between semicolons; a private marker makes it a report, without numbers.
  private static func parameters(_ bytes: ArraySlice<UInt8>) -> [Int] {
    if let first = bytes.first, (0x3C...0x3F).contains(first) { return [-1] }
    return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.prefix(6).reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1) - 0x30 : $0 }
    }
  }
}
