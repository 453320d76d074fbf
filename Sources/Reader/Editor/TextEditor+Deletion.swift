internal import RejoinderCore

extension TextEditor {
  mutating func delete(_ command: EditorCommand) {
    if let selection {
      replace(selection.range, with: [], .single)
    } else if command == .deleteBackward {
      let start = Graphemes.previous(before: cursor, in: utf8)
      replace(start..<cursor, with: [], .deletingBackward)
    } else {
      let end = Graphemes.next(after: cursor, in: utf8)
      replace(cursor..<end, with: [], .deletingForward)
    }
  }

  /// Deletes into the kill ring.
  ///
  /// - Parameter continues: Whether the command before was a kill too.
  mutating func kill(_ command: EditorCommand, continues: Bool) {
    let range = killed(by: command)
    guard !range.isEmpty else {
      if continues { chain = .killing }
      return
    }
    let isBackward = range.upperBound == cursor && command != .cut
    killRing.add(
      Array(utf8[range]), isBackward ? .backward : .forward,
      continues: continues && command != .cut)
    replace(range, with: [], .single)
    if command != .cut { chain = .killing }
  }

  private func killed(by command: EditorCommand) -> Range<Int> {
    switch command {
    case .cut:
      return selection?.range ?? cursor..<cursor
    case .killWordBackward:
      return Words.wordStart(before: cursor, in: utf8)..<cursor
    case .killWordForward:
      return cursor..<Words.wordEnd(after: cursor, in: utf8)
    case .killToSpace:
      return spaceBefore..<cursor
    case .killToLineStart:
      let start = lineStart
      return (start == cursor ? max(0, start - 1) : start)..<cursor
    default:
      let end = lineEnd
      return cursor..<(end == cursor ? min(utf8.count, end + 1) : end)
    }
  }

  /// The start of what stands before the cursor up to white space, with the white space between.
  private var spaceBefore: Int {
    let bytes = utf8.span
    var index = cursor
    while index > 0, bytes[index - 1].isWhiteSpace { index -= 1 }
    while index > 0, !bytes[index - 1].isWhiteSpace { index -= 1 }
    return Graphemes.boundary(atOrBefore: index, in: utf8)
  }

  mutating func pasteKill() {
    guard let kill = killRing.paste() else { return }
    pasteKill(kill, over: selected)
  }

  mutating func pastePreviousKill(after previous: Chain) {
    guard case .pasted(let passage) = previous, let kill = killRing.previous() else { return }
    pasteKill(kill, over: passage.range)
  }

  private mutating func pasteKill(_ kill: [UInt8], over range: Range<Int>) {
    replace(range, with: kill, .single)
    let start = range.lowerBound
    chain = .pasted(Passage(start: start, end: start + kill.count))
  }

  /// Swaps the graphemes around the cursor and steps on; at a line's end the two before it.
  mutating func transpose() {
    let middle = cursor == lineEnd ? Graphemes.previous(before: cursor, in: utf8) : cursor
    let start = Graphemes.previous(before: middle, in: utf8)
    let end = Graphemes.next(after: middle, in: utf8)
    guard lineStart <= start, start < middle, middle < end else { return }
    replace(start..<end, with: Array(utf8[middle..<end] + utf8[start..<middle]), .single)
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\t")
  }
}
