/// What became of the words of a quotation in a passage that is like it.
struct WordChange: Equatable {
  /// In how many places another word stands in the place of one: then the passage may say something else,
  /// however few letters differ. A misspelling is the same word.
  var replacements = 0
  /// The words of the quotation.
  let words: Int
  /// Whether words were put in or left out.
  var addsOrDrops = false
  /// Whether one of these turns what is said into its opposite.
  var negates = false

  /// Words of a quotation that are compared at most; the cost grows with the square.
  private static let limit = 600

  /// - Returns: `nil` for a quotation that is too long to be compared word by word.
  init?(from quote: [UInt8], to passage: ArraySlice<UInt8>) {
    let (old, new) = (Self.words(of: quote[...]), Self.words(of: passage))
    words = old.count
    guard old.count <= Self.limit, new.count <= 2 * Self.limit else { return nil }
    // The longest common sequence of words, from the end.
    let width = new.count + 1
    var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
    var alike = [Bool](repeating: false, count: (old.count + 1) * width)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        let here = row * width + column
        alike[here] = Self.areAlike(old[row], new[column])
        lengths[here] = max(
          alike[here] ? lengths[here + width + 1] + 1 : 0, lengths[here + width],
          lengths[here + 1])
      }
    }
    var (row, column) = (0, 0)
    var (dropped, added): ([[UInt8]], [[UInt8]]) = ([], [])
    while row < old.count || column < new.count {
      let here = row * width + column
      if row < old.count, column < new.count, alike[here],
        lengths[here] == lengths[here + width + 1] + 1
      {
        note(dropped, added)
        (dropped, added) = ([], [])
        (row, column) = (row + 1, column + 1)
      } else if column >= new.count
        || (row < old.count && lengths[here + width] >= lengths[here + 1])
      {
        dropped.append(old[row])
        row += 1
      } else {
        added.append(new[column])
        column += 1
      }
    }
    note(dropped, added)
  }

  private mutating func note(_ dropped: [[UInt8]], _ added: [[UInt8]]) {
    if !dropped.isEmpty, !added.isEmpty {
      replacements += 1
    } else if !(dropped + added).isEmpty {
      addsOrDrops = true
      if (dropped + added).contains(where: Self.negations.contains) { negates = true }
    }
  }

  /// In English; `t` is what is left of `isn’t`.
  private static let negations = Set(
    ["not", "no", "never", "nor", "neither", "nobody", "nothing", "none", "hardly", "without", "t"]
      .map { Array($0.utf8) })

  /// Runs of letters and digits, capital letters of ASCII as small ones.
  private static func words(of text: ArraySlice<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = [[]]
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case 0x41...0x5A: words[words.count - 1].append(byte | 0x20)
      // Quotation marks and dashes, which editions differ in.
      case 0xE2 where index + 2 < text.endIndex && text[index + 1] == 0x80:
        words.append([])
        index += 2
      case 0x30...0x39, 0x61...0x7A, 0x80...: words[words.count - 1].append(byte)
      default: words.append([])
      }
      index += 1
    }
    return words.filter { !$0.isEmpty }
  }

  /// Whether one is a misspelling of the other: of a short word nothing may differ, of a longer one a
  /// letter, or two that changed places, of a long one two letters. Numbers must be the same.
  private static func areAlike(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if first == second { return true }
    let length = max(first.count, second.count)
    guard length > 3, abs(first.count - second.count) <= 2,
      !(first + second).contains(where: { (0x30...0x39).contains($0) })
    else { return false }
    let limit = length >= 8 ? 2 : 1
    if Alignment.distance(first, second, limit: limit) != nil { return true }
    return first.count == second.count && zip(first, second).count { $0 != $1 } == 2
      && first.sorted() == second.sorted()
  }
}
