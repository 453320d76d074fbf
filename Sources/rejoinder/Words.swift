/// The words of the command line.
enum Words {
  /// Commands that take their FILE before a verb.
  private static let verbs: [String: [String]] = [
    "annotate": AnnotateCommand.verbs, "reply": ReplyCommand.verbs,
  ]

  private static let helpFlags: Set<String> = [
    "-h", "--help", "-help", "--version", "--help-hidden", "--experimental-dump-help",
  ]

  /// Whether the verbs of a command come after the essay.
  static func takesFileFirst(_ path: [String]) -> Bool {
    path.count == 1 && path.allSatisfy { verbs[$0] != nil }
  }

  /// `annotate FILE add …` as `annotate add FILE …`, which is how the parser wants it; both are
  /// understood.
  ///
  /// - Parameter words: With the program's name.
  /// - Returns: Without it.
  static func verbFirst(_ words: [String]) throws(Failure) -> [String] {
    var words = Array(words.dropFirst())
    guard let first = words.first, let verbs = verbs[first], words.count > 1 else { return words }
    guard let place = words.indices.dropFirst().first(where: { verbs.contains(words[$0]) }) else {
      if !Set(words).isDisjoint(with: helpFlags) || words[1] == "help" { return words }
      throw Failure(
        .usage,
        "wrong usage: \(first): say what to do: rejoinder \(first) FILE "
          + verbs.joined(separator: "|"))
    }
    if place == 1 { return words }
    words.insert(words.remove(at: place), at: 1)
    return words
  }
}
