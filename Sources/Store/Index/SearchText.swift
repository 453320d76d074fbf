import Glibc
import RejoinderCore

/// Text in the form in which words are looked for: small letters, single spaces, plain quotation
/// marks and dashes.
enum SearchText {
  static func folded(_ text: some Sequence<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    fold(Array(text), into: &folded)
    return folded
  }

  /// Everything of an essay in which a reader may look for words, line by line so that no phrase is
  /// found across two records.
  static func folded(_ metadata: EssayMetadata, text: [UInt8], _ records: EssayRecords) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count + 256)
    func add(_ part: [UInt8]) {
      fold(part, into: &folded)
      folded.append(0x0A)
    }
    add(Array(metadata.displayTitle.utf8))
    if let author = metadata.author { add(Array(author.utf8)) }
    add(text)
    for annotation in records.annotations where !annotation.isDeleted {
      switch annotation.body {
      case .note(let text): add(Array(text.utf8))
      case .counterargument(_, let text, let source):
        add(Array(text.utf8))
        if let source { add(Array(source.utf8)) }
      case .decision, .mark, .assessment: break
      }
    }
    for reply in records.replies where !reply.isDeleted { add(Array(reply.text.utf8)) }
    return folded
  }

  private static func fold(_ bytes: [UInt8], into folded: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x41...0x5A:
        folded.append(byte | 0x20)
        index += 1
      case 0x20, 0x09...0x0D:
        if let last = folded.last, last != 0x20, last != 0x0A { folded.append(0x20) }
        index += 1
      case ..<0x80:
        folded.append(byte)
        index += 1
      default: index = foldScalar(bytes, at: index, into: &folded)
      }
    }
  }

  /// - Returns: The index after the scalar.
  private static func foldScalar(
    _ bytes: [UInt8], at index: Int, into folded: inout [UInt8]
  ) -> Int {
    let length = bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
    let end = min(index + length, bytes.count)
    guard let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
    else { return end }
    switch scalar.value {
    case 0x2018, 0x2019: folded.append(UInt8(ascii: "'"))
    case 0x201C, 0x201D: folded.append(UInt8(ascii: "\""))
    case 0x2010...0x2015: folded.append(UInt8(ascii: "-"))
    case 0xA0: if folded.last != 0x20 { folded.append(0x20) }
    default: folded += Array(scalar.properties.lowercaseMapping.utf8)
    }
    return end
  }

  /// Words to look for, folded.
  struct Query {
    private let words: [[UInt8]]
    /// Where in each word its rarest letter stands.
    private let anchors: [Int]

    init(_ words: [String]) {
      self.words = words.map { SearchText.folded($0.utf8) }.filter { !$0.isEmpty }
      anchors = self.words.map { word in
        word.indices.max { Self.rarity(of: word[$0]) < Self.rarity(of: word[$1]) } ?? 0
      }
    }

    /// Bytes from the most to the least frequent in English; all others are rarer.
    private static let frequent = Array(" etaonisrhldcumfpgwyb,.vk".utf8)

    private static func rarity(of byte: UInt8) -> Int {
      frequent.firstIndex(of: byte) ?? frequent.count
    }

    /// Whether all of the words occur in a folded text.
    func matches(_ text: UnsafeRawBufferPointer) -> Bool {
      zip(words, anchors).allSatisfy { Self.occurs($0, anchor: $1, in: text) }
    }

    /// Lets the system look for the rarest letter, and compares the word where that stands.
    private static func occurs(
      _ word: [UInt8], anchor: Int, in text: UnsafeRawBufferPointer
    ) -> Bool {
      guard let base = text.baseAddress, text.count >= word.count else { return false }
      let last = text.count - word.count
      var start = 0
      while start <= last {
        guard
          let found = memchr(base + start + anchor, Int32(word[anchor]), last - start + 1)
        else { return false }
        start = base.distance(to: UnsafeRawPointer(found)) - anchor
        if memcmp(base + start, word, word.count) == 0 { return true }
        start += 1
      }
      return false
    }
  }
}
