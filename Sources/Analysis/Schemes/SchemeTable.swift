/// The argument schemes: surface cues, slots, critical questions, reference. The only place where they
/// stand; described in own words after Walton, Reed and Macagno, Argumentation Schemes (2008).
///
/// Code and no data file, because reading one took longer than drawing the first page.
extension Scheme {
  static let table: [Scheme] = [
    practicalReasoning,
    consequenceNegative,
    consequencePositive,
    causeEffect,
    reason,
    correlationToCause,
    verbalClassification,
    motiveAttribution,
    adHominem,
    bias,
    precedent,
    analogy,
    example,
    generalisation,
    sign,
    expertOpinion,
    popularOpinion,
    popularPractice,
    slipperySlope,
    alternatives,
    fearDanger,
    values,
    sunkCost,
    commitment,
    ignorance,
    rule,
    groupMember,
    comparison,
    prediction,
    generalPolicy,
    generalValue,
    generalFact,
  ]

  private static let practicalReasoning = Scheme(
    id: "practical_reasoning", name: "Practical reasoning",
    summary: "Something should be done because it serves a goal.",
    cues: Cues(
      strong: [
        "should", "ought to", "needs to", "need to", "has to", "the way to", "it is time to",
        "it's time to", "time to", "let us", "the best way", "the right thing",
        "there is no excuse for", "cannot afford to", "had better", "must",
      ],
      weak: [
        "have to", "the answer is", "calls for", "demands",
      ],
      except: [
        "should have", "must have", "have to say", "if you should", "when * must", "if * must",
        "who must", "whether * should", "no need to", "the need to", "need to be able",
        "should you", "does not have to", "need not", "used to", "should not surprise",
        "should surprise", "why should", "need to know",
      ]),
    slots: [.action, .actor],
    questions: [
      Question(
        text: "What would it cost to {action}, and who would pay?",
        needs: [.action],
        generic: "What would it cost to do this, and who would pay?"),
      Question(
        text: "What makes it likely that {actor} can and will {action}?",
        needs: [.actor, .action],
        generic: "Do those who would have to act have both the means and the will?"),
      Question(
        text: "Which other way of reaching the same end has been left out?",
        needs: []),
      Question(
        text: "What would have to be given up in order to {action}?",
        needs: [.action],
        generic: "Which other aims would suffer if this were done?"),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: practical inference")

  private static let consequenceNegative = Scheme(
    id: "consequence_negative", name: "Negative consequences",
    summary: "Something should not be done because of what it would bring about.",
    cues: Cues(
      strong: [
        "would lead to", "will lead to", "could lead to", "will only", "would only",
        "would be a disaster", "at the cost of", "at the expense of", "backfire", "backfires",
        "devastating", "destabili*", "undermine", "undermines", "undermining", "would undermine",
        "waste of time", "waste of money", "do more harm", "will fail", "would harm",
        "would hurt", "would destroy", "would weaken", "makes * worse", "make * worse",
      ],
      weak: [
        "risks", "the risk of", "harm", "harms", "damage", "damages", "erode", "erodes", "weaken",
        "weakens", "costs", "the price of", "concedes", "worse off",
      ],
      except: []),
    slots: [.effect, .subject, .label],
    questions: [
      Question(
        text: "How likely is it that {subject} would {effect}, and who has estimated it?",
        needs: [.subject, .effect],
        generic: "How likely is this outcome, and who has estimated it?"),
      Question(
        text: "Compared with which alternative is this “{label}”?",
        needs: [.label]),
      Question(
        text: "Has the same course been taken elsewhere without this result?",
        needs: []),
      Question(
        text: "Which benefits are left out of the account, and do they outweigh the harm?",
        needs: []),
      Question(
        text: "Would the alternative really avoid the harm, or only delay it?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from negative consequences")

  private static let consequencePositive = Scheme(
    id: "consequence_positive", name: "Positive consequences",
    summary: "Something should be done because of the good that it would bring about.",
    cues: Cues(
      strong: [
        "would help", "will help", "would make * better", "would make * safer", "would benefit",
        "would improve", "will improve", "would strengthen", "would save", "would reduce",
        "would give * a chance", "would allow", "would bring",
      ],
      weak: [
        "benefit", "benefits", "helps", "strengthens", "pays off", "improves", "opportunity to",
        "promises to",
      ],
      except: [
        "would help * explain"
      ]),
    slots: [.effect, .subject],
    questions: [
      Question(
        text: "What shows that {subject} would {effect}?",
        needs: [.subject, .effect],
        generic: "What shows that the promised good would follow?"),
      Question(
        text: "Which harms would come along with the benefit?",
        needs: []),
      Question(
        text: "Would the same good come about without it?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from positive consequences")

  private static let causeEffect = Scheme(
    id: "cause_effect", name: "Cause to effect",
    summary: "One thing is said to bring about another.",
    cues: Cues(
      strong: [
        "because of", "due to", "comes from", "come from", "leads to", "lead to", "led to",
        "results in", "resulted in", "caused by", "is why", "stems from", "the cause of",
        "the root of", "the result of", "a result of", "turns * into", "turned * into",
        "blame for", "is driven by", "the product of", "responsible for", "thanks to",
      ],
      weak: [
        "causes", "caused", "drives", "fuels", "creates", "produces", "breeds", "hence",
        "therefore",
      ],
      except: []),
    slots: [.cause, .effect],
    questions: [
      Question(
        text: "Could something other than {cause} explain {effect}?",
        needs: [.cause, .effect],
        generic: "Could something other than the cause named here explain the effect?"),
      Question(
        text: "By what steps would {cause} bring about {effect}?",
        needs: [.cause, .effect],
        generic: "By what steps does the one bring about the other?"),
      Question(
        text:
          "Are there cases of the cause without the effect, or of the effect without the "
          + "cause?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from cause to effect")

  private static let reason = Scheme(
    id: "reason", name: "Reason given",
    summary: "The claim is said to hold because of a reason in the same sentence.",
    cues: Cues(
      strong: [
        "because", "for the simple reason", "the reason is", "on the grounds that",
      ],
      weak: [
        "given that", "seeing that", "inasmuch as", "after all",
      ],
      except: [
        "because of", "not because", "not only because", "just because",
      ]),
    slots: [],
    questions: [
      Question(
        text: "Is the reason given here true, and who would deny it?",
        needs: []),
      Question(
        text: "Is the reason enough by itself, or is something else taken for granted?",
        needs: []),
      Question(
        text: "Could the same reason be given for the opposite conclusion?",
        needs: []),
    ],
    reference:
      "Pollock 1987 on undercutting; Walton, Reed & Macagno 2008, ch. 1, on questioning a "
      + "premise")

  private static let correlationToCause = Scheme(
    id: "correlation_to_cause", name: "Correlation to cause",
    summary: "Two things go together, so one is taken to cause the other.",
    cues: Cues(
      strong: [
        "linked to", "associated with", "correlate*", "goes hand in hand", "go hand in hand",
        "ever since", "coincide* with", "since * began", "rose as", "fell as",
      ],
      weak: [
        "the more * the more", "the more * the less", "at the same time",
      ],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "Could a third factor lie behind both?",
        needs: []),
      Question(
        text: "Could the cause run the other way?",
        needs: []),
      Question(
        text: "Do the two go together in other places and times as well?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from correlation to cause")

  private static let verbalClassification = Scheme(
    id: "verbal_classification", name: "Verbal classification",
    summary: "Something is given a name, and the name carries the judgement.",
    cues: Cues(
      strong: [
        "is not * it is", "are not * they are", "not * it is", "isn't * it's", "is nothing but",
        "is nothing less than", "is nothing more than", "nothing short of", "amounts to",
        "amount to", "is really", "in reality", "is no * it is", "what * call",
        "is the very definition of", "is a form of", "can only be called", "is tantamount to",
        "is not a", "is not an",
      ],
      weak: [
        "by definition", "true meaning", "real meaning", "is the core of", "the essence of",
        "in essence", "so called", "is a kind of", "is not just", "is not merely", "is a trap",
        "is a myth", "is an illusion",
      ],
      except: [
        "is not a question of whether"
      ]),
    slots: [.label],
    questions: [
      Question(
        text:
          "By what test is “{label}” the right description, and would the other side "
          + "accept that test?",
        needs: [.label],
        generic:
          "By what test does this description fit, and would the other side accept that "
          + "test?"),
      Question(
        text: "Which facts do not fit the words “{label}”?",
        needs: [.label],
        generic: "Which facts do not fit this description?"),
      Question(
        text: "Does the conclusion still follow if the matter is described in neutral words?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: argument from verbal classification; Macagno & "
      + "Walton 2014 on persuasive definition")

  private static let motiveAttribution = Scheme(
    id: "motive_attribution", name: "Attribution of motive",
    summary: "A party's act is explained by what it is said to be after.",
    cues: Cues(
      strong: [
        "is trying to", "are trying to", "attempting to", "is seeking to", "are seeking to",
        "really wants", "wants to", "pretext", "excuse for", "in bad faith", "cynical",
        "cynically", "the real aim", "the real goal", "the real motive", "real purpose",
        "hidden agenda", "is designed to", "determined to", "eager to", "in hopes of",
        "intends to", "is intended to",
      ],
      weak: [
        "knows that", "want to", "hopes to", "ploy", "gambit", "agenda", "calculat*", "eager for",
        "intends",
      ],
      except: [
        "everyone knows", "everybody knows", "no excuse for", "don't want to", "i want to",
        "we want to", "if we want to", "you want to",
      ]),
    slots: [.actor, .motive],
    questions: [
      Question(
        text: "What shows, apart from what {actor} might gain, that the aim is to {motive}?",
        needs: [.actor, .motive],
        generic: "What shows, apart from possible gain, that this motive is at work?"),
      Question(
        text: "What would {actor} do differently with a sincere motive?",
        needs: [.actor, .motive],
        generic: "What would a party acting in good faith have done differently?"),
      Question(
        text: "If the motive is as described, does it make the position wrong?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: circumstantial ad hominem, argument from bias")

  private static let adHominem = Scheme(
    id: "ad_hominem", name: "Attack on the person",
    summary: "A position is rejected because of who holds it.",
    cues: Cues(
      strong: [
        "hypocri*", "liar", "liars", "incompetent", "incompetence", "no credibility",
        "lost all credibility", "discredited", "charlatan*", "demagogue*", "cannot be trusted",
        "can't be trusted", "dishonest", "shameless", "corrupt politician*",
      ],
      weak: [
        "so called experts", "apologist*", "naive", "naïve", "ignorant", "arrogan*", "cronies",
        "lies",
      ],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "Is the charge documented, and is it fair to the record as a whole?",
        needs: []),
      Question(
        text: "Does the charge bear on the argument, or only on who makes it?",
        needs: []),
      Question(
        text: "Would the same argument fail if somebody else made it?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: generic ad hominem, ethotic argument")

  private static let bias = Scheme(
    id: "bias", name: "Bias",
    summary: "A source is said to be one-sided, so that its word counts for less.",
    cues: Cues(
      strong: [
        "biased", "one sided", "vested interest*", "special interest*", "conflict of interest",
        "paid by", "funded by", "in the pocket of", "propaganda", "partisan",
      ],
      weak: [
        "lobby*", "bias", "agenda driven",
      ],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "What shows the bias, other than the position itself?",
        needs: []),
      Question(
        text: "Is this a matter on which taking a side is to be expected?",
        needs: []),
      Question(
        text: "Do sources without that interest come to another view?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from bias")

  private static let precedent = Scheme(
    id: "precedent", name: "Precedent",
    summary: "What happened before is taken as the rule for this case.",
    cues: Cues(
      strong: [
        "history shows", "history teaches", "history suggests", "precedent", "again and again",
        "time and again", "time and time again", "familiar script", "every time", "lesson of",
        "lessons of", "lessons from", "we have seen this", "has always", "have always",
        "as in the past", "once again", "track record", "yet again",
      ],
      weak: [
        "the last time", "in the past", "history", "repeatedly", "traditionally",
      ],
      except: [
        "natural history", "history books",
      ]),
    slots: [.cue],
    questions: [
      Question(
        text: "Which earlier cases stand behind “{cue}”, and which are left out?",
        needs: [.cue]),
      Question(
        text: "What has changed since then that could make this time different?",
        needs: []),
      Question(
        text: "Are the earlier cases like this one in what matters?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: argument from precedent; argument from example")

  private static let analogy = Scheme(
    id: "analogy", name: "Analogy",
    summary: "What holds of one case is said to hold of a similar one.",
    cues: Cues(
      strong: [
        "just as", "no different from", "no different than", "the equivalent of", "is like a",
        "is like an", "are like", "much like", "akin to", "in the same way", "imagine if",
        "the modern version of", "resembles", "similar to", "by the same logic", "comparable to",
        "reminiscent of", "as if",
      ],
      weak: [
        "like a", "like an", "^ imagine", "compare", "compared to", "parallel", "parallels",
        "echoes", "insurance policy", "trojan horse",
      ],
      except: [
        "looks like a", "feel like a", "just as importantly", "would like the", "just as many",
      ]),
    slots: [.likeness],
    questions: [
      Question(
        text:
          "Where does the comparison with “{likeness}” break down, and does that matter "
          + "here?",
        needs: [.likeness]),
      Question(
        text: "In which respects do the two cases differ, and do those differences matter here?",
        needs: []),
      Question(
        text: "Is there a closer comparison that points the other way?",
        needs: []),
      Question(
        text: "Is what is said of the other case itself true?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from analogy")

  private static let example = Scheme(
    id: "example", name: "Generalisation from example",
    summary: "One or a few cases stand for all.",
    cues: Cues(
      strong: [
        "for example", "for instance", "^ take", "^ consider", "one need look no further",
        "a case in point", "the case of", "a good example", "a perfect example", "exemplifies",
        "epitomizes", "illustrates",
      ],
      weak: [
        "such as", "look at", "including",
      ],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "Is this example typical, or chosen because it is striking?",
        needs: []),
      Question(
        text: "Which cases point the other way, and how many are there?",
        needs: []),
      Question(
        text: "How far beyond this case is the conclusion meant to reach?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from example")

  private static let generalisation = Scheme(
    id: "generalisation", name: "Sweeping generalisation",
    summary: "Something is said of all that may hold only of some.",
    prior: -0.2,
    cues: Cues(
      strong: [
        "always", "never", "all of them", "every single", "no one ever", "without exception",
        "everywhere", "invariably", "all politicians", "nobody", "no one", "none of", "everyone",
        "everything",
      ],
      weak: [
        "every", "entire", "only ever",
      ],
      except: [
        "not always", "above all", "after all", "all but", "first of all", "all the more",
        "never mind", "at all", "all too", "every year", "every day", "everyone knows",
        "everyone else", "everything else", "not all", "all along", "of all", "every time",
        "all over",
      ]),
    slots: [.cue],
    questions: [
      Question(
        text: "Is “{cue}” meant literally, and would one exception matter?",
        needs: [.cue]),
      Question(
        text: "Is there a case in which this does not hold?",
        needs: []),
      Question(
        text: "Would the argument still stand if it were said only of most cases?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: argument from an exceptional case, composition "
      + "and division")

  private static let sign = Scheme(
    id: "sign", name: "Sign",
    summary: "One thing is taken to show that another is the case.",
    prior: -0.05,
    cues: Cues(
      strong: [
        "a sign of", "a sign that", "signs of", "signs that", "evidence that", "proof that",
        "proof of", "speaks volumes", "indicates", "indicates that", "testament to",
        "a symptom of", "symptom*", "a signal that", "signals that", "reveals", "betrays a",
        "demonstrates that", "shows that", "show that", "which shows",
      ],
      weak: [
        "suggests", "suggests that", "shows", "demonstrates", "indication", "points to",
        "reflects", "underlines", "underscores",
      ],
      except: [
        "shows no", "tv shows", "history shows", "polls show that",
      ]),
    slots: [],
    questions: [
      Question(
        text: "What else could account for this sign?",
        needs: []),
      Question(
        text: "How often does the sign appear where the thing it is said to show is missing?",
        needs: []),
      Question(
        text: "Which signs point the other way?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from sign")

  private static let expertOpinion = Scheme(
    id: "expert_opinion", name: "Expert opinion",
    summary: "Something is so because somebody who knows the field says so.",
    prior: -0.05,
    cues: Cues(
      strong: [
        "according to", "experts", "scientists", "economists", "a study", "studies show",
        "researchers", "officials say", "historians", "analysts say", "scholars", "professor",
        "research shows", "the evidence shows", "doctors say", "data show", "the data",
      ],
      weak: [
        "expert", "study", "studies", "report", "reports", "argues", "analysts", "economist",
      ],
      except: [
        "according to plan", "reports to",
      ]),
    slots: [.source],
    questions: [
      Question(
        text: "Is {source} in a position to know exactly this?",
        needs: [.source],
        generic: "Is the source an authority on exactly this point?"),
      Question(
        text: "Do other experts agree with {source}?",
        needs: [.source],
        generic: "Do others in the same field agree?"),
      Question(
        text: "Is the source reported fully, and has it no interest in the outcome?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from expert opinion")

  private static let popularOpinion = Scheme(
    id: "popular_opinion", name: "Popular opinion",
    summary: "Something is so because most people think so.",
    cues: Cues(
      strong: [
        "everyone knows", "everybody knows", "most people", "most americans", "most voters",
        "polls show", "no one doubts", "nobody doubts", "widely believed", "widely seen",
        "widely regarded", "public opinion", "a majority of", "the vast majority", "common sense",
        "the consensus", "it is well known", "conventional wisdom", "few would dispute",
        "as we all know", "popular support", "the world knows",
      ],
      weak: [
        "polls", "the public", "voters want", "people want", "many people", "increasingly seen",
      ],
      except: [
        "the public purse", "the public sector", "the public interest",
      ]),
    slots: [],
    questions: [
      Question(
        text: "What shows that so many believe it, and how was it asked?",
        needs: []),
      Question(
        text: "Why would they be right about this?",
        needs: []),
      Question(
        text: "Who disagrees, and on what grounds?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from popular opinion")

  private static let popularPractice = Scheme(
    id: "popular_practice", name: "Popular practice",
    summary: "Something is right because it is what others do.",
    cues: Cues(
      strong: [
        "everyone does", "everyone else", "other countries", "the rest of the world",
        "most countries", "every other country", "common practice", "standard practice",
        "the norm", "long been the practice", "most european countries",
      ],
      weak: [
        "the usual practice"
      ],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "Do those who do this have reasons that hold here as well?",
        needs: []),
      Question(
        text: "How well has the practice served those who follow it?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from popular practice")

  private static let slipperySlope = Scheme(
    id: "slippery_slope", name: "Slippery slope",
    summary: "A first step is said to lead, step by step, to something nobody wants.",
    cues: Cues(
      strong: [
        "slippery slope", "first step", "where does it end", "where will it end", "before long",
        "open the door", "opens the door", "opening the door", "floodgates", "what comes next",
        "thin end of the wedge", "sets a precedent", "dangerous precedent", "sooner or later",
        "it is only a matter of time", "a matter of time", "next thing",
      ],
      weak: [
        "paves the way", "pave the way", "eventually", "spiral*", "emboldens", "embolden",
      ],
      except: [
        "first step toward peace"
      ]),
    slots: [],
    questions: [
      Question(
        text: "Which step of the chain is the weakest?",
        needs: []),
      Question(
        text: "What could stop the chain after its first step?",
        needs: []),
      Question(
        text: "Has such a chain run to its end before?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: slippery slope argument; gradualism")

  private static let alternatives = Scheme(
    id: "alternatives", name: "Alternatives",
    summary: "All ways but one are ruled out, so the one that is left is taken.",
    cues: Cues(
      strong: [
        "either * or", "only option", "the only way", "the only * left", "the only alternative",
        "only solution", "the only * that can", "no choice", "no alternative", "no other way",
        "or else", "the choice is", "the only answer", "only hope", "nothing left but",
        "not whether * but", "the alternative is", "the only honest", "only realistic",
      ],
      weak: [
        "unless", "otherwise", "the only", "rather than", "the alternative", "a choice between",
        "versus",
      ],
      except: [
        "either way", "not the only",
      ]),
    slots: [.optionA, .optionB],
    questions: [
      Question(
        text: "Is there a third way besides {option_a} and {option_b}?",
        needs: [.optionA, .optionB],
        generic: "Is there a possibility that has not been named?"),
      Question(
        text: "Is the option that is ruled out as bad as it is made to look?",
        needs: []),
      Question(
        text: "Could parts of both be combined?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from alternatives")

  private static let fearDanger = Scheme(
    id: "fear_danger", name: "Appeal to danger",
    summary: "Something must be done, or avoided, because a danger threatens.",
    cues: Cues(
      strong: [
        "catastroph*", "existential", "before it is too late", "before it's too late",
        "ultimate price", "grave danger", "a threat to", "threat to", "the threat of",
        "danger of", "at risk", "at stake", "in danger", "dangerous", "threat", "threats",
        "threatens", "disaster", "disastrous", "ticking time bomb", "on the brink", "survival",
        "peril*", "deadly", "alarming",
      ],
      weak: [
        "danger", "crisis", "fear", "fears", "risk",
      ],
      except: [
        "no threat to", "not a threat to", "natural disaster",
      ]),
    slots: [],
    questions: [
      Question(
        text: "How probable is the danger, and on whose estimate?",
        needs: []),
      Question(
        text: "Would what is proposed in fact make the danger smaller?",
        needs: []),
      Question(
        text: "Does the cure bring dangers of its own?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: danger appeal, fear appeal")

  private static let values = Scheme(
    id: "values", name: "Values",
    summary: "Something is to be judged by a value that it serves or betrays.",
    prior: -0.05,
    cues: Cues(
      strong: [
        "justice", "freedom", "liberty", "fairness", "dignity", "equality", "betray*",
        "moral duty", "moral obligation", "morally", "immoral", "who we are", "our values",
        "human rights", "rule of law", "a matter of principle", "solidarity", "shameful",
        "a disgrace", "unfair", "unjust", "injustice",
      ],
      weak: [
        "principle", "principles", "moral", "rights", "democracy", "wrong", "values", "honor",
        "honour", "democratic", "right thing",
      ],
      except: [
        "justice department", "department of justice", "in principle", "justice minister",
        "freedom of information", "chief justice", "criminal justice", "justice system",
        "social justice warrior*", "went wrong", "gone wrong", "goes wrong",
      ]),
    slots: [.value],
    questions: [
      Question(
        text: "Would everyone concerned put {value} first here?",
        needs: [.value],
        generic: "Would everyone concerned rank this value so high?"),
      Question(
        text: "Which other value has to give way, and is that said?",
        needs: []),
      Question(
        text: "Is {value} in practice served by what is argued for?",
        needs: [.value],
        generic: "Is the value in practice served by what is argued for?"),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from values")

  private static let sunkCost = Scheme(
    id: "sunk_cost", name: "Waste",
    summary: "One should go on, because stopping would waste what has been put in.",
    cues: Cues(
      strong: [
        "so much invested", "be wasted", "cannot stop now", "can't stop now", "come this far",
        "would have been in vain", "in vain", "too late to turn back", "see it through",
        "finish the job", "for nothing",
      ],
      weak: [
        "squander*", "throw away", "already spent",
      ],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "Leaving aside what has been spent, is going on the best next step?",
        needs: []),
      Question(
        text: "How likely is success from here?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: argument from waste; argument from sunk costs")

  private static let commitment = Scheme(
    id: "commitment", name: "Inconsistent commitment",
    summary: "A party's words or deeds are held against what it says now.",
    cues: Cues(
      strong: [
        "double standard*", "once said", "claims to * but", "by its own standards",
        "by their own standards", "by his own", "by their own", "purports to", "broken promise*",
        "broke * promise", "contradict*", "inconsistent", "not practice what", "while claiming",
        "even as * claims", "despite * promises", "despite promises", "vowed to",
        "in the same breath", "own words",
      ],
      weak: [
        "promised", "promises", "pledged", "claims to", "supposedly", "ironic*",
        "nonetheless claims",
      ],
      except: [
        "has yet", "have yet", "not yet", "yet another", "yet again", "yet to",
      ]),
    slots: [],
    questions: [
      Question(
        text: "Did the party commit itself to exactly this, and when?",
        needs: []),
      Question(
        text: "Has a reason been given for the change?",
        needs: []),
      Question(
        text: "Does the inconsistency show that the present position is wrong?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: inconsistent commitment; pragmatic "
      + "inconsistency")

  private static let ignorance = Scheme(
    id: "ignorance", name: "Lack of evidence",
    summary: "Nothing has been found, so nothing is there.",
    cues: Cues(
      strong: [
        "no evidence", "no proof", "there is no sign", "little evidence", "no indication",
        "has never been shown", "have never been shown", "no reason to believe",
        "no reason to think", "nothing suggests", "scant evidence", "unproven", "not a shred of",
      ],
      weak: [
        "no one has shown", "remains unclear", "no record of",
      ],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "How thoroughly has anybody looked for it?",
        needs: []),
      Question(
        text: "Who has to prove the point here, and why?",
        needs: []),
      Question(
        text: "Would it be known if it were so?",
        needs: []),
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 9: argument from ignorance")

  private static let rule = Scheme(
    id: "rule", name: "Rule",
    summary: "A rule or a law settles the case.",
    cues: Cues(
      strong: [
        "against the law", "by law", "the law requires", "the constitution", "unconstitutional",
        "illegal", "illegally", "international law", "violates", "violate", "violation of",
        "in breach of", "has a duty to", "have a duty to", "has the right to",
        "have the right to", "entitled to", "no right to", "obliged to", "obligation to",
      ],
      weak: [
        "the rules", "the law", "legitimate", "illegitimate", "a duty",
      ],
      except: [
        "mother in law"
      ]),
    slots: [],
    questions: [
      Question(
        text: "Does the rule cover this case, in its own words?",
        needs: []),
      Question(
        text: "Is there a rule that points the other way, and which one should give way?",
        needs: []),
      Question(
        text: "Are there grounds for an exception here?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: argument from rules; argument from an "
      + "exceptional case")

  private static let groupMember = Scheme(
    id: "group_member", name: "Group and members",
    summary: "What is said of a group is carried over to its members, or the other way round.",
    cues: Cues(
      strong: [
        "^ all liberals", "^ all conservatives", "^ all republicans", "^ all democrats",
        "^ all politicians", "^ all elites", "^ all muslims", "^ all christians",
        "^ all feminists", "^ all millennials", "^ all young people", "^ all bureaucrats",
        "^ all journalists", "^ all academics", "^ all western capitals", "^ all men",
        "^ all women", "^ all immigrants", "liberals always", "conservatives always",
        "republicans always", "democrats always", "politicians always", "elites always",
        "muslims always", "christians always", "feminists always", "millennials always",
        "young people always", "bureaucrats always", "journalists always", "academics always",
        "western capitals always", "men always", "women always", "immigrants always",
        "the west always", "the left always", "the right always", "the elite always",
        "the establishment always", "the media always", "the political class always",
        "the regime always", "the rich always", "the poor always", "the young always",
        "the old always",
      ],
      weak: [
        "^ liberals", "^ conservatives", "^ republicans", "^ democrats", "^ politicians",
        "^ elites", "^ muslims", "^ christians", "^ feminists", "^ millennials", "^ young people",
        "^ bureaucrats", "^ journalists", "^ academics", "^ western capitals", "^ men", "^ women",
        "^ immigrants", "western capitals are", "liberals are", "liberals want",
        "conservatives are", "conservatives want", "republicans are", "republicans want",
        "democrats are", "democrats want", "politicians are", "politicians want", "elites are",
        "elites want", "muslims are", "muslims want", "christians are", "christians want",
        "feminists are", "feminists want", "millennials are", "millennials want",
        "young people are", "young people want", "bureaucrats are", "bureaucrats want",
        "journalists are", "journalists want", "academics are", "academics want",
        "western capitals are", "western capitals want", "men are", "men want", "women are",
        "women want", "immigrants are", "immigrants want", "the west is", "the west wants",
        "the west are", "the west want", "the west has", "the left is", "the left wants",
        "the left are", "the left want", "the left has", "the right is", "the right wants",
        "the right are", "the right want", "the right has", "the elite is", "the elite wants",
        "the elite are", "the elite want", "the elite has", "the establishment is",
        "the establishment wants", "the establishment are", "the establishment want",
        "the establishment has", "the media is", "the media wants", "the media are",
        "the media want", "the media has", "the political class is", "the political class wants",
        "the political class are", "the political class want", "the political class has",
        "the regime is", "the regime wants", "the regime are", "the regime want",
        "the regime has", "the rich is", "the rich wants", "the rich are", "the rich want",
        "the rich has", "the poor is", "the poor wants", "the poor are", "the poor want",
        "the poor has", "the young is", "the young wants", "the young are", "the young want",
        "the young has", "the old is", "the old wants", "the old are", "the old want",
        "the old has",
      ],
      except: [
        "on the left", "to the left", "the left hand", "the right to", "the west bank",
        "the west coast", "social democrats",
      ]),
    slots: [],
    questions: [
      Question(
        text: "Do all who are meant here think or act alike?",
        needs: []),
      Question(
        text: "Who within the group would disagree, and how many are they?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: argument from group and its members; "
      + "composition and division")

  private static let comparison = Scheme(
    id: "comparison", name: "Comparison of degree",
    summary: "One thing is said to be more, better or worse than another.",
    prior: -0.15,
    cues: Cues(
      strong: [
        "far more", "much more", "far less", "far better", "far worse", "more important than",
        "more dangerous than", "better than", "worse than", "the greatest", "the biggest",
        "the most important", "the worst", "the single most", "matters more",
      ],
      weak: [
        "more than", "less than", "the most", "the best", "the least",
      ],
      except: [
        "more than half", "no more than", "more than ever", "better than nothing", "at the best",
      ]),
    slots: [],
    questions: [
      Question(
        text: "By which measure is this compared, and is it the one that counts?",
        needs: []),
      Question(
        text: "What is left out of the comparison?",
        needs: []),
      Question(
        text: "Is the difference large enough to decide the matter?",
        needs: []),
    ],
    reference:
      "Pragmatic argument from alternatives in Walton, Reed & Macagno 2008, ch. 9, and the "
      + "topos of the more and the less")

  private static let prediction = Scheme(
    id: "prediction", name: "Prediction",
    summary: "Something is said about what will happen.",
    prior: -0.15,
    cues: Cues(
      strong: [
        "will become", "is bound to", "are bound to", "is likely to", "are likely to",
        "inevitabl*", "is doomed", "are doomed", "will never", "is unlikely to",
        "are unlikely to", "will continue to", "will not be", "is set to",
      ],
      weak: [
        "will be", "will have", "will", "won't",
      ],
      except: [
        "the will", "will of", "political will", "free will", "good will",
      ]),
    slots: [],
    questions: [
      Question(
        text: "What would have to be seen, and by when, to show that this prediction is wrong?",
        needs: []),
      Question(
        text: "How well have forecasts of this kind done before?",
        needs: []),
      Question(
        text: "What could happen between now and then to prevent it?",
        needs: []),
    ],
    reference:
      "Walton, Reed & Macagno 2008, ch. 9: argument from evidence to a hypothesis; "
      + "argument from cause to effect")

  private static let generalPolicy = Scheme(
    id: "general_policy", name: "General question",
    summary: "Asked of any call for action.",
    cues: Cues(
      strong: [],
      weak: [],
      except: []),
    slots: [.action, .actor],
    questions: [
      Question(
        text: "What would it take to {action}, and who would do it?",
        needs: [.action],
        generic: "What would this take in practice, and who would do it?"),
      Question(
        text: "What happens if nothing is done?",
        needs: []),
      Question(
        text: "Who would be worse off if this were done?",
        needs: []),
    ],
    reference: "")

  private static let generalValue = Scheme(
    id: "general_value", name: "General question",
    summary: "Asked of any judgement.",
    cues: Cues(
      strong: [],
      weak: [],
      except: []),
    slots: [.label],
    questions: [
      Question(
        text: "By what standard is “{label}” a fair description?",
        needs: [.label],
        generic: "By what standard is this judged?"),
      Question(
        text: "Would a fair-minded opponent judge by the same standard?",
        needs: []),
      Question(
        text: "What would have to be different for this judgement to be wrong?",
        needs: []),
    ],
    reference: "")

  private static let generalFact = Scheme(
    id: "general_fact", name: "General question",
    summary: "Asked of any statement of how things are.",
    cues: Cues(
      strong: [],
      weak: [],
      except: []),
    slots: [],
    questions: [
      Question(
        text: "What evidence is offered for this, and where could it be checked?",
        needs: []),
      Question(
        text: "What would show that this is not so?",
        needs: []),
      Question(
        text: "Is there another way to read the same facts?",
        needs: []),
    ],
    reference: "")
}
