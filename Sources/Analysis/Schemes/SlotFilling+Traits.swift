/// What a main clause is like, which tells how it can be doubted.
enum Trait: Sendable, Hashable {
  /// It says of people, or of what they are organised in, what may hold of some of them only.
  case crowd
  /// It says why something is so: "because" stands in it.
  case explained
  /// It says what it gives a reason for.
  case grounded
  /// It says how much, or more or less than another.
  case degree
  /// It says what brings about what.
  case effect
  /// It says what goes on in heads, or of most or many.
  case unseen
  /// It says something of all, or always, or never.
  case universal
  /// It calls something good, bad or weighty by a standard that it does not name.
  case measured
  /// It says that something cannot be had without something else.
  case necessary
  /// It says what something comes from.
  case derived
  /// It says what would be good to do: "it is vital to".
  case duty
  /// It calls good or bad, says what comes of something, or sets one thing above all others.
  case weighty
  /// It says that something will happen, and not that it will be something.
  case event
  /// It judges or weighs at all, and is more than a report.
  case contestable
}

extension SlotFilling {
  /// Whether the main clause is like that; `false` where it cannot be told.
  func has(_ trait: Trait) -> Bool {
    guard trait != .grounded else { return saysWhatFollows }
    guard let clause = mainClause, let verb = predicate else { return false }
    let subject = clause.lowerBound..<verb
    let predicate = verb..<clause.upperBound
    let own = verb..<(predicate.dropFirst().first { tokens[$0].isHanger } ?? clause.upperBound)
    switch trait {
    case .grounded: return true
    case .crowd: return isCrowd(subject) && !isDenied(own)
    case .explained:
      return tokens[predicate].contains { $0.word == "because" } && !isDenied(own)
    case .degree:
      return !isDenied(own)
        && own.contains {
          !["at", "take"].contains(tokens[$0 - 1].word)
            && (Self.degrees.contains(tokens[$0].word)
              || tokens[$0].form.contains(.superlative) && !tokens[$0].isCapitalized)
        }
    case .effect:
      let helped = Self.helping.contains(tokens[verb].word) ? verb + 1 : verb
      return !isDenied(own) && own.contains(helped) && Self.effects.contains(tokens[helped].word)
    case .unseen:
      return Self.many.contains(tokens[clause.lowerBound].word)
        || tokens[own].prefix(3).contains { Self.minds.contains($0.word) }
    case .universal:
      return Self.universals.contains(tokens[clause.lowerBound].word)
        || tokens[own].prefix(4).contains { ["always", "never", "everywhere"].contains($0.word) }
    case .measured:
      return !isDenied(own) && tokens[clause.lowerBound].word != "there"
        && tokens[own].dropFirst().prefix(4).contains { Self.standards.contains($0.word) }
    case .weighty:
      return tokens[clause].contains {
        !$0.isCapitalized
          && (!$0.categories.isDisjoint(with: Self.judging) || $0.form.contains(.superlative))
      }
    case .event:
      return verb + 1 < clause.upperBound
        && !tokens[own].dropFirst().prefix(2).contains { Self.states.contains($0.word) }
    case .necessary:
      return !isDenied(own) && Self.requirements.contains(tokens[verb].word)
        && verb + 1 < clause.upperBound && tokens[verb + 1].word != "to"
        && tokens[verb - 1].word != "only"
    case .derived:
      return Self.being.contains(tokens[verb].word) && !isDenied(own)
        && tokens[own].dropFirst().prefix(5).contains { Self.origins.contains($0.word) }
    case .duty:
      return tokens[clause.lowerBound].word == "it" && Self.being.contains(tokens[verb].word)
        && !isDenied(own) && tokens[own].dropFirst().prefix(4).contains { $0.word == "to" }
        && tokens[own].dropFirst().prefix(3).contains { Self.standards.contains($0.word) }
    case .contestable:
      // What says why it is so is not asked what shows it.
      guard !tokens[predicate].contains(where: { $0.word == "because" }) else { return false }
      if Self.being.contains(tokens[verb].word), verb + 1 < clause.upperBound,
        Self.articles.contains(tokens[verb + 1].word)
      {
        return true
      }
      if tokens[clause].contains(where: {
        $0.form.contains(.superlative)
          || !$0.categories.isDisjoint(with: Self.weighing) && $0.word != "as"
      }) {
        return true
      }
      // What is only going on is a report.
      let goesOn = tokens[own].dropFirst().prefix(3).contains { $0.form.contains(.endsInIng) }
      return !goesOn
        && (isDenied(own)
          || Self.being.contains(tokens[verb].word)
            && tokens[own].dropFirst().prefix(3).contains { $0.form.contains(.adjective) })
    }
  }

  private static let judging: Categories = [.good, .bad, .universal, .effect, .principle]
  private static let states: Set<String> = [
    "be", "have", "always", "need", "take", "remain", "still", "also",
  ]

  private static let weighing: Categories = [
    .good, .bad, .universal, .effect, .issue, .principle, .conclusion, .possibility, .necessity,
    .comparison, .booster,
  ]

  private func isDenied(_ range: Range<Int>) -> Bool {
    tokens[range].contains { $0.categories.contains(.negation) }
  }

  /// Whether a subject is a group of people that is neither counted nor pointed at.
  private func isCrowd(_ subject: Range<Int>) -> Bool {
    guard let first = tokens[subject].first, !Self.counted.contains(first.word),
      !first.form.contains(.endsInIng),
      !tokens[subject].contains(where: { $0.form.contains(.number) || $0.isHanger })
    else { return false }
    let head = tokens[subject].prefix {
      !$0.categories.contains(.preposition) && $0.word != "of" && !$0.followsMark
        || $0.range == first.range
    }.last(where: { !$0.form.contains(.endsInLy) })
    guard let head else { return false }
    return Self.crowds.contains(head.word)
      || Self.crowdEndings.contains { head.word.hasSuffix($0) }
  }

  private static let counted: Set<String> = [
    "these", "those", "two", "three", "four", "five", "six", "both", "all", "every", "no", "some",
    "many", "most", "few", "several", "such", "only", "our", "his", "her", "other",
  ]
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
  private static let crowdEndings = ["ists", "ians", "icans", "crats", "inians"]

  private static let requirements: Set<String> = [
    "requires", "require", "depends", "depend", "needs", "relies", "rely", "demands",
  ]
  private static let origins: Set<String> = [
    "cause", "reason", "root", "source", "result", "product", "consequence", "consequences",
    "origin",
    "outcome", "legacy", "driver", "roots", "causes", "culprit", "engine", "rooted",
  ]
  private static let helping: Set<String> = ["will", "would", "can", "could", "has", "have"]
  private static let effects: Set<String> = [
    "cause", "causes", "undermine", "undermines", "help", "helps", "prevent", "prevents", "ensure",
    "ensures", "encourage", "encourages", "force", "forces", "produce", "produces", "increase",
    "increases", "reduce", "reduces", "strengthen", "strengthens", "weaken", "weakens", "improve",
    "improves", "destroy", "destroys", "protect", "protects", "fuel", "fuels", "threaten",
    "threatens",
    "harm", "harms", "erode", "erodes", "promote", "promotes", "hurt", "hurts", "distort",
    "distorts",
    "undermined", "weakened", "strengthened", "fuelled", "fueled", "encouraged", "harmed", "eroded",
    "promoted", "reduced", "improved", "increased", "destroyed", "damage", "damages", "damaged",
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
    "every", "all", "everyone", "everybody", "nobody", "no", "none", "any", "everything", "nothing",
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
