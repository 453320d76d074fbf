/// What brings about what, and what shows it.
extension Scheme {
  static let causes: [Scheme] = [
    causeEffect, reason, correlationToCause, trend, sign, appearance, hypothesis,
    ignorance,
  ]

  private static let causeEffect = Scheme(
    id: "cause_effect", name: "Cause to effect",
    summary: "One thing is said to bring about another.",
    cues: Cues(
      strong: [
        "because of", "due to", "comes from", "leads to", "lead to", "led to",
        "results in", "resulted in", "caused by", "stems from", "the cause of", "the root of",
        "the result of", "a result of", "is driven by",
        "the product of", "thanks to", "contributes to",
        "contributed to", "is fuelled by", "is fueled by",
      ],
      weak: [
        "made the", "made it", "makes it", "force * to", "forces * to", "forced * to",
        "allows * to", "allowed * to", "enables * to", "enabled * to", "encourages * to",
        "prevents * from", "has promoted", "has fuelled", "has fueled",
        "blame for", "is responsible for", "are responsible for", "causes", "caused", "drives",
        "fuels", "creates", "produces", "breeds", "hence",
      ],
      except: [
        "would lead to", "will lead to", "could lead to", "due to be", "being led to",
        "been led to", "not responsible for",
      ]),
    questions: [
      Question(
        .alternative, "Could something other than {cause} explain {effect}?"),
      Question(
        .balance, "What else could explain this, besides {ground}?",
        generic: "What else could explain this, apart from the cause that is named?"),
      Question(
        .steps, "By what steps would {cause} bring about {effect}?"),
      Question(
        .exception, "Where has there been {cause} without {effect}?",
        generic: "Where has there been the same cause without this effect?"),
    ],
    reference: compendium("argument from cause to effect"))

  private static let reason = Scheme(
    id: "reason", name: "Reason given",
    summary: "The claim is said to hold because of a reason in the same sentence.",
    cues: Cues(
      strong: [
        "because", "for the simple reason", "the reason is", "on the grounds that", "which is why",

      ],
      weak: ["given that", "seeing that", "inasmuch as", "after all", "since"],
      except: [
        "because of", "not because", "not only because", "just because", "ever since", "since then",
        "only because", "partly because", "not * because", "no need * because", "never * because",
        "n't * because",
      ]),
    questions: [
      Question(
        .inference, "Suppose it is true that {reason}: does the rest follow from that alone?",
        generic: "Is the reason enough by itself, or is something else taken for granted?"),
      Question(
        .evidence, "What shows that {reason}?",
        generic: "Is the reason given here true, and who would deny it?"),
      Question(
        .alternative, "Could the same reason be given for the opposite conclusion?"),
    ],
    reference:
      "Pollock 1987 on undercutting; Walton, Reed & Macagno 2008, ch. 1, on questioning a premise")

  private static let correlationToCause = Scheme(
    id: "correlation_to_cause", name: "Correlation to cause",
    summary: "Two things go together, so one is taken to cause the other.",
    cues: Cues(
      strong: [
        "is linked to", "are linked to", "is associated with", "are associated with", "correlate*",
        "goes hand in hand",
        "go hand in hand", "coincide* with", "rose as", "fell as",
      ],
      weak: ["ever since", "the more * the more", "the more * the less"]),
    questions: [
      Question(.alternative, "Could a third factor lie behind both?"),
      Question(.steps, "Could the cause run the other way?"),
      Question(.exception, "Do the two go together in other places and times as well?"),
    ],
    reference: compendium("argument from correlation to cause"))

