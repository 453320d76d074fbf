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
        "economists agree", "a study", "studies show", "researchers found",
        "researchers have found", "officials say", "historians agree", "analysts say", "a report",
        "research shows", "the evidence shows", "doctors say", "data show", "the data",
      ],
      weak: [
        "expert", "experts", "scientists", "economists", "researchers", "scholars", "historians",
        "study", "studies", "report", "reports", "argues", "analysts", "economist",
        "professor",
      ],
      except: ["according to plan", "reports to", "so called experts"]),
    questions: [
      Question(
        .source, "Is {source} in a position to know exactly this?",
        generic: "Is the source an authority on exactly this point?"),
      Question(
        .opponents, "Who in the same field disagrees with {source}?",
        generic: "Who in the same field disagrees, and on what grounds?"),
      Question(.motive, "Is the source reported fully, and has it no interest in the outcome?"),
    ],
    reference: compendium("argument from expert opinion"))

  private static let positionToKnow = Scheme(
    id: "position_to_know", name: "Position to know",
    summary: "Something is so because somebody who was there, or is concerned, says so.",
    cues: Cues(
      strong: [
        "as someone who", "i have seen", "i saw", "i have met", "in my experience", "eyewitness*",
        "witnesses", "those who lived", "who were there", "first hand", "firsthand",
        "i know from",
      ],
      weak: ["residents say", "locals say", "i remember", "i know"],
      except: ["jehovah's witnesses"]),
    questions: [
      Question(.source, "How much of the whole could be seen from there?"),
      Question(.opponents, "Do others who were in the same position say the same?"),
      Question(.scope, "Is what was seen once taken for how things are in general?"),
    ],
    reference: compendium("argument from position to know; argument from witness testimony"))

  private static let popularOpinion = Scheme(
    id: "popular_opinion", name: "Popular opinion",
    summary: "Something is so because most people think so.",
    cues: Cues(
      strong: [
        "everyone knows that", "everybody knows that", "most people think", "most people believe",
        "most people agree", "most americans think", "most americans believe", "most voters think",
        "most voters believe",
        "no one doubts", "nobody doubts", "no one disputes", "no one denies", "widely believed",
        "widely seen", "widely regarded",
        "common sense", "the consensus",
        "it is well known", "conventional wisdom", "few would dispute", "as we all know",
        "popular support", "the world knows", "we all know", "few doubt",
      ],
      weak: [
        "polls", "voters want", "people want", "increasingly seen",
      ],
      except: ["the public purse", "the public sector", "the public interest", "the public good"]),
    questions: [
      Question(.evidence, "What shows that so many believe it, and how were they asked?"),
      Question(.relevance, "Are so many in a position to know this?"),
      Question(.opponents, "Who disagrees, and on what grounds?"),
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
      ],
      weak: ["the usual practice", "everyone else"]),
    questions: [
      Question(.relevance, "Do those who do this have reasons that hold here as well?"),
      Question(.experience, "How well has the practice served those who follow it?"),
    ],
    reference: compendium("argument from popular practice"))
}
