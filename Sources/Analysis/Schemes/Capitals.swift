/// Tells whether a word that begins a sentence is a name, by how the text around writes it.
struct Capitals: Sendable {
  enum Use: Sendable, Hashable {
    /// In lower case somewhere: the capital belongs to the sentence.
    case ordinary
    /// Capitalised inside a sentence and never in lower case.
    case name
    case unknown
  }

  /// How far to look on either side, in bytes.
  private static let reach = 32_768

  private let window: ArraySlice<UInt8>

  init(_ utf8: [UInt8], around range: Range<Int>) {
    window =
      utf8[
        max(0, range.lowerBound - Self.reach)..<min(utf8.count, range.upperBound + Self.reach)]
  }

  /// - Parameter word: In lower case.
  func use(of word: String) -> Use {
    let letters = Array(word.utf8)
    guard let first = letters.first, (0x61...0x7A).contains(first) else { return .unknown }
    var isName = false
    var index = window.startIndex
    let last = window.endIndex - letters.count
    while index <= last {
      if window[index] | 0x20 == first, isWord(letters, at: index) {
        if window[index] == first { return .ordinary }
        if isInsideSentence(index) { isName = true }
      }
      index += 1
    }
    return isName ? .name : .unknown
  }

  private func isWord(_ letters: [UInt8], at index: Int) -> Bool {
    if index > window.startIndex, Self.isLetter(window[index - 1]) { return false }
    let end = index + letters.count
    if end < window.endIndex, Self.isLetter(window[end]) { return false }
    for offset in letters.indices.dropFirst() where window[index + offset] != letters[offset] {
      return false
    }
    return true
  }

  /// Whether a letter or a comma and a space stand before: no sentence begins there.
  private func isInsideSentence(_ index: Int) -> Bool {
    guard index >= window.startIndex + 2, window[index - 1] == 0x20 else { return false }
    let before = window[index - 2]
    return before == UInt8(ascii: ",") || (0x61...0x7A).contains(before)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
