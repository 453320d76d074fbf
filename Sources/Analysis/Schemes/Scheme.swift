/// An argument scheme: a recurring pattern of reasoning with the questions that it leaves open
/// (Walton, Reed and Macagno, Argumentation Schemes, Cambridge University Press 2008).
struct Scheme: Sendable {
  struct Cues: Sendable {
    /// Turns of phrase that hardly occur without the scheme.
    var strong: [String]
    /// Those that often do.
    var weak: [String]
    /// Where one of these stands, no cue that overlaps it counts.
    var except: [String]
  }

  struct Question: Sendable {
    /// May name slots in braces: "What would it cost to {action}?"
    var text: String
    /// The slots that it names.
    var needs: [Slot]
    /// What is asked where a slot could not be filled; `nil` where the question needs none.
    var generic: String? = nil
  }

  var id: String
  var name: String
  /// One sentence on what the scheme is.
  var summary: String
  /// Added to the strength of its cues: below 0 where they often stand without the scheme.
  var prior: Float = 0
  var cues: Cues
  /// What may be filled in from the sentence.
  var slots: [Slot]
  /// Best first.
  var questions: [Question]
  /// Where it is described; empty for general questions.
  var reference: String
}

/// A part of a claim that a question may speak of.
enum Slot: String, Sendable, Hashable {
  /// What should be done: "raise the tax".
  case action
  /// Who should do it, or who wants something: "the council".
  case actor
  /// What somebody is after: "win time".
  case motive
  /// What would do something, and what it would do: "the tax", "hurt the poor".
  case subject, effect
  case cause
  /// The author's words for something: "a trap".
  case label
  /// What something is likened to: "a house of cards".
  case likeness
  case source
  case value
  case optionA = "option_a"
  case optionB = "option_b"
  /// The words that gave the scheme away.
  case cue
}
