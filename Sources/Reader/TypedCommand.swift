/// A command's name, or the beginning of one, as it was typed after the colon, and what stands around it.
struct TypedCommand: Sendable, Hashable {
  /// Without the mark that forces.
  var name: String
  /// Whether an exclamation mark follows the name.
  var isForced: Bool
  /// All that stands before the argument; `nil` where no blank follows the name.
  var lead: String?
  /// What follows, with the blanks at its end.
  var argument: String

  /// - Returns: `nil` for blanks.
  init?(_ text: String) {
    let blanks = text.prefix { $0 == " " }
    let word = text[blanks.endIndex...].prefix { $0 != " " }
    guard !word.isEmpty else { return nil }
    let gap = text[word.endIndex...].prefix { $0 == " " }
    isForced = word.hasSuffix("!")
    name = String(isForced ? word.dropLast() : word)
    lead = gap.isEmpty ? nil : String(text[..<gap.endIndex])
    argument = String(text[gap.endIndex...])
  }
}
