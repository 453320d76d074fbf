/// What a person's motive, record or character is held to show.
extension Scheme {
  static let persons: [Scheme] = [
    motiveAttribution, ascription, failure, blame, adHominem, bias, commitment,
  ]

  private static let motiveAttribution = Scheme(
    id: "motive_attribution", name: "Attribution of motive",
    summary: "A party's act is explained by what it is said to be after.",
    cues: Cues(
      strong: [
        "is trying to", "are trying to", "is attempting to", "are attempting to",
        "is seeking to", "are seeking to", "really wants", "pretext", "excuse for",
        "in bad faith", "cynical", "cynically", "the real aim", "the real goal",
        "the real motive", "real purpose", "hidden agenda", "in hopes of", "in an attempt to",
        "in an effort to", "the purpose of", "seeks to", "sought to", "hoping to", "the aim is",
        "the goal is",
      ],
      weak: [
        "determined to", "eager to", "intends to",
      ],
      except: [
        "everyone knows", "everybody knows", "no excuse for", "don't want to", "i want to",
        "we want to", "if we want to", "you want to", "who wants to", "anyone who wants to",
        "on the agenda", "nobody wants to", "no one wants to",
      ]),
    questions: [
      Question(.motive, "What else could {pursuer} be after?")
    ],
    reference: compendium("circumstantial ad hominem, argument from bias"))

  private static let ascription = Scheme(
    id: "ascription", name: "Ascribed view",
    summary: "A wish, a belief or a feeling is ascribed to somebody who is not quoted.",
    prior: -0.1,
    cues: Cues(
      strong: [
        "believes that", "believe that", "believes", "thinks that", "do not want", "don't want",
        "feels that", "feel that", "are convinced", "is convinced", "sees itself",
        "see themselves", "regard themselves", "hopes that", "fears that", "assume that",
        "assumes that", "is unwilling", "are unwilling", "is desperate to", "are desperate to",
        "in the eyes of", "are eager to", "is determined to", "are determined to", "know that",
        "knows that", "is aware", "are aware", "is afraid", "are afraid", "is keen", "are keen",
        "is worried", "are worried", "worries", "worry about", "is concerned", "are concerned",
        "is skeptical", "are skeptical", "remain skeptical", "remains skeptical", "is sceptical",
        "are sceptical", "remains sceptical", "would like to", "expect", "expects", "expected",
        "is tired of", "are tired of", "resent", "resents", "distrust", "trusts", "is happy",
        "are happy", "is content", "are content", "horrified", "is angry", "are angry", "prefer",
        "prefers", "remember", "remembers", "has no desire", "have no desire", "has no interest",
        "have no interest", "wish to", "wishes to", "has no intention", "have no intention",
        "understand that", "understands that", "realise that", "realize that", "feared that",
        "hoped to", "wanted to", "thought that", "believed that", "believed in", "want to",
        "wants to", "hopes to", "hope to", "seem happy",
      ],
      weak: [
        "want", "wants", "hope", "hopes", "fear", "fears", "feel", "feels", "think", "thinks",
      ],
      except: [
        "i believe", "i think", "i feel", "i want", "i hope", "i fear", "we believe", "we think",
        "we want", "we feel", "you want", "you think", "you believe", "no one believes",
        "if you want", "who want to", "who wants to", "reason to believe", "hard to believe",
        "believe it or not", "who believe", "who believes", "might expect", "would expect",
        "refuse to believe", "if we want",
        "let us hope", "there is hope", "some hope", "we fear", "i don't want", "we don't want",
        "you don't want", "what we want", "if they want", "we * believe", "we * want",
        "who feel", "who think", "who hope", "who fear", "the fear", "the hope", "in fear",
        "for fear", "that want", "should want", "would want", "would think", "you * want",
        "we know", "we see", "to see", "we worry", "we expect", "can expect", "be expected",
        "is expected", "are expected", "we all", "it remains to be", "let us", "as expected",
        "every reason to want", "to believe that", "to assume that", "to think that",
        "to believe", "to assume",
      ]),
    questions: [
      Question(.opponents, "On what grounds could one dispute that {plain}?", of: .disputable)
    ],
    reference: compendium("argument from commitment"))

