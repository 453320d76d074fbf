/// One thing that can be said to the reader in lines, and what it does.
///
/// What the table of commands has a name for keeps that name; here stand the short words for the
/// commands of every minute, and those that take words where the screen opens a text.
public struct LinearWord: Sendable {
  enum Action: Sendable, Hashable {
    /// A command of the table; what is under the cursor afterwards is read out.
    case command(Command)
    case nextParagraph, rest, again, claim, why, counters
    /// A text: given with the word, or in the lines after it.
    case write(Command)
    /// A command of the table about the counterargument of the number that is given.
    case onCounterargument(Command)
    case retype, replies, place, help
  }

  public let name: String
  /// The same in fewer letters.
  public let short: String?
  public let argument: String?
  public let help: String
  let action: Action

  init(
    _ name: String, _ short: String? = nil, _ argument: String? = nil, _ action: Action,
    _ help: String
  ) {
    self.name = name
    self.short = short
    self.argument = argument
    self.help = help
    self.action = action
  }

  public static let table: [LinearWord] = [
    LinearWord(
      "next", "n", nil, .command(.nextSentence), "Read the next sentence; so does an empty line"),
    LinearWord("back", "b", nil, .command(.previousSentence), "Read the sentence before"),
    LinearWord("paragraph", "p", nil, .nextParagraph, "Read the next paragraph as a whole"),
    LinearWord("rest", nil, nil, .rest, "Read everything from here on"),
    LinearWord("again", nil, nil, .again, "Read the same once more"),
    LinearWord("claim", "]", "N", .claim, "Go to the next claim, or to the claim of that number"),
    LinearWord("previous", "[", nil, .command(.previousClaim), "Go to the claim before"),
    LinearWord("find", "/", "WORDS", .command(.search), "Search for words; again without words"),
    LinearWord("where", nil, nil, .place, "Say how far you have come"),
    LinearWord("why", nil, nil, .why, "Say why this was marked"),
    LinearWord("counters", nil, nil, .counters, "List what is said against the claim"),
    LinearWord("counter", "c", "TEXT", .write(.addCounterargument), "Add a counterargument"),
    LinearWord("note", "i", "TEXT", .write(.note), "Write a note about the passage"),
    LinearWord(
      "reply", "r", "TEXT", .write(.reply), "Quote the claim in your reply, and go on writing"),
    LinearWord("new-reply", nil, "TEXT", .write(.newReply), "Begin another reply with the claim"),
    LinearWord("replies", nil, nil, .replies, "Read out your replies"),
    LinearWord("accept", "a", nil, .command(.accept), "Accept: this sentence is a claim"),
    LinearWord("reject", "x", nil, .command(.reject), "Reject: this sentence is no claim"),
    LinearWord(
      "retype", "t", "KIND", .retype,
      "Change what it is: fact, value, policy, thesis, premise, other"),
    LinearWord("mark", "m", nil, .command(.markClaim), "Mark the sentence as a claim"),
    LinearWord(
      "pin", nil, "N", .onCounterargument(.pin),
      "Pin the counterargument of that number, or unpin it"),
    LinearWord("dismiss", nil, "N", .onCounterargument(.dismiss), "Dismiss it, or bring it back"),
    LinearWord("rate-up", nil, "N", .onCounterargument(.rateUp), "Rate it higher"),
    LinearWord("rate-down", nil, "N", .onCounterargument(.rateDown), "Rate it lower"),
    LinearWord("answer", nil, "N", .onCounterargument(.reply), "Bring it along in your reply"),
    LinearWord("undo", "u", nil, .command(.undo), "Undo the last change"),
    LinearWord("redo", nil, nil, .command(.redo), "Redo what was undone"),
    LinearWord("help", "?", nil, .help, "List these words"),
    LinearWord(
      "quit", "q", nil, .command(.quit), "Keep everything and leave; so does the end of input"),
  ]

  /// Commands of the table that say something in lines too, by the names that they have there.
  static let others: [Command] = [
    .start, .end, .previousParagraph, .nextMatch, .previousMatch, .delete, .write,
    .nextClaim, .previousClaim, .nextSentence, .previousSentence, .nextEssay, .previousEssay,
    .reload,
  ]

  /// The word that is meant: by its name, its short form, or a beginning that no other has.
  static func named(_ name: String) -> [LinearWord] {
    if let exact = table.first(where: { $0.name == name || $0.short == name }) { return [exact] }
    return table.filter { $0.name.hasPrefix(name) }
  }
}
