/// An argument scheme: a recurring pattern of reasoning with the questions that it leaves open
/// (Walton, Reed and Macagno, Argumentation Schemes, Cambridge University Press 2008).
struct Scheme: Sendable {
  struct Cues: Sendable {
    /// Turns of phrase that hardly occur without the scheme.
    var strong: [String]
    /// Those that often do.
    var weak: [String] = []
    /// Where one of these stands, no cue that overlaps it counts.
    var except: [String] = []
  }

  struct Question: Sendable {
    /// What it is after. A scheme has one question of an aim, and a claim is asked none twice.
    var aim: Aim
    /// May name slots in braces: "What would it cost to {action}?"
    var text: String
    /// What is asked where a slot could not be filled; `nil` where the question is left out then.
    var generic: String?
    /// A slot that must be filled although the question does not name it: a question without the claim's
    /// words is about the claim only where the cue stands in its main clause.
    var requirement: Slot?
    /// What the main clause must be like.
    var trait: Trait?

    init(
      _ aim: Aim, _ text: String, generic: String? = nil, requiring requirement: Slot? = nil,
      of trait: Trait? = nil
    ) {
      self.aim = aim
      self.text = text
      self.generic = generic
      self.requirement = requirement
      self.trait = trait
    }
  }

  var id: String
  var name: String
  /// One sentence on what the scheme is, for a reader who asks.
  var summary: String
  /// Added to the strength of its cues: below 0 where they often stand without the scheme.
  var prior: Float = 0
  /// Whether "no" or "not" before a cue takes it away: "no threat", "hardly a disaster".
  var isDeniable = false
  var cues: Cues
  /// Best first.
  var questions: [Question]
  /// Where it is described; empty for general questions.
  var reference: String
}

/// What a question is after. Two questions of one aim say much the same.
enum Aim: String, Sendable, Hashable, CaseIterable {
  /// Price, losers, what must be given up.
  case cost
  /// What happens if nothing is done.
  case inaction
  /// Another way to the same end, another explanation.
  case alternative
  /// Whether those who would have to act can and will.
  case means
  /// How probable, on whose estimate.
  case likelihood
  /// Harms left out of a benefit, benefits left out of a harm.
  case balance
  /// What happened where it was tried.
  case experience
  /// What shows it, where it can be checked.
  case evidence
  /// By what mechanism or chain of steps.
  case steps
  /// Cases that do not fit.
  case exception
  /// How far it reaches, how much of it is meant.
  case scope
  /// Whether the rest follows from what is given.
  case inference
  /// By which measure or definition.
  case standard
  /// Whether neutral words would do.
  case wording
  /// Who would deny it.
  case opponents
  /// What somebody is after.
  case motive
  /// Whether it bears on the matter at all.
  case relevance
  /// Where two cases differ, what has changed since.
  case difference
  /// Whether a source knows and says so.
  case source
  /// Which other value or rule gives way.
  case priority
  /// What could have been meant as a commitment.
  case record
  /// What could be said for the opposite.
  case contrary
}

/// A part of a claim that a question may speak of, filled with the claim's own words.
enum Slot: String, Sendable, Hashable, CaseIterable {
  /// What should be done: "raise the tax".
  case action
  /// The same, or "do so" where that is much to say twice.
  case deed
  /// Who should do it.
  case actor
  /// The same where it is somebody who can: people, or what they are organised in.
  case doer
  /// What should be done, with those it is done to: "residents being asked".
  case passive
  /// The same as it would be without that: "residents were not asked".
  case undone
  /// Who is after something, as an object: "them" for "they".
  case pursuer
  /// Who is accused of something in the main clause.
  case charged
  /// What would do something, the same as an object ("them" for "they"), and what it would do.
  case subject, patient, outcome
  case cause, effect
  /// What something is put down to: "the failure of the banks".
  case ground
  /// A vague number with its noun: "most voters".
  case amount
  /// Clauses: what follows "because", "if", "shows that".
  case reason, finding
  /// What is judged, as an object, and what it is said to be: "this", "a disgrace".
  case judged, verdict
  /// What is granted beside the main clause: "the toll is low" of "Although the toll is low, …".
  case granted
  /// What it is said not to be, but something else, and it as an object.
  case denied, renamed
  /// Who should not do something, and what they should not do.
  case warned, warning
  /// What it is said to be good, or bad, to do, where nobody is named who would.
  case duty, misdeed
  /// The author's words for something: "a trap".
  case label
  /// What something is likened to: "a house of cards".
  case likeness
  case source
  case value
  /// The words that gave the scheme away.
  case cue
  /// The main clause.
  case claim
  /// The same where the cue stands in it.
  case statement
  /// The same with "will" for the "could" that is the cue.
  case foreseen
  /// The main clause where it is long enough to be about something, stands in one piece and does not say
  /// itself that it may be otherwise.
  case plain
  /// The main clause turned round: "is the toll really fair".
  case inverted
}
