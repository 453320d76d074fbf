/// What a main clause is like, which tells how it can be doubted.
enum Trait: Sendable, Hashable {
  /// It says why something is so: "because" stands in it.
  case explained
  /// It says what it gives a reason for.
  case grounded
  /// It says how much, or more or less than another.
  case degree
  /// It says what goes on in heads, or of most or many.
  case unseen
  /// It says something of all, or always, or never.
  case universal
  /// It says that something cannot be had without something else.
  case necessary
  /// It says what is the main thing.
  case foremost
  /// It says how things are, will be or should be, and not how they came about.
  case timeless
  /// It says what would be good to do: "it is vital to".
  case duty
  /// It calls good or bad, says what comes of something, or sets one thing above all others.
  case weighty
  /// It says that something will happen that is not settled, or that something good or bad will be.
  case forecast
  /// It judges or weighs something that can be told, strongly enough to be disputed.
  case disputable
  /// It judges, weighs or foretells at all, or calls for something that can be done.
  case arguable
  /// It calls for something that can be done, and not only thought of, looked at or worked on.
  case actionable
}

extension SlotFilling {
  /// Whether the main clause is like that; `false` where it cannot be told.
  func has(_ trait: Trait) -> Bool {
    guard trait != .grounded else { return saysWhatFollows }
    guard let clause = mainClause, let verb = predicate else { return false }
    let predicate = verb..<clause.upperBound
    let own = verb..<(predicate.dropFirst().first { tokens[$0].isHanger } ?? clause.upperBound)
    switch trait {
    case .grounded: return true
    case .explained:
      return tokens[predicate].contains { $0.word == "because" } && !isDenied(own)
    case .degree:
      return compares(own) || ranksFirst(own) && !isDenied(own)
    case .unseen:
      if Self.many.contains(tokens[clause.lowerBound].word) { return true }
      return isOfMinds(clause, own)
        && tokens[own].prefix(3).contains { Self.minds.contains($0.word) }
    case .universal:
      guard isTimeless(verb, in: clause),
        !["was", "been", "not"].contains(where: { word in
          tokens[own].prefix(3).contains { $0.word == word }
        })
      else { return false }
      if Self.universals.contains(tokens[clause.lowerBound].word) {
        return !["this", "that", "these"].contains(tokens[clause.lowerBound + 1].word)
      }
      return tokens[own].prefix(4).contains { $0.word == "never" }
        || !isDenied(own)
          && tokens[own].prefix(4).contains { ["always", "everywhere"].contains($0.word) }
    case .weighty:
      return tokens[clause].contains {
        !$0.isCapitalized
          && (!$0.categories.isDisjoint(with: Self.judging) || $0.form.contains(.superlative))
      }
    case .forecast:
      return verb + 1 < clause.upperBound
        && (!tokens[own].dropFirst().prefix(2).contains { Self.states.contains($0.word) }
          || tokens[clause].contains {
            !$0.isCapitalized
              && (!$0.categories.isDisjoint(with: Self.judging) || $0.form.contains(.superlative))
          })
    case .necessary:
      if Self.being.contains(tokens[verb].word), !isDenied(own),
        tokens[clause.lowerBound].word != "it",
        let need = own.dropFirst().prefix(2).first(where: {
          ["necessary", "essential", "vital", "crucial", "indispensable"].contains(tokens[$0].word)
        }), need + 2 < clause.upperBound, ["to", "for"].contains(tokens[need + 1].word)
      {
        return true
      }
      return !isDenied(own) && Self.requirements.contains(tokens[verb].word)
        && verb + 1 < clause.upperBound && !["to", "partly"].contains(tokens[verb + 1].word)
        && tokens[verb - 1].word != "only"
    case .foremost:
      return !isDenied(own) && tokens[clause.lowerBound].word != "it"
        && (Self.being.contains(tokens[verb].word) || tokens[verb].word.hasPrefix("continue"))
        && (clause.lowerBound..<min(own.upperBound, verb + 3)).dropLast().contains {
          Self.foremost.contains(tokens[$0].word)
            && ($0 < verb || tokens[$0 - 1].categories.contains(.article))
            && tokens[$0 + 1].categories.isDisjoint(with: .function) && !isVerb($0 + 1)
        }
    case .duty:
      return tokens[clause.lowerBound].word == "it" && Self.being.contains(tokens[verb].word)
        && !isDenied(own) && tokens[own].dropFirst().prefix(4).contains { $0.word == "to" }
        && tokens[own].dropFirst().prefix(3).contains { Self.standards.contains($0.word) }
    case .timeless:
      return isTimeless(verb, in: clause)
        || !tokens[verb].categories.isDisjoint(with: [.future, .necessity])
    case .disputable: return isDisputable(clause, verb, own)
    case .actionable: return isActionable(clause, predicate)
    case .arguable:
      if tokens[verb].categories.contains(.necessity) { return isActionable(clause, predicate) }
      return tokens.first?.word != "perhaps"
        && (isDisputable(clause, verb, own)
          || tokens[verb].categories.contains(.future)
            && tokens[clause].contains { !$0.categories.isDisjoint(with: Self.judging) })
    }
  }

