/// What can be set against a claim in its own words: what it grants, what it advises for or against.
extension SlotFilling {
  /// What is granted before the main clause or after it: what follows "although" or "while" at the beginning
  /// or after a comma, or stands before ", but".
  func granted() -> String? {
    let range: Range<Int>?
    if leadIn < tokens.count, let opening = grantedOpening() {
      range = opening
    } else if let but = tokens.indices.dropFirst(leadIn + 3).first(where: {
      tokens[$0].word == "but" && tokens[$0].followsMark && !tokens[$0].opensClause
    }) {
      // "Not a plan, but a wish" grants nothing.
      range = mainClause.map { $0.lowerBound > but } ?? false ? leadIn..<but : nil
    } else if let link = tokens.indices.dropFirst(leadIn + 3).first(where: {
      tokens[$0].followsMark && ["although", "though"].contains(tokens[$0].word)
        || tokens[$0].followsMark && tokens[$0].word == "even" && $0 + 1 < tokens.count
          && tokens[$0 + 1].word == "though"
    }) {
      range =
        mainClause == nil ? nil : (tokens[link].word == "even" ? link + 2 : link + 1)..<tokens.count
    } else {
      range = nil
    }
    guard let range, range.count <= Self.longestGranted, isStatement(range), isWholeThought(range),
      !isStory(range), !isHeldWithTongs(range), weighs(range),
      !Self.unquotable.contains(tokens[range.lowerBound].word)
    else { return nil }
    return withoutSentenceCapital(range)
  }

  private func grantedOpening() -> Range<Int>? {
    var start = leadIn
    if tokens[start].word == "even" { start += 1 }
    guard start + 2 < tokens.count, ["although", "though", "while"].contains(tokens[start].word),
      !tokens[start + 1].form.contains(.endsInIng), mainClause != nil,
      let end = tokens.indices[(start + 1)...].dropFirst().first(where: {
        tokens[$0].followsMark && !isInside($0, from: start + 1)
      }), !tokens[end].opensClause
    else { return nil }
    return start + 1..<end
  }

  /// Whether what is granted could tip the scales: it judges, or says what comes of something, and is not
  /// itself left open or put off to the future.
  private func weighs(_ range: Range<Int>) -> Bool {
    tokens[range].contains {
      !$0.isCapitalized && !$0.categories.isDisjoint(with: [.good, .effect, .principle])
        || $0.form.contains(.superlative)
    }
      && !tokens[range].contains {
        !$0.categories.isDisjoint(with: [.possibility, .future]) && $0.word != "can"
          || $0.categories.contains(.negation) || ["should", "course", "news"].contains($0.word)
      }
  }

  private static let longestGranted = 24
  private static let unquotable: Set<String> = ["that", "that's", "one", "what", "both"]

  /// What something is said not to be in "it is not a plan; it is a wish" and "it is not a plan but a wish",
  /// and it as an object.
  func denied() -> (words: String, topic: String)? {
    for index in tokens.indices.dropFirst(leadIn + 1).dropLast(4)
    where tokens[index].word == "not" && ["is", "are"].contains(tokens[index - 1].word) {
      let start = index + 1
      guard Self.articles.contains(tokens[start].word),
        let end = tokens.indices[start...].dropFirst().prefix(8).first(where: {
          tokens[$0].followsMark || tokens[$0].word == "but"
        }), end + 1 < tokens.count, isOpposed(end), isSound(start..<end),
        !tokens[start..<end].contains(where: { ["only", "question"].contains($0.word) })
      else { continue }
      return (phrase.string(start..<end), tokens[index - 1].word == "is" ? "it" : "them")
    }
    return nil
  }

  /// Whether what something is instead follows at a token.
  private func isOpposed(_ index: Int) -> Bool {
    if tokens[index].word == "but" { return Self.articles.contains(tokens[index + 1].word) }
    return tokens[index].opensClause
      && ["it", "they", "it's", "they're", "this", "that"].contains(tokens[index].word)
  }

  /// What should be done, where nobody is named who should do it: "It is time to …", "It is vital to …".
  func duty() -> String? { advice(Self.advising) ?? command() }

  /// What a sentence commands: "abolish the fines" of "Abolish the fines."
  private func command() -> String? {
    guard leadIn + 2 < tokens.count, Self.commanding.contains(tokens[leadIn].word),
      tokens[leadIn + 1].word != "no",
      tokens[leadIn + 1].categories.contains(.article)
        || ["the", "a", "an", "what", "those", "these", "this", "that", "all", "every"].contains(
          tokens[leadIn + 1].word)
    else { return nil }
    return (wholePhrase(from: leadIn) ?? untilStatement(from: leadIn)).map {
      $0.prefix(1).lowercased() + $0.dropFirst()
    }
  }

  /// What stands before a comma and an "and" that goes on commanding.
  private func untilStatement(from start: Int) -> String? {
    guard let end = tokens.indices[start...].dropFirst().first(where: { tokens[$0].followsMark }),
      ["and", "then"].contains(tokens[end].word), (3...12).contains(end - start),
      !Self.loose.contains(tokens[end - 1].word), !isOpenBracket(start..<end)
    else { return nil }
    return phrase.string(start..<end)
  }

  private static let commanding: Set<String> = [
    "abolish", "buy", "end", "stop", "ban", "repeal", "restore", "build", "cut", "raise", "tax",
    "fund",
    "free", "close", "open", "give", "keep", "leave", "make", "pay", "publish", "reform", "release",
    "scrap", "sell", "spend", "teach", "break", "cancel", "change", "drop", "fix", "halt", "lift",
    "limit", "protect", "punish", "reject", "replace", "support", "defend", "demand", "require",
    "allow",
  ]

  /// What should not be done: "It is foolish to …".
  func misdeed() -> String? { advice(Self.dissuading) }

  private func advice(_ words: Set<String>) -> String? {
    guard
      let to = tokens.indices.dropFirst(leadIn + 2).prefix(8).first(where: {
        tokens[$0].word == "to" && words.contains(tokens[$0 - 1].word)
      }), !tokens[to].followsMark
    else { return nil }
    let opening = tokens[leadIn..<to]
    guard let first = opening.first, ["it", "it's", "that", "this"].contains(first.word),
      !opening.contains(where: {
        $0.categories.contains(.negation) || $0.followsMark && $0.range != first.range
          || ["more", "less", "if", "was", "were", "had", "have", "been"].contains($0.word)
      }), first.word == "it's" || opening.contains(where: { ["is", "be"].contains($0.word) })
    else { return nil }
    if ["that", "this"].contains(first.word) { return nil }
    return verbPhrase(from: skippingAdverbs(to + 1))
  }

  private static let advising: Set<String> = [
    "time", "important", "vital", "essential", "crucial", "necessary", "imperative", "right",
    "best",
    "better", "reasonable", "sensible", "fair", "wise", "legitimate", "urgent", "incumbent",
  ]
  static let dissuading: Set<String> = [
    "wrong", "foolish", "dangerous", "naive", "naïve", "unfair", "irresponsible", "unjust",
    "absurd",
    "ridiculous", "unreasonable", "cruel", "mistake", "hypocritical", "immoral", "shameful",
    "counterproductive", "pointless", "futile", "premature", "unwise", "risky", "misleading",
    "folly", "insulting", "mistaken", "unrealistic",
  ]
}
