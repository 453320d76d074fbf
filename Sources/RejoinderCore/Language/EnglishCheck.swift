/// Tells English from other languages by the share of its commonest function words.
///
/// About two in five words of English prose are among them, far fewer of any other language's, so a
/// page is enough; it is no more than a check, and a list of names or a line of verse may fail it.
public enum EnglishCheck {
  /// What a text's words say about its language.
  public enum Verdict: Sendable, Hashable {
    case english, other
    /// Too few words to tell.
    case unknown
  }

  /// Fewer words than these prove nothing.
  private static let enough = 24
  /// Share of function words from which a text counts as English, in percent. Prose in other
  /// languages that share words with English ("a", "in", "is", "on") stays below 15.
  private static let threshold = 20

  /// Looks at up to 16 KB.
  ///
  /// - Parameter bytes: UTF-8 text.
  public static func verdict(on bytes: ArraySlice<UInt8>) -> Verdict {
    var words = 0
    var functionWords = 0
    var hash: UInt64 = 0
    var length = 0
    for byte in bytes.prefix(16_384) {
      let lower = byte | 0x20
      if (lower >= 0x61 && lower <= 0x7A) || byte >= 0x80 {
        hash = (hash << 8) | UInt64(byte >= 0x80 ? byte : lower)
        length += 1
      } else if length > 0 {
        words += 1
        if length < 8, commonest.contains(hash) { functionWords += 1 }
        hash = 0
        length = 0
      }
    }
    guard words >= enough else { return .unknown }
    return functionWords * 100 >= words * threshold ? .english : .other
  }

  /// Words of at most seven letters, packed into one number each, last letter lowest.
  private static let commonest: Set<UInt64> = Set(
    """
    the of and to in is that it for was on are as with be by this have from or had not but what \
    all were when we there can an your which their if will each about how up out them then she \
    many some so these would other into has more her him could no than been its who now did my \
    over our they you he his at do
    """.utf8.split(separator: UInt8(ascii: " ")).map { $0.reduce(0) { $0 << 8 | UInt64($1) } })
}