  /// Whether what is said of heads is said of others than the author and somebody pointed at.
  private func isOfMinds(_ clause: Range<Int>, _ own: Range<Int>) -> Bool {
    Self.objects[tokens[clause.lowerBound].word] == nil
      && !tokens[own.lowerBound].categories.contains(.necessity)
      && !tokens[own].contains { ["expected", "desire", "clear"].contains($0.word) }
  }

  /// Whether a verb says how things are at any time: it stands in the present and in no perfect, and calls
  /// for nothing.
  private func isTimeless(_ verb: Int, in clause: Range<Int>) -> Bool {
    let token = tokens[verb]
    guard
      token.categories.isDisjoint(
        with: [.pastVerb, .pastAuxiliary, .necessity, .future, .possibility])
        || ["can", "cannot", "can't"].contains(token.word),
      !token.form.contains(.endsInEd)
    else { return false }
    return !["has", "have"].contains(token.word)
      || !tokens[verb..<clause.upperBound].dropFirst().prefix(3).contains {
        $0.form.contains(.endsInEd) || ["been", "become", "never", "always"].contains($0.word)
      }
  }

  private func isActionable(_ clause: Range<Int>, _ predicate: Range<Int>) -> Bool {
    guard let call = predicate.dropFirst().first(where: { isDoing($0) }) else { return false }
    // "be precise", "be more careful" is nothing done.
    if tokens[call - 1].word == "be", !tokens[call].form.contains(.endsInEd),
      !Self.beenDone.contains(tokens[call].word)
    {
      return false
    }
    return !["it", "there", "one", "this", "no", "nobody"].contains(tokens[clause.lowerBound].word)
      && !isVague(call)
  }

  /// Whether a degree word or a comparative and a "than" stand in a predicate, or one that says itself that
  /// something is over or under its measure.
  private func compares(_ own: Range<Int>) -> Bool {
    guard
      own.lowerBound == 0 || tokens[own.lowerBound - 1].word != "there",
      !["deserves", "deserve", "deserved", "take", "takes"].contains(tokens[own.lowerBound].word),
      let degree = own.first(where: { Self.degrees.contains(tokens[$0].word) }),
      !tokens[own.lowerBound..<degree].contains(where: { ["intended", "take"].contains($0.word) })
    else { return false }
    if tokens[degree].word == "too" {
      return tokens[own.lowerBound].word != "do"
    }
    return tokens[(degree + 1)..<own.upperBound].contains { $0.word == "than" }
      && !["rather", "other"].contains(tokens[degree].word)
  }

