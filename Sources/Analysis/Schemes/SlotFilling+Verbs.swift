/// Which words of a sentence are its verbs.
extension SlotFilling {
  /// Whether there is a finite verb besides those of clauses that hang on others: "the idea that it is
  /// so" has none.
  func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    let verbs = range.dropFirst().filter { tokens[$0 - 1].word != "to" && isVerb($0) }
    let hangers = range.dropFirst().filter { tokens[$0].isHanger }
    if let first = range.first, Self.contracted.contains(tokens[first].word) { return true }
    guard let verb = verbs.first else { return false }
    return hangers.first.map { verb < $0 } ?? true || verbs.count > hangers.count
  }

  /// Subjects that bring their verb.
  static let contracted: Set<String> = [
    "it's", "that's", "there's", "he's", "she's", "they're", "we're", "they've", "we've",
  ]

  static let hangers: Set<String> = [
    "that", "which", "who", "what", "how", "whether", "if", "when", "why", "where", "whose",
  ]

  func isVerb(_ index: Int) -> Bool { verbs[index] }

  func isFinite(_ token: Phrase.Token) -> Bool { token.isFinite }

  /// Tokens with what the lists of verbs and of links say of them.
  static func told(_ tokens: [Phrase.Token]) -> [Phrase.Token] {
    var told = tokens
    for index in told.indices {
      // "the US" is no pronoun.
      if told[index].word == "us", told[index].form.contains(.allCapitals) {
        told[index].word = "u.s"
        told[index].categories = []
      }
      let token = told[index]
      told[index].isHanger =
        hangers.contains(token.word)
        || token.word == "case" && index > 0 && told[index - 1].word == "in"
      told[index].isFinite =
        (tellsFinite(token)
          || token.word == "amount" && index + 1 < told.count
            && told[index + 1].word == "to")
        && !token.followsHyphen
      // "the will", "a need"
      if index > 0, ambiguous.contains(token.word), noun(follows: tokens[index - 1]) {
        told[index].isFinite = false
      }
    }
    return told
  }

  private static let ambiguous: Set<String> = [
    "will", "need", "needs", "might", "can", "fears", "fear",
  ]

  private static func noun(follows token: Phrase.Token) -> Bool {
    articles.contains(token.word) || token.form.contains(.adjective)
      || ["their", "its", "his", "her", "our", "no", "free", "good", "this", "real"].contains(
        token.word)
  }

  func tellsVerb(_ index: Int) -> Bool {
    tokens[index].isFinite || isVerbByPlace(index)
      || !tokens[index].categories.isDisjoint(with: [.effect, .motive, .speech])
        && (tokens[index].form.contains(.endsInS) || tokens[index].form.contains(.endsInEd))
  }

  /// Whether a word that no list holds is a verb by what stands around it: a noun before it, with which it
  /// agrees, and an object after it.
  func isVerbByPlace(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    let (before, token, after) = (tokens[index - 1], tokens[index], tokens[index + 1])
    guard !token.isCapitalized, !token.followsMark, !after.followsMark,
      token.categories.isDisjoint(with: .function),
      before.categories.isDisjoint(with: .function),
      !before.form.contains(.adjective),
      token.form.isDisjoint(with: [.endsInLy, .endsInIng, .endsInEd, .number]),
      Self.objectStarters.contains(after.word), !token.word.hasSuffix("ss")
    else { return false }
    return token.form.contains(.endsInS) != before.form.contains(.endsInS)
  }

  private static let objectStarters: Set<String> = [
    "the", "a", "an", "its", "their", "our", "his", "her", "this", "these", "those", "no", "every",
    "all", "us", "them", "it", "him", "many", "some", "any",
  ]

  private static func tellsFinite(_ token: Phrase.Token) -> Bool {
    !token.isCapitalized && finite.contains(token.word)
      || !token.categories.isDisjoint(
        with: [.present, .pastVerb, .pastAuxiliary, .necessity, .future, .possibility])
        && !["not", "perhaps", "possibly", "maybe", "been", "being"].contains(token.word)
  }

  /// Verbs that are seldom anything else and that no class of words holds.
  private static let finite: Set<String> = [
    "engage", "engages", "complicates", "complicate", "foreshadows", "demonstrated", "resulted",
    "shares", "look", "hesitate", "suffers", "rewards", "conceals", "conceal", "justifies",
    "justify",
    "damages", "distracts", "distract", "widens", "deepens", "deepen", "divides", "breeds",
    "can't", "cannot", "couldn't", "won't", "wouldn't", "isn't", "aren't", "don't", "doesn't",
    "didn't", "wasn't", "weren't", "hasn't", "haven't", "shouldn't", "mustn't",
    "continue", "continues", "keep", "keeps", "seem", "seems", "want", "wants", "believe",
    "believes", "require", "requires", "represent", "represents", "reflect", "reflects", "come",
    "comes", "go", "goes", "gives", "give", "takes", "take", "know", "knows", "suffer", "suffers",
    "offers", "raises", "raise", "says", "say", "exist", "exists", "belong", "belongs", "include",
    "includes", "involve", "involves", "tell", "tells", "think", "thinks", "feel", "feels",
    "begins", "begin", "brings", "bring", "puts", "sees", "see", "gets", "get", "shows", "proves",
    "prove", "suggests", "suggest", "ignore", "ignores", "refuse", "refuses", "reject", "rejects",
    "oppose", "opposes", "rely", "relies", "lies", "lie", "looks", "sounds", "tend", "tends",
    "appear", "appears", "happens", "happen", "agree", "agrees", "argue", "argues", "insist",
    "insists", "lack", "lacks", "carries", "carry", "sends", "send", "demonstrates", "grow",
    "grows", "becomes", "become", "remains", "remain", "live", "lives", "struggle", "pay", "pays",
    "provides", "provide", "undermines", "threatens", "deserves", "deserve", "makes", "helps",
    "allow", "make", "create", "prevent", "enable", "encourage", "produce", "reduce", "improve",
    "destroy", "protect", "undermine", "threaten", "weaken", "strengthen", "disputes", "dispute",
    "doubts", "denies", "stands", "appeals", "captures", "constitutes", "constitute",
    "dictates", "creates", "explains",
    "explain", "teaches", "teach", "forgets", "fears", "wins", "loses", "lose", "turns", "stems",
    "arises", "arise", "depends", "depend", "follows", "allows", "prevents", "ensures", "ensure",
    "affects", "affect", "applies", "apply", "consists", "consist", "contains", "contain", "denies",
    "deny", "destroys", "enables", "encourages", "enhances", "enhance", "enjoys", "enjoy",
    "exposes",
    "faces", "fails", "falls", "feeds", "fuels", "gains", "governs", "ignites", "imposes", "impose",
    "implies", "imply", "inspires", "invites", "leads", "leaves", "maintains", "maintain",
    "matters",
    "misses", "operates", "owes", "owe", "perpetuates", "permits", "poses", "pose", "possesses",
    "possess", "preserves", "presents", "prevails", "promotes", "protects", "provokes", "pushes",
    "reaches", "receives", "receive", "recognises", "recognizes", "reduces", "refers", "reinforces",
    "relates", "reminds", "removes", "renders", "resembles", "respects", "rests", "reveals",
    "reveal", "rises", "runs", "saves", "seeks", "seek", "sells", "serves", "shapes", "speaks",
    "spends", "starts", "stays", "strengthens", "succeeds", "survives", "sustains", "symbolises",
    "thrives", "transforms", "trusts", "understands", "understand", "undergirds", "violates",
    "weakens", "works", "worries", "compounds", "disagrees", "disagree", "knows",
    "acknowledges", "acknowledge", "assumes", "assume", "confirms", "confirm", "indicates",
    "indicate",
    "concedes", "concede", "underwrites", "underwrite", "constrain", "constrains", "steals",
    "nullify", "nullifies", "harks", "hinges", "hinge",
    "amounts", "equates", "equate", "generates",
    "generate", "perpetuate", "reinforce", "exacerbates", "exacerbate", "worsens", "worsen",
    "endangers", "endanger", "hinders", "hinder", "jeopardises", "jeopardizes", "embodies",
    "embody", "entails", "entail", "tolerates", "tolerate", "accept", "accepts", "adopts", "adopt",
    "combines",
    "combine", "contradicts", "contradict", "contributes", "contribute", "defines",
    "defies", "defy", "delivers", "deliver", "determines", "determine", "discourages",
    "discourage", "distorts", "distort", "dominates", "dominate", "embraces", "excludes", "exclude",
    "exploits", "exploit", "extends", "extend", "fosters", "foster", "ignites", "illustrates",
    "illustrate", "inflicts", "inflict", "introduces", "introduce", "justify", "legitimises",
    "legitimizes", "obscures", "obscure", "occupies",
    "offend", "offends", "overlooks", "overlook", "punishes",
    "punish", "pursues", "pursue", "restricts", "restrict", "satisfies",
    "satisfy", "silences", "simplifies", "solves", "solve", "stifles", "stifle", "suppresses",
    "suppress", "tackles", "transcends", "undercuts", "unites", "vindicates",
  ]
}
