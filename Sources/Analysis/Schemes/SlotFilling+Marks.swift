/// Where a statement goes on after a mark, and where it may be cut.
extension SlotFilling {
  /// Whether the mark before a token is one that the statement goes on after: it parts the items of a
  /// list, ends an aside between subject and verb, holds a word or two with tongs or a few in brackets, or
  /// stands before a condition or a last word on where and when it holds.
  func isInside(_ index: Int, from start: Int) -> Bool {
    guard tokens[index].followsMark, !tokens[index].opensClause, index > start else { return false }
    let gap = gap(before: index)
    if gap.allSatisfy(Self.isQuotation) || isInBrackets(index, from: start) { return true }
    guard gap.elementsEqual(", ".utf8) else { return false }
    if !hasFiniteVerb(start..<index) { return tokens[start].word != "true" }
    let word = tokens[index].word
    if Self.conditions.contains(word) { return true }
    if ["and", "or"].contains(word) { return endsList(index, from: start) }
    return isListItem(index) || isLastAdjunct(index) || isBetweenAdjectives(index)
  }

  /// Whether a comma parts two adjectives of one noun: "a sustainable, cheap ferry".
  private func isBetweenAdjectives(_ index: Int) -> Bool {
    guard index >= 2, index + 1 < tokens.count, isAdjective(tokens[index - 1]),
      tokens[index].categories.isDisjoint(with: .function),
      !tokens[index].form.contains(.endsInIng),
      !tokens[index + 1].followsMark, !isVerb(index), !isVerb(index + 1)
    else { return false }
    let before = tokens[index - 2]
    return Self.articles.contains(before.word) || before.categories.contains(.preposition)
      || ["more", "most", "very", "of", "their", "its", "our", "his", "her", "no"].contains(
        before.word)
  }

  func isAdjective(_ token: Phrase.Token) -> Bool {
    token.form.contains(.adjective) || Self.plainAdjectives.contains(token.word)
  }

  private static let conditions: Set<String> = [
    "if", "unless", "until", "provided", "once", "lest",
  ]

