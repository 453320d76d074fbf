/// Asked where no scheme shows, by what the claim is about.
extension Scheme {
  static let generalQuestions: [Scheme] = [generalPolicy, generalValue, generalFact]

  private static let generalPolicy = Scheme(
    id: "general_policy", name: "General question",
    summary: "Asked of any call for action.",
    cues: Cues(strong: []),
    questions: [
      Question(.priority, "{inverted}, and what speaks against it?"),
      Question(.opponents, "On what grounds could one dispute that {plain}?"),
    ],
    reference: "")

  private static let generalValue = Scheme(
    id: "general_value", name: "General question",
    summary: "Asked of any judgement.",
    cues: Cues(strong: []),
    questions: [
      Question(.wording, "What could be said against calling {judged} {verdict}?"),
      Question(.balance, "How would {charged} answer this charge?"),
      Question(.standard, "{inverted}, and who would see it otherwise?"),
      Question(.evidence, "What shows that {finding}?"),
      Question(.opponents, "On what grounds could one dispute that {plain}?"),
    ],
    reference: "")

  private static let generalFact = Scheme(
    id: "general_fact", name: "General question",
    summary: "Asked of any statement of how things are.",
    cues: Cues(strong: []),
    questions: [
      Question(.balance, "How would {charged} answer this charge?"),
      Question(.wording, "What could be said against calling {judged} {verdict}?"),
      Question(.evidence, "{inverted}, and what shows it?"),
      Question(.inference, "What shows that {finding}?"),
      Question(.opponents, "On what grounds could one dispute that {plain}?"),
    ],
    reference: "")
}