  /// Whether a predicate puts its subject above all others: "is the most useful boat".
  private func ranksFirst(_ own: Range<Int>) -> Bool {
    guard Self.being.contains(tokens[own.lowerBound].word), own.count > 3 else { return false }
    let words = tokens[own].dropFirst().prefix(4)
    guard let the = words.firstIndex(where: { $0.word == "the" }), the - own.lowerBound <= 2,
      tokens[the - 1].word != "among",
      the + 1 < own.upperBound
    else { return false }
    let next = tokens[the + 1]
    return next.word == "most"
      || next.form.contains(.superlative) && !next.isCapitalized
        && !["first", "last", "latest", "best"].contains(next.word)
  }

  /// Whether a token can be the verb of what is called for.
  private func isDoing(_ index: Int) -> Bool {
    let token = tokens[index]
    return !token.form.contains(.endsInLy)
      && !["to", "also", "now", "not", "be", "then", "therefore", "instead", "at", "least"]
        .contains(token.word)
      && !Self.auxiliaries.contains(token.word) && !token.word.hasPrefix("need")
  }

  /// Whether what is called for is too vague to ask what came of it.
  func isVague(_ index: Int) -> Bool {
    Self.vague.contains(tokens[index].word)
  }

  private static let vague: Set<String> = [
    "work", "ask", "accept", "look", "focus", "act", "recognise", "recognize", "note", "consider",
    "demonstrate", "ensure", "acknowledge", "show", "address", "answer", "be", "feel", "lead",
    "raise",
    "think", "know", "understand", "remember", "realise", "realize", "admit", "learn", "listen",
    "see",
    "find", "have", "come", "go", "become", "serve", "try", "strive", "begin", "start", "agree",
    "concern", "worry", "expect", "hope", "face", "wait", "remain", "stay", "keep", "continue",
    "condemned", "seen", "noted", "said", "remembered", "understood", "examined", "discussed",
    "heard",
    "careful", "clear", "aware", "point", "mention", "imagine", "explain", "hear", "respond",
    "tell",
    "reflect", "care", "honour", "honor", "believe", "want", "wish", "say", "bear", "precise", "do",
    "reminded", "forgotten", "slain", "cast", "a", "an", "the", "our",
  ]

  static let judging: Categories = [.good, .bad, .universal, .effect, .principle]
  private static let states: Set<String> = [
    "be", "have", "always", "need", "take", "remain", "still", "also", "hold", "get", "play", "see",
    "know", "continue",
  ]

  func isDenied(_ range: Range<Int>) -> Bool {
    tokens[range].contains { $0.categories.contains(.negation) }
  }

  private static let crowds: Set<String> = [
    "people", "women", "men", "children", "voters", "workers", "parents", "teachers", "students",
    "doctors", "politicians", "leaders", "officials", "critics", "lawmakers", "conservatives",
    "liberals", "muslims", "christians", "jews", "israelis", "europeans", "germans", "migrants",
    "refugees", "immigrants", "employers", "companies", "corporations", "banks", "governments",
    "countries", "nations", "scholars", "academics", "experts", "citizens", "families",
    "households",
    "farmers", "soldiers", "protesters", "supporters", "opponents", "consumers", "customers",
    "investors", "executives", "managers", "elites", "donors", "fans", "girls", "boys",
    "minorities",
    "millennials", "owners", "tenants", "residents", "taxpayers", "universities", "newspapers",
    "arabs", "russians", "readers", "patients", "drivers", "scientists", "secularists", "rulers",
    "bankers", "lenders", "borrowers", "businesses", "firms", "states",
  ]

