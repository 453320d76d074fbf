/// What things are called, which values and rules they fall under.
extension Scheme {
  static let words: [Scheme] = [
    verbalClassification, vagueness, opposition, values, moralJudgement, priorities, weighing,
    sacrifice, rule, rights,
  ]

  private static let verbalClassification = Scheme(
    id: "verbal_classification", name: "Verbal classification",
    summary: "Something is given a name, and the name carries the judgement.",
    cues: Cues(
      strong: [
        "is not * it is", "are not * they are", "not * it is", "isn't * it's", "is nothing but",
        "is nothing less than", "is nothing more than", "nothing short of", "amounts to",
        "amount to", "is really", "is no * it is", "is the very definition of", "is a form of",
        "can only be called", "is tantamount to", "is not a", "is not an", "is merely",
        "is simply a", "is a trap", "is a myth", "is an illusion", "is little more than",
      ],
      weak: [
        "by definition", "true meaning", "real meaning", "is the core of", "the essence of",
        "in essence", "so called", "is a kind of", "is not just", "is not merely", "what * call",
      ],
      except: [
        "is not a question of whether", "there is a", "there is an", "is a sign", "is a matter",
      ]),
    questions: [
      Question(.wording, "What could be said against calling {judged} {verdict}?"),
      Question(.contrary, "What could be said for calling {renamed} {denied} all the same?"),
      Question(.evidence, "Which facts do not fit the words “{label}”?"),
    ],
    reference:
      compendium("argument from verbal classification")
      + "; Macagno & Walton 2014 on persuasive definition")

  private static let vagueness = Scheme(
    id: "vagueness", name: "Vague term",
    summary: "A view is rejected because its central word is too vague or drawn at will.",
    cues: Cues(
      strong: [
        "ill defined", "undefined", "means different things", "arbitrary", "meaningless",
        "in name only",
      ],
      weak: [
        "ambiguous", "unclear",
      ],
      except: [
        "remains unclear"
      ]),
    questions: [
      Question(
        .standard, "How precise would the word have to be for the purpose at hand?",
        requiring: .inverted)
    ],
    reference:
      compendium("argument from vagueness and from arbitrariness of a verbal classification"))

  private static let opposition = Scheme(
    id: "opposition", name: "Opposition",
    summary: "One thing is denied because its opposite is asserted.",
    cues: Cues(
      strong: [
        "the opposite of", "the opposite is true", "the very opposite", "incompatible with",
        "at odds with", "cannot be both", "cannot both", "cannot coexist", "irreconcilable",
        "the exact opposite", "not * but", "isn't * but", "less about * than",
        "more about * than",
      ],
      except: [
        "not only * but", "not just * but", "not merely * but", "not simply * but",
        "whether * but", "not always * but", "not be * but", "not yet * but", "do not * but",
        "does not * but", "did not * but", "not know * but", "not have * but", "n't * but",
        "but he", "but she", "but it", "but they", "but we", "but i", "but there", "but this",
        "but that", "but the", "but some", "but many", "not only", "not just", "not merely",
      ]),
    questions: [
      Question(.contrary, "What could be said for calling {renamed} {denied} all the same?"),
      Question(
        .scope, "Do the two exclude each other, or can both be true in part?", requiring: .statement
      ),
    ],
    reference: compendium("argument from oppositions"))

  private static let values = Scheme(
    id: "values", name: "Values",
    summary: "Something is to be judged by a value that it serves or betrays.", prior: -0.03,
    cues: Cues(
      strong: [
        "a matter of justice", "a matter of principle", "a matter of fairness",
        "a matter of dignity", "justice requires", "justice demands", "fairness requires",
        "fairness demands", "democracy requires", "democracy demands", "equality requires",
        "dignity requires", "in the name of", "freedom to", "offends", "contrary to our values",
        "who we are", "our values demand", "freedom is", "liberty is", "equality is",
        "justice is", "dignity is", "solidarity is", "democracy is", "blow to * liberty",
        "blow to * freedom", "attack on freedom", "attack on democracy", "threat to democracy",
        "threat to freedom", "right to",
      ],
      weak: [
        "our values", "human rights", "rule of law",
      ],
      except: [
        "justice department", "department of justice", "in principle", "justice minister",
        "freedom of information", "chief justice", "criminal justice", "justice system",
        "went wrong", "gone wrong", "goes wrong", "justice secretary", "freedom fighter*",
        "court of justice", "justice is done", "the right to bear", "is right to",
        "was right to", "are right to", "were right to", "be right to", "wrong with", "wrong to",
        "is at stake",
      ]),
    questions: [
      Question(.priority, "What speaks against putting {value} first here?", requiring: .statement)
    ],
    reference: compendium("argument from values"))

