/// What brings about what, and what shows it.
extension Scheme {
  static let causes: [Scheme] = [
    causeEffect, reason, conclusion, hypothetical, correlationToCause, trend, sign, appearance,
    hypothesis,
    ignorance,
  ]

  private static let causeEffect = Scheme(
    id: "cause_effect", name: "Cause to effect",
    summary: "One thing is said to bring about another.",
    cues: Cues(
      strong: [
        "because of", "due to", "comes from", "leads to", "lead to", "led to", "results in",
        "resulted in", "caused by", "stems from", "the cause of", "the root of", "the result of",
        "a result of", "is driven by", "the product of", "thanks to", "contributes to",
        "contributed to", "is fuelled by", "is fueled by", "has promoted", "has fuelled",
        "has fueled", "is responsible for", "are responsible for", "have promoted",
        "have fuelled", "have fueled", "has created", "have created", "has made", "have made",
        "forces * to", "causes", "prevents", "undermines", "threatens", "depends on",
        "depend on", "plays into the hands", "root cause", "lies in", "is rooted in",
        "are rooted in", "is grounded in",
      ],
      weak: [
        "made the", "made it", "makes it", "forced * to", "allows * to", "allowed * to",
        "enables * to", "enabled * to", "encourages * to", "prevents * from", "causes", "caused",
        "drives", "fuels", "creates", "produces", "breeds",
      ],
      except: [
        "would lead to", "will lead to", "could lead to", "due to be", "being led to",
        "been led to", "not responsible for", "not because of", "security forces",
        "armed forces", "forces have", "not * as a result of", "not * because of",
        "not * due to", "n't * because of", "may * because of", "might * because of",
        "only lead to", "could be forced", "might be forced",
      ]),
    questions: [
      Question(.alternative, "Could something other than {cause} explain {effect}?"),
      Question(
        .balance, "What else could explain this, besides {ground}?", requiring: .statement),
      Question(.exception, "Where has there been {cause} without {effect}?"),
    ],
    reference: compendium("argument from cause to effect"))

  private static let reason = Scheme(
    id: "reason", name: "Reason given",
    summary: "The claim is said to hold because of a reason in the same sentence.",
    cues: Cues(
      strong: [
        "because", "for the simple reason", "the reason is", "on the grounds that",
        "which is why",
      ],
      weak: [
        "given that", "seeing that", "inasmuch as", "after all", "since",
      ],
      except: [
        "because of", "not because", "not only because", "just because", "ever since",
        "since then", "only because", "partly because", "not * because", "no need * because",
        "never * because", "n't * because", "including * because", "with * because",
        "where * because",
      ]),
    questions: [
      Question(.evidence, "What shows that {reason}?"),
      Question(
        .inference, "Suppose it is true that {reason}: does the rest follow from that alone?",
        of: .grounded),
    ],
    reference:
      "Pollock 1987 on undercutting; Walton, Reed & Macagno 2008, ch. 1, on questioning a premise")

  private static let correlationToCause = Scheme(
    id: "correlation_to_cause", name: "Correlation to cause",
    summary: "Two things go together, so one is taken to cause the other.",
    cues: Cues(
      strong: [
        "is linked to", "are linked to", "is associated with", "are associated with",
        "correlate*", "goes hand in hand", "go hand in hand", "coincide* with", "rose as",
        "fell as",
      ]),
    questions: [
      Question(.alternative, "Could a third factor lie behind both?")
    ],
    reference: compendium("argument from correlation to cause"))

  private static let trend = Scheme(
    id: "trend", name: "Trend",
    summary: "Something is said to be rising, falling or turning into something else.",
    prior: -0.08,
    cues: Cues(
      strong: [
        "is growing", "are growing", "is rising", "are rising", "is increasing",
        "are increasing", "is escalating", "are escalating", "is declining", "are declining",
        "is deteriorating", "is getting worse", "is intensifying",
        "growing number", "the rise of", "rising tide", "on the rise", "has increased",
        "have increased", "has declined", "continues to grow", "has grown", "have grown",
        "has risen", "have risen", "has fallen", "have fallen", "in decline", "is disappearing",
        "is changing", "are changing",
        "has turned into", "have turned into", "more and more", "fewer and fewer", "is getting",
        "are getting",
      ],
      except: [
        "growing up", "is becoming clear", "has become clear", "is losing its", "can no longer",
        "could no longer", "will no longer", "should no longer", "is now up to",
        "is now the time", "and no longer",
      ]),
    questions: [
      Question(.standard, "{inverted}, and compared with when?")
    ],
    reference: compendium("argument from gradualism; argument from evidence to a hypothesis"))