  private static let trend = Scheme(
    id: "trend", name: "Trend",
    summary: "Something is said to be rising, falling or turning into something else.",
    prior: -0.08,
    cues: Cues(
      strong: [
        "is growing", "are growing", "is rising", "are rising", "is increasing", "are increasing",
        "is escalating", "are escalating", "is declining", "are declining", "is deteriorating",
        "is getting worse", "is becoming", "are becoming", "is intensifying", "growing number",
        "the rise of", "rising tide", "on the rise",
        "has increased", "have increased", "has declined", "continues to grow", "has grown",
        "have grown", "has risen", "have risen", "has fallen", "have fallen", "in decline",
        "is disappearing", "has lost",
      ],
      weak: ["increasingly", "growing", "rising", "declining", "worsening"],
      except: ["growing up", "is becoming clear", "has become clear", "is losing its"]),
    questions: [
      Question(.standard, "Compared with when, and by which measure?")

    ],
    reference: compendium("argument from gradualism; argument from evidence to a hypothesis"))

  private static let sign = Scheme(
    id: "sign", name: "Sign",
    summary: "One thing is taken to show that another is the case.",
    prior: -0.05,
    cues: Cues(
      strong: [
        "a sign of", "a sign that", "signs that", "speaks volumes", "testament to",
        "a symptom of", "a signal that", "signals that",
        "is telling", "says a lot about", "says more about",
      ],
      weak: ["reflects", "underlines", "underscores", "points to", "indication"],
      except: ["no signs of", "no sign of", "show signs of"]),
    questions: [
      Question(.alternative, "What else could account for this sign?"),
      Question(
        .exception, "How often does the sign appear where what it is said to show is missing?"),
      Question(.balance, "Which signs point the other way?"),
    ],
    reference: compendium("argument from sign"))

  private static let appearance = Scheme(
    id: "appearance", name: "Appearance",
    summary: "Something is taken to be as it looks.",
    prior: -0.12,
    cues: Cues(
      strong: [
        "seems to", "seem to", "appears to", "appear to", "it seems", "it appears", "looks like",
        "look like", "looks as if", "looks set to", "apparently",
      ],
      weak: ["seems", "appears", "seem", "appear"],
      except: ["appears in", "appear in", "appear on", "appear before", "what seems"]),
    questions: [
      Question(.alternative, "What else could make it look so?")

    ],
    reference: compendium("argument from perception"))

  private static let hypothesis = Scheme(
    id: "hypothesis", name: "Evidence to a hypothesis",
    summary:
      "Something was found that would be expected if a statement were true, so it is held true.",
    prior: -0.05,
    cues: Cues(
      strong: [
        "evidence that", "proof that", "indicates that", "demonstrates that",
        "shows that", "show that", "which shows", "proves that", "suggests that", "suggest that",
        "indicates", "confirms that", "the evidence suggests", "a reminder that", "reminder that",
        "reminds us that", "makes clear that", "made clear that", "makes it clear that",
        "proof of how", "goes to show",
      ],
      weak: ["suggests", "suggest", "shows", "demonstrates", "proves", "show"],
      except: [
        "shows no", "tv shows", "history shows", "polls show that", "no evidence that",
        "shows signs", "to show", "to suggest", "to suggest that", "t suggest", "not suggest",
      ]),
    questions: [
      Question(
        .alternative, "What else could lie behind it, if it were not so that {finding}?",
        generic: "What else could explain the same finding?"),

      Question(.balance, "Which findings point the other way?"),
    ],
    reference: compendium("argument from evidence to a hypothesis; abductive argumentation scheme"))

  private static let ignorance = Scheme(
    id: "ignorance", name: "Lack of evidence",
    summary: "Nothing has been found, so nothing is there.",
    cues: Cues(
      strong: [
        "no evidence", "no proof", "there is no sign", "little evidence", "no indication",
        "has never been shown", "have never been shown", "no reason to believe",
        "no reason to think", "nothing suggests", "scant evidence", "unproven", "not a shred of",
      ],
      weak: ["no one has shown", "remains unclear", "no record of"]),
    questions: [
      Question(.experience, "How thoroughly has anybody looked for it?"),
      Question(.priority, "Who has to prove the point here, and why?"),
      Question(.exception, "Would it be known if it were so?"),
    ],
    reference: compendium("argument from ignorance"))
}
