/// One sentence with its words and its place, as the features see it.
struct ReadSentence: Sendable {
  /// Its words, as indices into ``Reading/words``.
  var words: Range<Int>
  var marks: Punctuation
  var place: Place

  /// Where a sentence stands.
  struct Place: Sendable {
    /// 0 at the beginning of the text, 1 at its end.
    var inText: Float = 0
    var isFirst = false
    var isLast = false
    /// Counted within the paragraph.
    var index = 0
    var count = 1
    var isProse = true
    /// In the first paragraph of the essay.
    var isInOpening = false
    /// In the last paragraph of the essay.
    var isInClosing = false

    var isAtEnds: Bool { isInOpening || isInClosing }
  }
}