  private static let requirements: Set<String> = [
    "requires", "require", "depends", "depend", "needs", "relies", "rely", "demands",
  ]
  private static let foremost: Set<String> = [
    "main", "key", "central", "real", "fundamental", "primary", "chief", "biggest", "greatest",
    "core",
    "principal", "crucial", "decisive", "foremost", "overriding", "true",
  ]
  static let effects: Set<String> = [
    "cause", "causes", "undermine", "undermines", "help", "helps", "prevent", "prevents", "ensure",
    "ensures", "encourage", "encourages", "force", "forces", "produce", "produces", "increase",
    "increases", "reduce", "reduces", "strengthen", "strengthens", "weaken", "weakens", "improve",
    "improves", "destroy", "destroys", "protect", "protects", "fuel", "fuels", "threaten",
    "threatens",
    "harm", "harms", "erode", "erodes", "promote", "promotes", "hurt", "hurts", "distort",
    "distorts",
    "damage", "damages", "creates", "create", "drives", "breeds", "breed", "feeds", "deepens",
    "widens",
    "perpetuates", "perpetuate", "reinforces", "reinforce", "exacerbates", "exacerbate", "worsens",
    "endangers", "endanger", "hinders", "hinder", "leads", "lead", "generates", "generate", "makes",
    "make", "allows", "allow", "enables", "enable", "transforms", "transform", "divides", "divide",
    "jeopardises", "jeopardizes", "guarantees", "guarantee", "saves", "save", "ignites", "provokes",
  ]
  private static let degrees: Set<String> = [
    "more", "less", "most", "least", "better", "worse", "higher", "lower", "greater", "larger",
    "smaller", "fewer", "stronger", "weaker", "too", "enough", "highly", "extremely", "rarely",
    "often", "barely", "largely", "mostly", "increasingly", "seldom", "easier", "harder", "safer",
  ]
  private static let many: Set<String> = ["most", "many", "few", "countless"]
  private static let minds: Set<String> = [
    "want", "wants", "wanted", "believe", "believes", "believed", "fear", "fears", "feared", "hope",
    "hopes", "hoped", "know", "knows", "knew", "feel", "feels", "think", "thinks", "see", "sees",
    "expect", "expects", "prefer", "prefers", "understand", "understands", "assume", "assumes",
    "trust", "trusts", "distrust", "resent", "resents", "realise", "realize", "worried", "afraid",
    "convinced", "aware", "tired", "keen", "eager", "determined", "desperate", "reluctant",
    "trying", "tries", "try", "seeking", "seeks", "aims", "aiming", "intends", "attempting",
  ]
  private static let universals: Set<String> = [
    "every", "all", "everyone", "everybody", "nobody", "no", "none", "everything", "nothing",
  ]
  private static let standards: Set<String> = [
    "important", "successful", "effective", "fair", "unfair", "unjust", "legitimate",
    "illegitimate", "powerful", "weak", "strong", "good", "bad", "best", "worst", "success",
    "failure", "failing", "reasonable", "efficient", "adequate", "inadequate", "sufficient",
    "insufficient", "responsible", "irresponsible", "democratic", "undemocratic", "radical",
    "extreme", "moderate", "serious", "significant", "major", "crucial", "vital", "essential",
    "necessary", "unnecessary", "right", "wrong", "progress", "improvement", "improved", "worthy",
    "worth", "credible", "sustainable", "unsustainable", "viable", "realistic", "unrealistic",
    "appropriate", "inappropriate", "excessive", "disproportionate", "transparent", "modern",
    "backward", "stable", "unstable", "safe", "unsafe", "affordable", "independent", "biased",
  ]

  /// Whether the main clause hands on what others say or hold.
  var isAttributed: Bool {
    guard let clause = mainClause, let verb = predicate else { return false }
    return tokens[verb..<clause.upperBound].prefix(5).contains {
      Self.reports.contains($0.word) && !$0.followsMark
    }
  }

  private static let reports: Set<String> = [
    "say", "says", "said", "argue", "argues", "argued", "claim", "claims", "claimed", "insist",
    "insists", "insisted", "called", "described", "regarded", "recognised", "recognized",
    "considered",
    "understood", "viewed", "reported", "warn", "warns", "warned", "suggested", "pointed", "points",
    "announced", "asked", "told", "wrote", "writes", "quoted", "noted", "notes", "echoes",
    "accused",
    "thinks", "declines", "criticised", "criticized", "hailed", "known", "seen", "portrayed",
  ]
}
