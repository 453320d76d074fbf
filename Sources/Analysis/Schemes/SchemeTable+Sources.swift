/// Who says so, and who thinks so.
extension Scheme {
  static let sources: [Scheme] = [expertOpinion, positionToKnow, popularOpinion, popularPractice]

  private static let expertOpinion = Scheme(
    id: "expert_opinion", name: "Expert opinion",
    summary: "Something is so because somebody who knows the field says so.",
    prior: -0.05,
    cues: Cues(
      strong: [
        "according to", "experts say", "experts agree", "experts warn", "experts believe",
        "scientists say", "scientists agree", "scientists warn", "economists say",
        "economists agree", "studies show", "researchers found", "researchers have found",
        "officials say", "historians agree", "analysts say", "research shows",
        "the evidence shows", "doctors say", "data show",
      ],
      except: [
        "according to plan", "reports to", "so called experts", "according to the idea",
        "according to the belief",
      ]),
    questions: [
      Question(.source, "Is {source} in a position to know exactly this?"),
      Question(.opponents, "Who in the same field disagrees, and on what grounds?"),
    ],
    reference: compendium("argument from expert opinion"))

  private static let positionToKnow = Scheme(
    id: "position_to_know", name: "Position to know",
    summary: "Something is so because somebody who was there, or is concerned, says so.",
    cues: Cues(
      strong: [
        "i have seen", "i saw", "i have met", "in my experience", "eyewitness*",
        "those who lived", "who were there",
      ],
      except: [
        "jehovah's witnesses"
      ]),
    questions: [
      Question(.source, "How much of the whole could be seen from there?")
    ],
    reference: compendium("argument from position to know; argument from witness testimony"))

  private static let popularOpinion = Scheme(
    id: "popular_opinion", name: "Popular opinion",
    summary: "Something is so because most people think so.",
    cues: Cues(
      strong: [
        "everyone knows that", "everybody knows that", "most people think",
        "most people believe", "most people agree", "most americans think",
        "most americans believe", "most voters think", "most voters believe", "widely believed",
        "widely seen",
        "widely regarded", "the consensus", "it is well known", "few would dispute",
        "as we all know", "we all know", "few doubt",
      ],
      except: [
        "the public purse", "the public sector", "the public interest", "the public good",
      ]),
    questions: [
      Question(
        .evidence, "What shows that so many believe it, and how were they asked?",
        requiring: .statement)
    ],
    reference: compendium("argument from popular opinion"))

  private static let popularPractice = Scheme(
    id: "popular_practice", name: "Popular practice",
    summary: "Something is right because it is what others do.",
    cues: Cues(
      strong: [
        "everyone does", "like other countries", "other countries have", "other countries do",
        "as other countries", "like the rest of the world", "most countries have",
        "every other country", "common practice", "standard practice", "long been the practice",
      ]),
    questions: [
      Question(.relevance, "Do those who do this have reasons that hold here as well?")
    ],
    reference: compendium("argument from popular practice"))
}