  private static let sign = Scheme(
    id: "sign", name: "Sign",
    summary: "One thing is taken to show that another is the case.",
    prior: -0.1,
    cues: Cues(
      strong: [
        "a sign of", "a sign that", "signs that", "a symptom of", "a signal that",
        "signals that", "reflects", "reflect", "symbolises", "symbolizes", "symbolise",
        "symbolize", "represents", "represent", "stands for", "underlines", "underscores",
        "is about", "are about", "became a", "speaks to", "is evidence of", "testament to",
        "is proof of", "are proof of", "points to", "is the product of", "is part of a",
        "reveals", "reveal", "exposes", "highlights", "illustrates", "demonstrates", "shows how",
        "has shown",
      ],
      except: [
        "represents both", "represent both", "represents only", "represent only", "no signs of",
        "no sign of", "show signs of", "no sign that", "no signs that",
      ]),
    questions: [
      Question(
        .alternative, "{inverted}, or could it be read otherwise?", requiring: .statement)
    ],
    reference: compendium("argument from sign"))

  private static let appearance = Scheme(
    id: "appearance", name: "Appearance",
    summary: "Something is taken to be as it looks.",
    prior: -0.12,
    cues: Cues(
      strong: [
        "it seems that", "it appears that", "looks as if",
      ],
      except: [
        "appears in", "appear in", "appear on", "appear before", "what seems",
      ]),
    questions: [
      Question(
        .alternative, "What would tell whether it is so or only seems so?", requiring: .statement)
    ],
    reference: compendium("argument from perception"))

  private static let hypothesis = Scheme(
    id: "hypothesis", name: "Evidence to a hypothesis",
    summary:
      "Something was found that would be expected if a statement were true, so it is held true.",
    prior: -0.05,
    cues: Cues(
      strong: [
        "demonstrated that", "proved that", "showed that", "confirmed that", "evidence that",
        "proof that", "indicates that", "demonstrates that", "shows that",
        "show that", "which shows", "proves that", "suggests that", "suggest that", "indicates",
        "confirms that", "the evidence suggests", "a reminder that", "reminder that",
        "reminds us that", "makes clear that", "made clear that", "makes it clear that",
        "proof of how", "goes to show",
      ],
      weak: [
        "suggests", "suggest", "shows", "demonstrates", "proves", "show",
      ],
      except: [
        "shows no", "tv shows", "history shows", "polls show that", "no evidence that",
        "shows signs", "to show", "to suggest", "to suggest that", "t suggest", "not suggest",
        "no sign that",
      ]),
    questions: [
      Question(
        .alternative, "Does it really show that {finding}, or could it be explained otherwise?")
    ],
    reference: compendium("argument from evidence to a hypothesis; abductive argumentation scheme"))

  private static let ignorance = Scheme(
    id: "ignorance", name: "Lack of evidence",
    summary: "Nothing has been found, so nothing is there.",
    cues: Cues(
      strong: [
        "no evidence", "no proof", "there is no sign", "little evidence", "no indication",
        "has never been shown", "have never been shown", "nothing suggests", "scant evidence",
        "unproven", "not a shred of",
      ]),
    questions: [
      Question(.experience, "Who has looked for it, and how thoroughly?", requiring: .statement)
    ],
    reference: compendium("argument from ignorance"))

  private static let conclusion = Scheme(
    id: "conclusion", name: "Conclusion",
    summary: "Something is said to follow from what stands before it.",
    cues: Cues(
      strong: [
        "^ so", "^ thus", "^ therefore", "^ hence", "^ consequently", "^ as a result",
        "^ it follows", "^ this means", "^ that means", "^ which means",
      ],
      except: [
        "^ thus far", "^ so far", "^ so long", "^ so many", "^ so much", "^ so it should be no",
        "^ so it is no", "^ thus now is",
      ]),
    questions: [
      Question(.inference, "Does it follow from what stands before that {claim}?", of: .timeless)
    ],
    reference: "Pollock 1987 on undercutting")

  private static let hypothetical = Scheme(
    id: "hypothetical", name: "What would be",
    summary: "Something is said about what would happen, or would have happened.",
    prior: -0.1,
    cues: Cues(
      strong: [
        "would"
      ],
      except: [
        "would like", "would often", "would always", "would sometimes", "who would",
        "that would", "would rather", "what would", "would say", "would argue", "would think",
        "would never", "would seem", "would appear", "would suggest", "would it", "one would",
        "would be a", "would be an", "would be the", "would * be a", "would * be the", "wouldn't",
        "would be wrong to", "would be naive", "would be better",
        "would be a mistake", "would be happy", "would gladly", "would be wise", "would be foolish",
        "would be unwise", "would be wrong", "would do well", "^ no * would",
        "would no", "many * would", "would mean two",
      ]),
    questions: [
      Question(.likelihood, "{inverted}, and what makes that likely?"),
      Question(.experience, "What makes it likely that {subject} would {outcome}?"),
    ],
    reference: compendium("argument from cause to effect"))
}
