/// Asked where no scheme shows, by what the claim is about.
extension Scheme {
  static let generalQuestions: [Scheme] = [generalPolicy, generalValue, generalFact]

  private static let generalPolicy = Scheme(
    id: "general_policy", name: "General question",
    summary: "Asked of any call for action.",
    cues: Cues(strong: []),
    questions: [
      Question(
        .means, "What would it take to {action}, and who would do it?"),
      Question(.cost, "Who would be worse off if this were done?"),
      Question(.opponents, "On what grounds could one dispute that {claim}?"),
      Question(.inaction, "What happens if nothing is done?"),
      Question(.alternative, "What else could be done about it?"),
      Question(.experience, "Where has this been tried, and with what result?"),
    ],
    reference: "")

  private static let generalValue = Scheme(
    id: "general_value", name: "General question",
    summary: "Asked of any judgement.",
    cues: Cues(strong: []),
    questions: [
      Question(.standard, "By what standard {copula} {topic} {predicate}?"),
      Question(
        .wording, "What would have to be true for “{loaded}” to be a fair description?"),
      Question(.opponents, "On what grounds could one dispute that {claim}?"),
      Question(
        .evidence, "Which facts show that {claim}?",
        generic: "Which facts is this judgement based on?"),
      Question(.relevance, "Even if this is granted, why is it a reason to {thesis}?"),
      Question(.exception, "What would have to be different for this judgement to be wrong?"),
      Question(.balance, "What would a fair-minded opponent put on the other side of the scale?"),
      Question(.priority, "Which consideration is weighed too lightly here?"),
    ],
    reference: "")

  private static let generalFact = Scheme(
    id: "general_fact", name: "General question",
    summary: "Asked of any statement of how things are.",
    cues: Cues(strong: []),
    questions: [
      Question(.opponents, "On what grounds could one dispute that {claim}?"),
      Question(
        .evidence, "What evidence shows that {claim}?",
        generic: "What evidence is offered for this, and where could it be checked?"),

      Question(.relevance, "Even if this is so, why is it a reason to {thesis}?"),

      Question(.alternative, "Is there another way to read the same facts?"),
      Question(.scope, "How far does this reach, and where does it stop being true?"),
      Question(.balance, "What would somebody who disputes this point to first?"),
      Question(.inference, "If this is granted, what follows from it for the argument?"),
    ],
    reference: "")
}
