/// From one case to another, from some to all and back.
extension Scheme {
  static let cases: [Scheme] = [
    precedent, analogy, example, generalisation, sample, amount, exceptionalCase, composition,
    groupMember,
    comparison,
  ]

  private static let precedent = Scheme(
    id: "precedent", name: "Precedent",
    summary: "What happened before is taken as the rule for this case.",
    cues: Cues(
      strong: [
        "history shows", "history teaches", "history suggests", "familiar script", "lesson of",
        "lessons of", "lessons from", "we have seen this", "as in the past", "history repeats",
      ],
      except: [
        "natural history", "history books", "dangerous precedent", "sets a precedent",
        "unprecedented", "have always been able", "in history",
      ]),
    questions: [
      Question(.difference, "What has changed since then that could make this time different?")
    ],
    reference: compendium("argument from precedent; argument from example"))

  private static let analogy = Scheme(
    id: "analogy", name: "Analogy",
    summary: "What holds of one case is said to hold of a similar one.",
    cues: Cues(
      strong: [
        "^ just as", "^ but just as", "no different from", "no different than",
        "the equivalent of", "is like a", "is like an", "much like", "akin to",
        "in the same way", "imagine if", "the modern version of", "resembles",
        "by the same logic", "comparable to", "reminiscent of",
      ],
      weak: [
        "like a", "like an", "^ imagine", "parallel", "parallels", "echoes", "are like",
      ],
      except: [
        "looks like a", "feel like a", "just as importantly", "would like the", "just as many",
        "just as much", "just as well", "just as likely", "look as if", "not as if",
        "people like a", "more like a", "look like a", "sound like a", "looks like an",
        "more like an", "sounds like a",
      ]),
    questions: [
      Question(
        .difference,
        "Where does the comparison with “{likeness}” break down, and does that matter here?"),
      Question(
        .relevance,
        "In which respects do the two cases differ, and do those differences matter here?",
        requiring: .statement),
    ],
    reference: compendium("argument from analogy"))

  private static let example = Scheme(
    id: "example", name: "Generalisation from example",
    summary: "One or a few cases stand for all.",
    cues: Cues(
      strong: [
        "one need look no further", "a case in point", "a good example",
        "exemplifies", "epitomizes", "illustrates", "a prime example",
      ],
      except: [
        "take * seriously", "take care", "in the case of", "illustrates what",
      ]),
    questions: [
      Question(.scope, "How typical is this case, and which cases point the other way?")
    ],
    reference: compendium("argument from example"))

  private static let generalisation = Scheme(
    id: "generalisation", name: "Sweeping generalisation",
    summary: "Something is said of all that may hold only of some.", prior: -0.2,
    cues: Cues(
      strong: [
        "always", "without exception", "everywhere", "invariably", "^ nobody", "^ no one",
        "^ everyone", "^ everybody", "^ no * can", "^ no * has", "^ no * is", "^ no * are",
        "^ all", "^ every", "anyone who", "every single", "never",
      ],
      except: [
        "not always", "everyone knows", "everyone else", "everything else", "every time",
        "nothing but", "nothing less", "nothing more", "nothing to do", "nothing short",
        "has always", "have always", "almost always", "nearly always", "never before",
        "for nothing", "nobody knows", "nothing new", "never again", "almost everyone",
        "nearly everyone", "almost nothing", "if nothing", "nothing else", "no one knows",
        "no one disputes", "no one doubts", "nobody doubts", "nobody disputes", "no one denies",
        "never been shown", "never ending", "all manner", "all that", "never mind", "^ all this",
        "^ all these", "^ all of this", "had always", "was always", "were always", "^ all it",
        "^ no wonder", "^ no doubt", "will always", "would always", "^ every one of these",
        "^ all * this", "^ every * years", "^ every year", "^ every day", "^ every time",
        "^ all we", "^ all they", "^ all you", "^ all i", "^ all he", "^ no one * should",
        "^ nobody * should", "never been", "never know", "^ no matter", "may never",
        "^ all made", "never a", "we never",
      ]),
    questions: [
      Question(.exception, "{inverted}, or are there exceptions?", of: .universal)
    ],
    reference: compendium("argument from an exceptional case; composition and division"))

  private static let sample = Scheme(
    id: "sample", name: "Figures",
    summary: "A number, or what was found in a sample, is offered as the measure of the whole.",
    cues: Cues(
      strong: [
        "per cent of", "percent of", "out of ten", "in ten", "on average",
        "polls show", "surveys show", "twice as", "times as", "times more", "half of all",
      ],
      weak: [
        "per cent", "percent",
      ],
      except: [
        "millions of people"
      ]),
    questions: [
      Question(.source, "Who arrived at this figure, and how was it counted?", requiring: .inverted)
    ],
    reference: compendium("argument from a random sample to a population"))

