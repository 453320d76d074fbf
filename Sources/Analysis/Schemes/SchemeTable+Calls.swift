/// What should be done, and what will come of it.
extension Scheme {
  static let calls: [Scheme] = [
    practicalReasoning, consequenceNegative, consequencePositive, conditional, slipperySlope,
    alternatives, possibility, impossibility, fearDanger, needForHelp, threat, sunkCost, prediction,
  ]

  private static let practicalReasoning = Scheme(
    id: "practical_reasoning", name: "Practical reasoning",
    summary: "Something should be done because it serves a goal.",
    cues: Cues(
      strong: [
        "should", "ought to", "needs to", "need to", "the way to", "it is time to",
        "it's time to", "it is time for * to", "it's time for * to", "time to", "let us",
        "the best way", "the right thing",
        "there is no excuse for", "cannot afford to", "had better", "must", "it is up to",
        "the remedy is", "the solution is", "would be wise to", "would do well to",
        "would be foolish to",
      ],
      weak: [
        "the answer is", "calls for", "demands", "requires", "deserves",
      ],
      except: [
        "should have", "must have", "have to say", "if you should", "when * must", "if * must",
        "who must", "whether * should", "no need to", "the need to", "need to be able",
        "should you", "does not have to", "need not", "used to", "should not surprise",
        "should surprise", "why should", "need to know", "should come as no", "should be clear",
        "should be obvious", "should be noted", "must be said", "what should", "which should",
        "how * should", "should they", "that should be", "time to time", "has to offer",
        "have to offer", "don't need to", "doesn't need to", "should know", "should remember",
        "must remember", "needs to know", "must have been", "must be true",
        "should also be clear", "should be a", "should be the", "must be the", "no time to",
        "had time to", "first time to",
      ]),
    questions: [
      Question(.inaction, "What would happen if {actor} did not {action}?"),
      Question(.motive, "What reasons could {actor} have not to {deed}?", requiring: .doer),
      Question(.contrary, "What reason could there be not to {duty}?"),
      Question(.balance, "What reasons could {warned} have to {warning} all the same?"),
      Question(.cost, "What would it cost to {action}, and who would pay?", requiring: .doer),
      Question(.experience, "What would happen if {undone}?"),
      Question(.opponents, "Who could object to {passive}, and with what reason?"),
      Question(
        .alternative, "Which other means to the same end are there than to {action}?",
        requiring: .doer),
    ],
    reference: compendium("practical inference"))

  private static let consequenceNegative = Scheme(
    id: "consequence_negative", name: "Negative consequences",
    summary: "Something should not be done because of what it would bring about.",
    isDeniable: true,
    cues: Cues(
      strong: [
        "would lead to", "will lead to", "could lead to", "will only", "would only",
        "would be a disaster", "at the cost of", "at the expense of", "backfire", "backfires",
        "devastating", "destabili*", "undermine", "undermines", "undermining", "would undermine",
        "waste of time", "waste of money", "do more harm", "will fail", "would harm",
        "would hurt", "would destroy", "would weaken", "makes * worse", "make * worse",
        "counterproductive", "will pay the price", "would make it harder", "jeopardi*",
      ],
      weak: [
        "risks", "the risk of", "harm", "harms", "damage", "damages", "erode", "erodes",
        "weaken", "weakens", "costs", "the price of", "concedes the", "worse off",
      ]),
    questions: [
      Question(
        .likelihood, "How likely is it that {subject} would {outcome}, and could that be prevented?"
      ),
      Question(.evidence, "What shows that {statement}?", of: .weighty),
    ],
    reference: compendium("argument from negative consequences"))

  private static let consequencePositive = Scheme(
    id: "consequence_positive", name: "Positive consequences",
    summary: "Something should be done because of the good that it would bring about.",
    cues: Cues(
      strong: [
        "would help", "will help", "would make * better", "would make * safer", "would benefit",
        "would improve", "will improve", "would strengthen", "would save", "would reduce",
        "would give * a chance", "would allow", "would bring", "will strengthen", "will bring",
        "will save", "will reduce", "can help", "could help", "could save", "will benefit",
        "will allow", "would create", "will create",
      ],
      weak: [
        "benefit", "benefits", "helps", "strengthens", "pays off", "improves",
      ],
      except: [
        "would help * explain", "would bring an end", "would bring * down",
      ]),
    questions: [
      Question(.means, "What would have to go right for {patient} to {outcome}?"),
      Question(.evidence, "What shows that {statement}?"),
    ],
    reference: compendium("argument from positive consequences"))

