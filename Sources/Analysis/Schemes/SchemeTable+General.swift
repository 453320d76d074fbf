/// Asked where no scheme shows, by what the claim is about and by what its main clause is like.
extension Scheme {
  static let generalQuestions: [Scheme] = [generalPolicy, generalValue, generalFact, generalThesis]

  private static let generalPolicy = Scheme(
    id: "general_policy", name: "General question",
    summary: "Asked of any call for action.",
    cues: Cues(strong: []),
    questions: [
      Question(.motive, "What reason could there be not to {duty}?"),
      Question(.cost, "What reasons could {warned} have to {warning} all the same?"),
      Question(.priority, "{inverted}, and what speaks against it?", of: .actionable),
      Question(.opponents, "On what grounds could one dispute that {plain}?", of: .actionable),
    ],
    reference: "")

  private static let generalValue = Scheme(
    id: "general_value", name: "General question",
    summary: "Asked of any judgement.",
    cues: Cues(strong: []),
    questions: [
      Question(.alternative, "{inverted}, or for another reason?", of: .explained),
      Question(.inaction, "{inverted}, and what would be lost otherwise?", of: .duty),
      Question(.means, "{inverted}, or is there another way?", of: .necessary),
      Question(.relevance, "{inverted}, or does something else matter more?", of: .foremost),
      Question(.motive, "What reason could there be not to {duty}?"),
      Question(.cost, "What reasons could {warned} have to {warning} all the same?"),
      Question(.experience, "What reason could there be to {misdeed} all the same?"),
      Question(.wording, "What could be said against calling {judged} {verdict}?"),
      Question(.balance, "How would {charged} answer this charge?"),
      Question(.exception, "{inverted}, or are there exceptions?", of: .universal),
      Question(.source, "{inverted}, and how is it known?", of: .unseen),
      Question(.priority, "{inverted}, and by which measure?", of: .degree),
      Question(.evidence, "What shows that {finding}?"),
      Question(.opponents, "On what grounds could one dispute that {plain}?", of: .disputable),
    ],
    reference: "")

  private static let generalFact = Scheme(
    id: "general_fact", name: "General question",
    summary: "Asked of any statement of how things are.",
    cues: Cues(strong: []),
    questions: [
      Question(.alternative, "{inverted}, or for another reason?", of: .explained),
      Question(.inaction, "{inverted}, and what would be lost otherwise?", of: .duty),
      Question(.means, "{inverted}, or is there another way?", of: .necessary),
      Question(.relevance, "{inverted}, or does something else matter more?", of: .foremost),
      Question(.motive, "What reason could there be not to {duty}?"),
      Question(.cost, "What reasons could {warned} have to {warning} all the same?"),
      Question(.balance, "How would {charged} answer this charge?"),
      Question(.wording, "What could be said against calling {judged} {verdict}?"),
      Question(.exception, "{inverted}, or are there exceptions?", of: .universal),
      Question(.source, "{inverted}, and how is it known?", of: .unseen),
      Question(.standard, "{inverted}, and by which measure?", of: .degree),
      Question(.experience, "What shows that {finding}?"),
      Question(.opponents, "On what grounds could one dispute that {plain}?", of: .disputable),
    ],
    reference: "")

  private static let generalThesis = Scheme(
    id: "general_thesis", name: "General question",
    summary: "Asked of what an essay holds above all, where nothing else can be.",
    cues: Cues(strong: []),
    questions: [
      Question(.opponents, "On what grounds could one dispute that {claim}?", of: .arguable)
    ],
    reference: "")
}
