/// Where a statement goes on after a mark, and where it may be cut.
extension SlotFilling {
  /// Whether the mark before a token is one that the statement goes on after: it parts the items of a
  /// list, ends an aside between subject and verb, or holds a word or two with tongs.
  func isInside(_ index: Int, from start: Int) -> Bool {
    guard tokens[index].followsMark, !tokens[index].opensClause, index > start else { return false }
    let gap = phrase.utf8[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
    if gap.allSatisfy(Self.isQuotation) { return true }
    guard gap.elementsEqual(", ".utf8) else { return false }
    if !hasFiniteVerb(start..<index) { return tokens[start].word != "true" }
    if ["and", "or"].contains(tokens[index].word) { return endsList(index, from: start) }
    return isListItem(index)
  }

  /// A space or a byte of a quotation mark.
  private static func isQuotation(_ byte: UInt8) -> Bool {
    [0x20, 0x22, 0xE2, 0x80, 0x9C, 0x9D].contains(byte)
  }

  /// Whether as many quotations end in a range as begin in it.
  func hasOpenQuotation(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first, let last = tokens[range].last else { return false }
    let bytes = phrase.utf8[first.range.lowerBound..<last.range.upperBound]
    let end = last.range.upperBound
    return bytes.count(where: { $0 == 0x22 }) == 1 && end < phrase.utf8.count
      && (phrase.utf8[end] == 0x22
        || end + 1 < phrase.utf8.count && phrase.utf8[end + 1] == 0x22)
  }

  /// The words of a range, with the quotation mark that closes the last of them.
  func closed(_ range: Range<Int>) -> String {
    phrase.string(range) + (hasOpenQuotation(range) ? "\"" : "")
  }

  func isBalanced(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first, let last = tokens[range].last else { return true }
    let bytes = phrase.utf8[first.range.lowerBound..<last.range.upperBound]
    var opened = 0
    var straight = 0
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == 0x22 { straight += 1 }
      guard index >= bytes.startIndex + 2, bytes[index - 2] == 0xE2, bytes[index - 1] == 0x80
      else { continue }
      if byte == 0x9C { opened += 1 } else if byte == 0x9D { opened -= 1 }
    }
    return straight % 2 == 0 && opened == 0
  }

  /// Whether "A, B and C" goes on at a token: "and" or "or" comes before another verb does.
  func isListItem(_ index: Int) -> Bool {
    guard !Self.nextClause.contains(tokens[index].word), !Self.asides.contains(tokens[index].word),
      !tokens[index].form.contains(.endsInIng)
    else { return false }
    for next in tokens.indices[index...].prefix(8) {
      if next > index, ["and", "or"].contains(tokens[next].word) {
        return !(tokens[next...].dropFirst(2).prefix(3).contains(where: isFinite))
      }
      if isFinite(tokens[next]) || tokens[next].opensClause { return false }
    }
    return false
  }

  /// Whether ", and" at a token brings the last item of a list that began after `start`.
  func endsList(_ index: Int, from start: Int) -> Bool {
    guard let comma = tokens.indices[start..<index].last(where: { tokens[$0].followsMark }),
      index - comma <= 8
    else { return false }
    return !tokens[index...].dropFirst().prefix(while: { !$0.followsMark }).prefix(8)
      .contains(where: isFinite)
  }

  /// Whether a clause can end before an aside: it has its verb, and none that hangs on it has begun.
  func isComplete(_ range: Range<Int>) -> Bool {
    guard let verb = range.dropFirst().first(where: isVerb) else { return false }
    return !tokens[verb..<range.upperBound].contains {
      $0.isHanger || Self.opening.contains($0.word)
    }
  }

  static let opening: Set<String> = [
    "until", "because", "since", "while", "although", "though", "as", "after", "before", "so",
    "than",
  ]

  func isBracketed(_ index: Int) -> Bool {
    let gap = phrase.utf8[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
    return gap.contains(UInt8(ascii: "("))
  }

  /// Whether a dash at a token opens an aside after which the clause goes on.
  func isDashAside(_ index: Int) -> Bool {
    let gap = phrase.utf8[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
    guard !gap.contains(UInt8(ascii: ":")), !gap.contains(UInt8(ascii: ";")) else { return false }
    return tokens[(index + 1)...].contains { $0.opensClause }
  }
}