  /// The bytes between a token and the one before it.
  func gap(before index: Int) -> ArraySlice<UInt8> {
    phrase.utf8[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
  }

  /// Whether a bracket opens before a token and closes a few words on, or closes here what opened after
  /// `start`.
  private func isInBrackets(_ index: Int, from start: Int) -> Bool {
    let (open, close) = (UInt8(ascii: "("), UInt8(ascii: ")"))
    if gap(before: index).elementsEqual(" (".utf8) {
      return tokens.indices[index...].dropFirst().prefix(Self.longestBracket).contains {
        gap(before: $0).elementsEqual(") ".utf8)
      }
    }
    guard gap(before: index).elementsEqual(") ".utf8) else { return false }
    let bytes = phrase.utf8[tokens[start].range.lowerBound..<tokens[index].range.lowerBound]
    return bytes.count { $0 == open } == bytes.count { $0 == close }
  }

  private static let longestBracket = 6

  /// Whether all that follows a comma says where, when or how, phrase by phrase: ", with a bell, on every
  /// island that has a harbour".
  private func isLastAdjunct(_ index: Int) -> Bool {
    var start = index
    while start < tokens.count {
      guard tokens[start].categories.contains(.preposition) || tokens[start].word == "with",
        !["without", "like", "despite", "than"].contains(tokens[start].word)
      else { return false }
      let end =
        tokens.indices[start...].dropFirst().first { tokens[$0].followsMark } ?? tokens.count
      let phrase = tokens[start..<end]
      let own = phrase.prefix { !$0.isHanger }
      guard !own.contains(where: isFinite), end - start <= Self.longestAdjunct,
        end == tokens.count || gap(before: end).elementsEqual(", ".utf8)
      else { return false }
      start = end
    }
    return true
  }

  private static let longestAdjunct = 10

  /// Whether a statement may end where a range ends: with the sentence, or before something that it can do
  /// without. What follows must be a statement of its own or a remark, never a part of the thought.
  func mayEnd(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    guard end < tokens.count else { return true }
    guard tokens[end].followsMark else { return isComplete(range) }
    let gap = gap(before: end)
    if gap.contains(UInt8(ascii: ";")) { return isComplete(range) }
    if gap.contains(UInt8(ascii: ":")) {
      return isComplete(range)
        && !tokens[range].suffix(3).contains { Self.pointing.contains($0.word) }
    }
    if tokens[end].opensClause {
      // "an Arab - produced film"
      return isComplete(range) && tokens.count - end >= 3 && !isDashAside(end)
        && tokens[end].form.isDisjoint(with: [.endsInEd, .endsInIng, .adjective])
    }
    guard gap.elementsEqual(", ".utf8), isComplete(range), hasFiniteVerb(range) else {
      return false
    }
    return isLoose(end, after: range)
  }

  /// Words before a colon after which the thought is still to come.
  private static let pointing: Set<String> = [
    "this", "these", "following", "simple", "clear", "obvious", "question", "answer", "point",
    "message", "lesson", "problem", "thing", "things", "choice", "same", "reason", "reasons", "is",
    "are", "two", "three", "way", "ways", "that", "facts", "fact",
  ]

  /// Whether what follows a comma can be left off.
  private func isLoose(_ index: Int, after range: Range<Int>) -> Bool {
    let token = tokens[index]
    let rest = tokens[index...].dropFirst()
    let last = tokens[range.upperBound - 1]
    // "a new, equally good plan"
    if isFinite(last), !last.form.contains(.endsInS),
      Self.auxiliaries.contains(last.word)
        || !tokens[range].suffix(4).contains(where: \.isHanger)
    {
      return false
    }
    if isAdjective(last), !Self.asides.contains(token.word), !Self.nextClause.contains(token.word),
      token.categories.isDisjoint(with: [.article]), !Self.statementStarters.contains(token.word)
    {
      return false
    }
    let goesOn = rest.contains { $0.followsMark }
    if rest.isEmpty { return ["however", "though", "too"].contains(token.word) }
    switch token.word {
    case "and", "yet", "so":
      // "and the boats are gone", "and hurts the poor", but not "and in the winter, the boats …"
      let opening = rest.prefix(8).prefix { !$0.followsMark }
      return opening.contains(where: isFinite)
    case "as":
      return Self.statementStarters.contains(rest.first?.word ?? "")
        && rest.prefix(7).contains(where: isFinite)
    case "but", "or", "nor", "than", "if", "unless", "when", "until", "rather", "instead",
      "according", "even", "for", "like", "except", "whether", "then", "that", "however",
      "though", "too", "therefore", "thus":
      return false
    case "which", "who", "whose", "where":
      // "There are cities, where …" says of nothing yet what it is like.
      return tokens[range.lowerBound].word != "there"
    // What is set against something else is half of a thought.
    case "whereas": return false
    case "while", "although", "because", "since":
      return true
    case "not":
      return !goesOn
    case "including", "particularly", "especially", "such": return true
    case "with", "without", "despite": return !goesOn
    default: break
    }
    if token.form.contains(.endsInIng) { return !isListed(index) }
    if token.form.contains(.endsInEd) { return !goesOn && !rest.contains(where: isFinite) }
    return opensApposition(index)
  }

  private func isListed(_ index: Int) -> Bool {
    tokens.indices[index...].dropFirst().prefix(5).contains {
      $0 + 1 < tokens.count && tokens[$0].word == "and" && tokens[$0 + 1].form.contains(.endsInIng)
    }
  }

  /// Whether what follows a comma is said of what stands before it, "…, a thing that nobody wants", or is
  /// a statement of its own, "…, the boats are gone".
  private func opensApposition(_ index: Int) -> Bool {
    if ["a", "an", "something", "one"].contains(tokens[index].word) { return true }
    return Self.statementStarters.contains(tokens[index].word)
      && tokens[index...].dropFirst().prefix(5).contains(where: isFinite)
  }

  private static let plainAdjectives: Set<String> = [
    "new", "good", "short", "long", "paying", "loving", "old", "bad", "hard", "young", "poor",
    "rich",
    "big", "large", "small", "great", "deep", "high", "low", "free", "fair", "strong", "weak",
    "open",
  ]

  /// A space or a byte of a quotation mark.
  private static func isQuotation(_ byte: UInt8) -> Bool {
    [0x20, 0x22, 0xE2, 0x80, 0x9C, 0x9D].contains(byte)
  }

  /// Whether as many quotations end in a range as begin in it.
  func hasOpenQuotation(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first, let last = tokens[range].last else { return false }
    let bytes = phrase.utf8[first.range.lowerBound..<last.range.upperBound]
    let end = last.range.upperBound
    return bytes.count(where: { $0 == 0x22 }) == 1 && end < phrase.utf8.count
      && (phrase.utf8[end] == 0x22
        || end + 1 < phrase.utf8.count && phrase.utf8[end + 1] == 0x22)
  }

  /// The words of a range, with the quotation mark that closes the last of them.
  func closed(_ range: Range<Int>) -> String {
    phrase.string(range) + (hasOpenQuotation(range) ? "\"" : "")
  }

  func isBalanced(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first, let last = tokens[range].last else { return true }
    let bytes = phrase.utf8[first.range.lowerBound..<last.range.upperBound]
    var opened = 0
    var straight = 0
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == 0x22 { straight += 1 }
      guard index >= bytes.startIndex + 2, bytes[index - 2] == 0xE2, bytes[index - 1] == 0x80
      else { continue }
      if byte == 0x9C { opened += 1 } else if byte == 0x9D { opened -= 1 }
    }
    return straight % 2 == 0 && opened == 0
  }

