/// The replacement of a piece of text by another.
struct Edit: Sendable, Equatable {
  /// In bytes.
  var offset: Int
  var removed: [UInt8]
  var inserted: [UInt8]

  /// What was replaced, in the text before.
  var range: Range<Int> { offset..<offset + removed.count }
  var inverse: Edit { Edit(offset: offset, removed: inserted, inserted: removed) }
  private var growth: Int { inserted.count - removed.count }
}

extension Edit {
  /// The one edit that leads from a text to another: all between what they begin and end with alike.
  init(from old: [UInt8], to new: [UInt8]) {
    let shorter = min(old.count, new.count)
    var prefix = 0
    while prefix < shorter, old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] {
      suffix += 1
    }
    // Never within a character.
    while prefix > 0, Self.goesOn(old, at: prefix) || Self.goesOn(new, at: prefix) { prefix -= 1 }
    while suffix > 0, Self.goesOn(old, at: old.count - suffix) { suffix -= 1 }
    self.init(
      offset: prefix, removed: Array(old[prefix..<old.count - suffix]),
      inserted: Array(new[prefix..<new.count - suffix]))
  }

  /// Whether the byte at an index goes on with the character before it.
  private static func goesOn(_ text: [UInt8], at index: Int) -> Bool {
    index < text.count && text[index] & 0xC0 == 0x80
  }

  /// Where a place of the text before is afterwards. One in what was replaced goes to its start.
  func moved(_ place: Int) -> Int {
    if place >= range.upperBound, place > offset { return place + growth }
    return min(place, offset)
  }

  func moved(_ place: EditorPlace) -> EditorPlace {
    var place = place
    place.cursor = moved(place.cursor)
    place.mark = place.mark.map(moved)
    return place
  }

  /// This edit as it is made after `other`, and `other` as it is made after this one, both having been
  /// made to one text; `nil` where they are about the same words.
  func swapped(with other: Edit) -> (own: Edit, other: Edit)? {
    var (own, other) = (self, other)
    if other.range.upperBound <= range.lowerBound {
      own.offset += other.growth
    } else if range.upperBound <= other.range.lowerBound {
      other.offset += growth
    } else {
      return nil
    }
    return (own, other)
  }
}

extension Edit {
  /// The text with what two have made of it at once; `nil` where both changed the same words or
  /// neighbouring ones: no rule tells then what their text would be.
  static func merging(_ left: [UInt8], _ right: [UInt8], from base: [UInt8]) -> [UInt8]? {
    let first = Edit(from: base, to: left).widenedToWords(in: base)
    let second = Edit(from: base, to: right).widenedToWords(in: base)
    guard
      first.range.upperBound < second.range.lowerBound
        || second.range.upperBound < first.range.lowerBound,
      let (_, later) = first.swapped(with: second)
    else { return nil }
    var text = base
    text.replaceSubrange(first.range, with: first.inserted)
    text.replaceSubrange(later.range, with: later.inserted)
    return text
  }

  /// The same as a replacement of whole words of the text before.
  private func widenedToWords(in text: [UInt8]) -> Edit {
    var start = offset
    while start > 0, !Self.isSpace(text[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < text.count, !Self.isSpace(text[end]) { end += 1 }
    let (before, after) = (text[start..<offset], text[range.upperBound..<end])
    return Edit(
      offset: start, removed: Array(text[start..<end]), inserted: before + inserted + after)
  }

  static func isSpace(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }
}