  private static let amount = Scheme(
    id: "amount", name: "Unmeasured amount",
    summary: "The argument leans on how much or how often, and no number is given.",
    prior: -0.1,
    cues: Cues(
      strong: [
        "most of", "a growing number of", "huge swaths of",
        "countless", "^ most", "^ few", "the overwhelming majority of",
      ],
      weak: [
        "most", "few",
      ],
      except: [
        "most important", "at most", "for the most part", "as many as", "how many", "so many",
        "most people", "more often than not", "a few years", "few years", "not many",
        "how often", "too many", "too often", "few weeks", "few months", "few days",
        "most americans", "the most", "a few", "most countries", "one of", "most of the time",
        "most of their time", "most of those", "most of us", "most of it", "most of them",
      ]),
    questions: [
      Question(.standard, "What count or estimate does “{amount}” rest on?")
    ],
    reference: compendium("argument from a random sample to a population"))

  private static let exceptionalCase = Scheme(
    id: "exceptional_case", name: "Exceptional case",
    summary: "A rule is granted, but this case is said to be an exception.",
    cues: Cues(
      strong: [
        "is an exception", "are an exception", "the exception", "unlike any other",
        "special case", "extraordinary times", "extraordinary circumstances", "exceptional",
        "is unique", "are unique", "uniquely",
      ],
      except: [
        "without exception", "no exception", "with the exception of", "exceptionally",
        "none of this is unique", "is unique to",
      ]),
    questions: [
      Question(.difference, "What sets this case apart from those in which the rule holds?")
    ],
    reference: compendium("argument from an exceptional case; plea for excuse"))

  private static let composition = Scheme(
    id: "composition", name: "Parts and whole",
    summary: "What holds of the parts is said to hold of the whole, or the other way round.",
    cues: Cues(
      strong: [
        "the sum of", "is made up of", "the entire system", "rotten to the core",
        "the whole system", "microcosm",
      ],
      except: [
        "on the whole", "the whole point", "the whole truth", "the whole world",
      ]),
    questions: [
      Question(.inference, "Does what holds of the parts hold of the whole as well?")
    ],
    reference: compendium("argument from composition; argument from division"))

  private static let groupMember = Scheme(
    id: "group_member", name: "Group and members",
    summary: "What is said of a group is carried over to its members, or the other way round.",
    cues: Cues(
      strong: [
        "^ all liberals", "^ all conservatives", "^ all republicans", "^ all democrats",
        "^ all politicians", "^ all muslims", "^ all christians", "^ all men", "^ all women",
        "^ all immigrants", "politicians always", "elites always", "the west always",
        "the left always", "the right always", "the establishment always", "the media always",
        "young people always",
      ],
      weak: [
        "liberals are", "liberals want", "conservatives are", "conservatives want",
        "republicans are", "republicans want", "democrats are", "democrats want",
        "politicians are", "politicians want", "elites are", "elites want", "the west wants",
        "the west has", "the left is", "the left wants", "the left has", "the right wants",
        "the right has", "the elite is", "the establishment is", "the media are", "the media is",
        "the media has", "the political class is", "the political class has", "the regime wants",
        "the rich are", "the poor are", "young people are", "millennials are", "men are",
        "women are", "immigrants are",
      ],
      except: [
        "on the left", "to the left", "the left hand", "the right to", "social democrats",
      ]),
    questions: [
      Question(.opponents, "On what grounds could one dispute that {plain}?", of: .disputable)
    ],
    reference: compendium("argument from group and its members"))

  private static let comparison = Scheme(
    id: "comparison", name: "Comparison of degree",
    summary: "One thing is said to be more, better or worse than another.",
    prior: -0.15,
    cues: Cues(
      strong: [
        "more important than", "more dangerous than", "the worst * ever", "the greatest",
        "the biggest", "the most important", "the worst", "the single most", "matters more",
        "more * than", "less * than", "fewer * than", "as * as any", "most important of all",
      ],
      weak: [
        "more than", "less than", "the most", "the best", "the least",
      ],
      except: [
        "more than half", "no more than", "more than ever", "more or less * than",
        "more about * than", "more often than", "no less than", "other than", "more than",
        "less than", "less about * than", "not more * than", "better than nothing",
        "at the best", "nothing more than", "the best way", "the most part", "little more than",
        "more than a", "at the most", "the most recent", "more * than ever",
        "more necessary than", "no more", "any more", "more and more", "even more so", "more so",
        "what is more", "once more", "more to", "more or less", "far more", "better off",
        "no longer", "much more",
      ]),
    questions: [
      Question(
        .standard, "{inverted}, and by which measure?", requiring: .plain, of: .degree)
    ],
    reference:
      compendium("pragmatic argument from alternatives")
      + ", and the topos of the more and the less")
}