  private static let conditional = Scheme(
    id: "conditional", name: "Conditional",
    summary: "One thing is said to follow if another is the case.",
    cues: Cues(
      strong: [
        "^ if", "if * then", "but if", "provided that",
      ],
      weak: [
        "if"
      ],
      except: [
        "even if", "as if", "only if", "what if", "if not", "if anything", "if only", "if ever",
        "if and when", "wonder if", "ask if", "if it is true", "know if", "asked if",
        "if * should", "if * must", "if * ought", "if * had", "if * were", "if * was",
        "if we want", "if we are", "if you", "if they want",
      ]),
    questions: [
      Question(.opponents, "On what grounds could one dispute that {plain}?", of: .disputable)
    ],
    reference: "Walton, Reed & Macagno 2008, ch. 1 and 5, on defeasible conditionals")

  private static let slipperySlope = Scheme(
    id: "slippery_slope", name: "Slippery slope",
    summary: "A first step is said to lead, step by step, to something nobody wants.",
    cues: Cues(
      strong: [
        "slippery slope", "where does it end", "where will it end", "before long",
        "open the door", "opens the door", "opening the door", "floodgates", "what comes next",
        "thin end of the wedge", "sooner or later",
        "it is only a matter of time", "a matter of time", "next thing",
      ],
      except: [
        "first step toward", "first step towards", "a good first step",
      ]),
    questions: [
      Question(.exception, "What could stop it before it comes to that?")
    ],
    reference: compendium("slippery slope argument; gradualism"))

  private static let alternatives = Scheme(
    id: "alternatives", name: "Alternatives",
    summary: "All ways but one are ruled out, so the one that is left is taken.",
    cues: Cues(
      strong: [
        "only option", "the only way", "the only way to", "the only way out",
        "the only alternative", "only solution", "no choice", "no choice but", "no alternative",
        "no other way", "the only answer", "the only realistic", "there are only two",
        "there are only three",
        "there is only one way",
      ],
      except: [
        "either way", "not the only", "the only child", "the only daughter", "the only son",
        "would rather than", "the only thing", "the only way i", "only way you", "the only ones",
        "not the only ones", "the only one of", "had no choice", "had * no choice",
        "only way * would",
        "had no alternative", "only way * was",
      ]),
    questions: [
      Question(.scope, "Which other way is passed over by saying “{cue}”?", requiring: .statement)
    ],
    reference: compendium("argument from alternatives"))

  private static let possibility = Scheme(
    id: "possibility", name: "Possibility",
    summary: "Something is put forward because it could be so or could come about.", prior: -0.15,
    cues: Cues(
      strong: [
        "could", "may", "might", "has the potential to", "have the potential to",
      ],
      weak: [
        "potentially", "perhaps", "possibly",
      ],
      except: [
        "may well", "could well", "could be done", "could have", "may have", "might have",
        "could not", "might well", "as may be",
        "could only", "how could", "who could", "may not be", "might not be", "could easily",
        "may be true", "that may be", "it may be", "may be fine", "could hardly", "may never",
        "might never", "could never",
      ]),
    questions: [
      Question(.likelihood, "How likely is it that {foreseen}?")
    ],
    reference: compendium("argument from consequences, on how likely they are"))

  private static let impossibility = Scheme(
    id: "impossibility", name: "Impossibility",
    summary: "Something is ruled out because it cannot be or cannot be done.",
    prior: -0.1,
    cues: Cues(
      strong: [
        "cannot", "can't", "can not", "impossible", "there is no way", "no way to",
        "is unable to", "are unable to", "out of the question", "is not possible", "can never",
        "can no longer",
      ],
      weak: [
        "unrealistic", "unworkable", "hopeless",
      ],
      except: [
        "cannot afford", "can't help but", "cannot but", "cannot help", "cannot be trusted",
        "can't be trusted", "cannot be overstated", "cannot be denied", "could not be clearer",
        "cannot be both", "cannot be the", "cannot be a", "cannot both", "cannot stop now",
        "can't stop now", "if * cannot",
        "if * can't", "who cannot", "who can't", "i can't", "i cannot", "cannot believe",
        "can't believe", "can't be said", "cannot be said", "cannot deny", "can't deny",
        "cannot be ignored", "can't argue", "cannot ignore", "cannot simply", "can't simply",
        "can't just", "cannot just", "cannot be allowed", "cannot allow", "cannot let",
        "cannot be compromised", "can't be compromised", "cannot be a coincidence",
        "cannot be dismissed", "cannot easily", "can't easily", "cannot be an excuse",
        "can no longer be", "there is no way this", "no way to", "cannot be isolated",
        "impossible to believe", "find it impossible", "finds it impossible", "no * solution",
        "can't be dropped", "almost impossible",
      ]),
    questions: [
      Question(.opponents, "On what grounds could one dispute that {plain}?", of: .disputable)
    ],
    reference: compendium("practical inference, on what can be done"))