  /// Whether "A, B and C" goes on at a token: "and" or "or" comes before another verb does.
  func isListItem(_ index: Int) -> Bool {
    guard !Self.nextClause.contains(tokens[index].word), !Self.asides.contains(tokens[index].word),
      !tokens[index].form.contains(.endsInIng)
    else { return false }
    for next in tokens.indices[index...].prefix(8) {
      if next > index, ["and", "or"].contains(tokens[next].word) {
        return !(tokens[next...].dropFirst(2).prefix(3).contains(where: isFinite))
      }
      if isFinite(tokens[next]) || tokens[next].opensClause { return false }
    }
    return false
  }

  /// Whether ", and" at a token brings the last item of a list that began after `start`.
  func endsList(_ index: Int, from start: Int) -> Bool {
    guard let comma = tokens.indices[start..<index].last(where: { tokens[$0].followsMark }),
      index - comma <= 8, !isVerb(comma)
    else { return false }
    return !tokens[index...].dropFirst().prefix(while: { !$0.followsMark }).prefix(8)
      .contains(where: isFinite)
  }

  /// Whether a clause has its verb, and one that hangs on it has its own.
  func isComplete(_ range: Range<Int>) -> Bool {
    if let first = tokens[range].first, Self.contracted.contains(first.word) { return true }
    guard let verb = range.dropFirst().first(where: isVerb) else { return false }
    guard let hanger = range.suffix(from: verb).last(where: { tokens[$0].isHanger }) else {
      return true
    }
    // "that bridge" has no verb of its own.
    if tokens[hanger].word == "that", range.upperBound - hanger <= 5, !isVerb(hanger - 1) {
      return true
    }
    return range.suffix(from: hanger + 1).contains(where: isVerb)
  }

  /// Whether a dash at a token opens an aside after which the clause goes on.
  func isDashAside(_ index: Int) -> Bool {
    let gap = phrase.utf8[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
    guard !gap.contains(UInt8(ascii: ":")), !gap.contains(UInt8(ascii: ";")) else { return false }
    return tokens[(index + 1)...].contains { $0.opensClause }
  }
}
