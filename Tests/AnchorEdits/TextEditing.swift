internal import RejoinderCore

/// Edits a text at random, as an editor and an unkind scanner would.
struct TextEditing {
  private(set) var words: [EditedEssay.Word]
  private var random: SplitMix64

  init(_ words: [EditedEssay.Word], seed: UInt64) {
    self.words = words
    random = SplitMix64(seed: seed)
  }

  private static let strangers = [
    "An editor put this in because the page had room.",
    "Readers wrote to us about it for weeks.",
    "None of this was known when the first edition went to print.",
    "It has been said before, and will be said again.",
  ]
  private static let fillers = ["perhaps", "rather", "indeed", "quite", "surely", "of course"]

  mutating func apply(_ edit: EditedEssay.Edit) {
    guard words.count > 20 else { return }
    switch edit {
    case .typos: for _ in 0..<max(1, words.count / 80) { misspell() }
    case .replacedWords: for _ in 0..<max(1, words.count / 60) { replaceWord() }
    case .insertedWords: for _ in 0..<max(1, words.count / 60) { insertWord() }
    case .deletedWords: for _ in 0..<max(1, words.count / 60) { deleteWord() }
    case .insertedSentences: insertSentence()
    case .deletedSentences: words.removeSubrange(sentence())
    case .movedSentences: moveSentence(leavingCopy: false)
    case .duplicatedSentences: moveSentence(leavingCopy: true)
    case .movedParagraphs: moveParagraph()
    case .joinedParagraphs: rewrap()
    case .otherQuotationMarks: retypeset()
    case .everything:
      for edit in EditedEssay.Edit.allCases where edit != .everything && random.below(3) == 0 {
        apply(edit)
      }
    }
    if words.first?.space.isEmpty == false { words[0].space = "" }
  }

  private mutating func misspell() {
    let index = random.below(words.count)
    var letters = Array(words[index].text)
    guard letters.count > 3 else { return }
    let place = 1 + random.below(letters.count - 2)
    switch random.below(4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert("e", at: place)
    case 2: letters.swapAt(place, place - 1)
    default: letters[place] = "x"
    }
    words[index].text = String(letters)
  }

  private mutating func replaceWord() {
    let index = random.below(words.count)
    guard !words[index].endsSentence else { return }
    words[index].text = Self.fillers[random.below(Self.fillers.count)]
    words[index].number = nil
  }

  private mutating func insertWord() {
    let index = 1 + random.below(words.count - 1)
    words.insert(
      EditedEssay.Word(
        text: Self.fillers[random.below(Self.fillers.count)], space: " ", number: nil), at: index)
  }

  private mutating func deleteWord() {
    let index = 1 + random.below(words.count - 1)
    guard !words[index].endsSentence, !words[index].beginsParagraph else { return }
    words.remove(at: index)
  }

  private mutating func insertSentence() {
    let range = sentence()
    let text = Self.strangers[random.below(Self.strangers.count)]
    let new = text.split(separator: " ").map {
      EditedEssay.Word(text: String($0), space: " ", number: nil)
    }
    insert(new, at: range.lowerBound)
  }

  private mutating func moveSentence(leavingCopy: Bool) {
    let range = sentence()
    var moved = Array(words[range])
    if leavingCopy {
      for index in moved.indices { moved[index].isCopy = true }
    } else {
      words.removeSubrange(range)
    }
    insert(moved, at: sentence().lowerBound)
  }

  private mutating func moveParagraph() {
    let starts = words.indices.filter { $0 == 0 || words[$0].beginsParagraph } + [words.count]
    guard starts.count > 3 else { return }
    let index = random.below(starts.count - 1)
    var moved = Array(words[starts[index]..<starts[index + 1]])
    moved[0].space = "\n\n"
    words.removeSubrange(starts[index]..<starts[index + 1])
    words[0].space = ""
    let targets = words.indices.filter { words[$0].beginsParagraph } + [words.count]
    words.insert(contentsOf: moved, at: targets[random.below(targets.count)])
  }

  /// Joins a paragraph with the next one, or parts one in two.
  private mutating func rewrap() {
    let start = sentence().lowerBound
    guard start > 0 else { return }
    words[start].space = words[start].beginsParagraph ? " " : "\n\n"
  }

  private mutating func retypeset() {
    let signs: [(String, String)] = [
      ("“", "\""), ("”", "\""), ("’", "'"), ("—", " - "), ("\"", "“"), ("'", "’"), (",", " ,"),
    ]
    let (old, new) = signs[random.below(signs.count)]
    for index in words.indices where words[index].text.contains(old) {
      words[index].text = words[index].text.split(
        separator: old, omittingEmptySubsequences: false
      ).joined(separator: new)
    }
  }

  /// Puts words where a sentence begins; a paragraph goes on beginning where it did.
  private mutating func insert(_ new: [EditedEssay.Word], at index: Int) {
    guard !new.isEmpty else { return }
    var new = new
    if words.indices.contains(index) {
      new[0].space = words[index].space
      words[index].space = " "
    } else {
      new[0].space = " "
    }
    words.insert(contentsOf: new, at: index)
  }

  private mutating func sentence() -> Range<Int> {
    let starts = words.indices.filter { $0 == 0 || words[$0 - 1].endsSentence }
    let index = random.below(starts.count)
    return starts[index]..<(index + 1 < starts.count ? starts[index + 1] : words.count)
  }
}