  private static let fearDanger = Scheme(
    id: "fear_danger", name: "Appeal to danger",
    summary: "Something must be done, or avoided, because a danger threatens.",
    isDeniable: true,
    cues: Cues(
      strong: [
        "catastroph*", "existential", "before it is too late", "before it's too late",
        "ultimate price", "grave danger", "a threat to",
        "danger of", "at risk", "in danger", "threatens", "disastrous", "ticking time bomb",
        "on the brink", "peril*", "is dangerous", "are dangerous", "more dangerous",
      ],
      weak: [
        "danger", "crisis", "fear", "fears", "risk", "dangerous", "threat", "threats",
        "at stake", "disaster", "survival", "deadly", "alarming",
      ],
      except: [
        "no threat to", "not a threat to", "natural disaster", "less dangerous", "death threats",
      ]),
    questions: [
      Question(.likelihood, "What shows that {statement}?", of: .weighty)
    ],
    reference: compendium("danger appeal, fear appeal"))

  private static let needForHelp = Scheme(
    id: "need_for_help", name: "Appeal to need",
    summary: "Something should be done because somebody is in need and can be helped.",
    cues: Cues(
      strong: [
        "those in need", "cry for help", "most vulnerable",
        "turn * back on",
      ],
      except: [
        "in need of repair"
      ]),
    questions: [
      Question(
        .means, "Would what is asked for reach those who are in need?", requiring: .statement)
    ],
    reference: compendium("argument from need for help; argument from distress"))

  private static let threat = Scheme(
    id: "threat", name: "Threat",
    summary: "Somebody is to act, or to refrain, because of what will be done to them otherwise.",
    cues: Cues(
      strong: [
        "will face consequences", "will be punished", "will be held responsible", "pay dearly",
        "or face", "will retaliate", "teach * a lesson",
      ],
      except: [
        "or face to face"
      ]),
    questions: [
      Question(.means, "Can and will the threat be carried out?")
    ],
    reference: compendium("argument from threat"))

  private static let sunkCost = Scheme(
    id: "sunk_cost", name: "Waste",
    summary: "One should go on, because stopping would waste what has been put in.",
    cues: Cues(
      strong: [
        "so much invested", "be wasted", "cannot stop now", "can't stop now", "come this far",
        "would have been in vain", "in vain", "too late to turn back", "see it through",
        "finish the job", "for nothing",
      ]),
    questions: [
      Question(.alternative, "Leaving aside what has been spent, is going on the best next step?")
    ],
    reference: compendium("argument from waste; argument from sunk costs"))

  private static let prediction = Scheme(
    id: "prediction", name: "Prediction",
    summary: "Something is said about what will happen.",
    prior: -0.1,
    cues: Cues(
      strong: [
        "will become", "is bound to", "are bound to", "is likely to", "are likely to",
        "inevitabl*", "is doomed", "are doomed", "will never", "is unlikely to",
        "are unlikely to", "will continue to", "will not be", "is set to", "will not", "will be",
        "will have", "will", "won't", "is going to", "are going to",
      ],
      except: [
        "the will", "will of", "political will", "free will", "good will", "ill will", "will to",
        "own will", "who will", "that will", "which will", "will power", "will not be able to",
        "will i", "will you", "we will", "we'll", "it will take", "will want to", "is likely to",
        "are likely to", "there will always be",
      ]),
    questions: [
      Question(.evidence, "{inverted}, and what makes that likely?", of: .forecast),
      Question(.exception, "What would have to happen for {patient} not to {outcome}?"),
    ],
    reference: compendium("argument from evidence to a hypothesis; argument from cause to effect"))
}