  private static let moralJudgement = Scheme(
    id: "moral_judgement", name: "Moral judgement",
    summary: "Something is called right or wrong, and that is to settle what to think of it.",
    isDeniable: true,
    cues: Cues(
      strong: [
        "immoral", "unfair", "unjust", "shameful", "a disgrace", "disgraceful", "unconscionable",
        "indefensible", "inexcusable", "unforgivable", "a betrayal", "it is wrong to",
        "it is right to", "morally wrong", "morally right", "moral duty", "moral obligation",
        "moral failure", "irresponsible", "reprehensible", "outrageous", "scandalous",
      ],
      weak: [
        "betray*", "injustice", "moral", "wrong", "cruel",
      ],
      except: [
        "went wrong", "gone wrong", "goes wrong", "wrong with", "moral support",
      ]),
    questions: [
      Question(.opponents, "How would {charged} answer this charge?"),
      Question(.contrary, "What reason could there be to {misdeed} all the same?"),
    ],
    reference: compendium("argument from values, positive and negative"))

  private static let priorities = Scheme(
    id: "priorities", name: "What matters",
    summary: "One question is set above the others, and the answer is to follow from that.",
    cues: Cues(
      strong: [
        "the real problem", "the real question", "the real issue", "the real challenge",
        "the heart of the matter", "the point is", "what matters", "what is needed",
        "what we need", "the key is", "the most important thing", "above all",
        "first and foremost", "priority", "the bigger picture", "the first thing",
        "more important than", "the main problem", "the biggest problem", "the crux",
        "the key question", "the key issue", "the question is", "the problem is",
        "the real reason", "the main reason",
      ],
      weak: [
        "the problem with", "the issue is", "the challenge is",
      ],
      except: [
        "the point is not", "priority one", "the problem is obvious", "the problem is simple",
        "the problem is a", "high priority", "low priority",
      ]),
    questions: [
      Question(
        .priority, "Why is this what matters most, and not what others put first?",
        requiring: .statement)
    ],
    reference: compendium("argument from values"))

  private static let weighing = Scheme(
    id: "weighing", name: "Weighing",
    summary: "Something is granted to the other side and then outweighed.", prior: -0.2,
    cues: Cues(
      strong: [
        "^ while", "^ although", "^ though", "even though", "^ despite", "in spite of",
        "granted", "to be sure", "admittedly", "^ whatever", "for all its", "for all their",
        "notwithstanding", "nevertheless", "nonetheless", "is worth the", "outweigh*",
        "^ even if", "even if", "but", "although", "though",
      ],
      weak: [
        "despite"
      ],
      except: [
        "^ but", "nothing but", "anything but", "all but", "not only * but", "not just * but",
        "not merely * but", "cannot but", "as though", "granted to", "was granted", "were granted",
        "been granted", "while the",
      ]),
    questions: [
      Question(.balance, "Why should it not weigh more that {granted}?")
    ],
    reference: "Wellman 1971 on conductive argument; " + compendium("practical inference"))

  private static let sacrifice = Scheme(
    id: "sacrifice", name: "Sacrifice",
    summary: "The worth of a thing is measured by what was given up for it.",
    cues: Cues(
      strong: [
        "the sacrifice of", "the sacrifices of", "great sacrifice", "gave their lives",
        "fought and died", "died for", "paid with their lives",
      ],
      except: [
        "sacrificed at"
      ]),
    questions: [
      Question(
        .inference, "Does the size of the sacrifice show the worth of what it was made for?",
        requiring: .statement)
    ],
    reference: compendium("argument from sacrifice"))

  private static let rule = Scheme(
    id: "rule", name: "Rule",
    summary: "A rule or a law settles the case.",
    cues: Cues(
      strong: [
        "against the law", "the law requires", "unconstitutional", "violates", "violate",
        "violation of", "in breach of",
      ],
      weak: [
        "illegal", "illegally",
      ],
      except: [
        "mother in law", "illegal immigra*", "rule of law", "moral obligation",
      ]),
    questions: [
      Question(
        .scope, "Which rule or law is meant, and does its wording cover this case?",
        requiring: .inverted)
    ],
    reference: compendium("argument from rules; argument from an exceptional case"))

  private static let rights = Scheme(
    id: "rights", name: "Rights and duties",
    summary: "Somebody is held to have a right or a duty, and that is to settle what may be done.",
    cues: Cues(
      strong: [
        "has a duty to", "have a duty to", "has the right to", "have the right to",
        "has a right to", "have a right to", "entitled to", "no right to", "obliged to",
        "obligation to", "moral duty", "moral obligation",
      ]),
    questions: [
      Question(
        .priority, "Which other right or duty stands against this one?", requiring: .statement)
    ],
    reference: compendium("argument from rules; argument from values"))
}