  private static let failure = Scheme(
    id: "failure", name: "Charge of failure",
    summary: "Somebody is held to have left undone what should have been done.",
    cues: Cues(
      strong: [
        "has failed to", "have failed to", "failed to", "fails to", "fail to", "failure to",
        "has done nothing", "have done nothing", "did nothing", "does nothing", "do nothing",
        "has done little", "have done little", "done too little", "neglected", "has ignored",
        "have ignored", "turned a blind eye", "ought to have", "has refused to",
        "have refused to",
      ],
      weak: [
        "ignores", "ignored", "neglects",
      ],
      except: [
        "never fails to", "cannot fail to", "should have been clear", "should have known",
      ]),
    questions: [
      Question(.opponents, "How would {charged} answer this charge?")
    ],
    reference: compendium("plea for excuse; inconsistent commitment"))

  private static let blame = Scheme(
    id: "blame", name: "Blame",
    summary: "Somebody is made answerable for what has happened.",
    cues: Cues(
      strong: [
        "to blame", "is responsible for", "are responsible for", "the fault of", "at fault",
        "their fault", "his fault", "its fault", "blame * for", "guilty of", "is complicit",
        "are complicit", "accountable for", "bears responsibility", "bear responsibility",
        "bear some responsibility", "bears some responsibility", "have themselves to blame",
        "brought this on", "is the fault", "complicity",
      ],
      weak: [
        "responsibility for"
      ],
      except: [
        "no one is to blame", "not to blame", "not responsible for", "found guilty of",
        "blame ourselves", "blame themselves",
      ]),
    questions: [
      Question(.opponents, "How would {charged} answer this charge?"),
      Question(
        .alternative, "Who else had a part in it, and how large a part?", requiring: .statement),
    ],
    reference: compendium("argument from cause to effect; ethotic argument"))

  private static let adHominem = Scheme(
    id: "ad_hominem", name: "Attack on the person",
    summary: "A position is rejected because of who holds it.",
    isDeniable: true,
    cues: Cues(
      strong: [
        "hypocri*", "liar", "liars", "incompetent", "incompetence", "no credibility",
        "lost all credibility", "discredited", "charlatan*", "demagogue*", "cannot be trusted",
        "can't be trusted", "dishonest", "shameless", "corrupt politician*",
      ]),
    questions: [
      Question(.opponents, "How would {charged} answer this charge?")
    ],
    reference: compendium("generic ad hominem, ethotic argument"))

  private static let bias = Scheme(
    id: "bias", name: "Bias",
    summary: "A source is said to be one-sided, so that its word counts for less.",
    cues: Cues(
      strong: [
        "biased", "one sided", "vested interest*", "special interest*", "paid by", "funded by",
        "in the pocket of", "partisan",
      ]),
    questions: [
      Question(.opponents, "How would {charged} answer this charge?"),
      Question(
        .evidence, "What shows the bias, other than the position itself?", requiring: .statement),
    ],
    reference: compendium("argument from bias"))

  private static let commitment = Scheme(
    id: "commitment", name: "Inconsistent commitment",
    summary: "A party's words or deeds are held against what it says now.",
    cues: Cues(
      strong: [
        "double standard*", "once said", "claims to * but", "by its own standards",
        "by their own standards", "broken promise*", "broke * promise", "not practice what",
        "while claiming", "even as * claims", "despite * promises", "despite promises",
        "in the same breath", "pays lip service",
      ],
      except: [
        "promises to", "promises of",
      ]),
    questions: [
      Question(
        .difference, "What has changed since that could justify the change?", requiring: .statement)
    ],
    reference: compendium("inconsistent commitment; pragmatic inconsistency"))
}
