internal import RejoinderCore

/// An open essay and where the reader is in it.
struct Reading: Sendable {
  var essay: Essay
  /// The request that brought the essay; effects about it carry this number.
  var request = 0
  /// Bytes of it that have come, while nothing can be shown.
  var received = 0
  var sentences: [Sentence] = []
  /// Whether ``sentences`` are those of the whole essay.
  var isAssessed = false
  /// Every record, tombstones included, by identifier.
  var annotations: [String: Annotation] = [:]
  /// The live ones that were found in the text, in order of making.
  var resolved: [ResolvedAnnotation] = []
  var packs: [PackMatch] = []
  var replies: [Reply] = []
  /// Claims of the detector's that the reader has answered in this session.
  var answered: [AnsweredClaim] = []
  var isReadOnly = false
  /// Annotations and replies that the store has not confirmed as they are now, by identifier.
  var unsaved: Set<String> = []
  var history = History()

  /// How many rows of the chosen counterargument, where it is longer than the margin, were read on.
  var chosenOffset = 0
  /// The draft that was last in the composer.
  var lastDraft: String?

  /// How many of the detector's claims the reader wants to see.
  var level = HighlightLevel.usual
  /// The language, where it is not English; told once the essay has been assessed.
  var foreignLanguage: ForeignLanguage?
  /// What is highlighted: the sum of the above.
  var marking = Marking.empty
  /// Counts the changes of the marking.
  var markingRevision = 0
  var examinations: [Passage: Examination] = [:]
  /// Identifiers of counterarguments that the reader judged, as of the last change of the marking.
  var kept: Set<String> = []
  /// Passages whose examination was asked for as their neighbours now are.
  var requested: Set<Passage> = []
  /// How many examinations of a passage on the page are on their way.
  var awaited: [Passage: Int] = [:]

  var layout: TextLayout
  var top = RowAddress(paragraph: RowAddress.header, row: 0)
  /// First byte shown where the reader put the page; keeps the place when the width changes.
  var topOffset = 0
  /// The same place as a row, in the layout of that time.
  var put = PagePlace()
  /// Whether the cursor was on the page before the page changed its shape.
  var showedCursor = false
  /// Furthest byte that was ever on the screen.
  var furthest = 0
  /// The sentence or claim under the cursor.
  var cursor: Passage?
  var selection: Selection?
  var search: Search?

  /// The chosen counterargument of the focused claim.
  var chosen = 0
  /// Counterarguments shown in full.
  var unfolded: Set<String> = []

  /// Whether the program put the cursor where it is, and may do so again when more is known.
  var isCursorProvisional = false
  /// Where the part of a long text was entered.
  var edge = Model.PartEdge.start
  /// Where the cursor shall go once claims are known: the place of the last visit.
  var wantedFocus: Int?
  /// The same until it is on the page with its note, and where the page was put for it.
  var restored: (focus: Int, top: RowAddress)?
  /// Paragraphs whose claims were asked for while those of the whole are being found.
  var assessing: Set<Int> = []
  /// The claim that was focused of itself and whose note has still to be shown.
  var firstFocus: Passage?
  /// What the layout was made for.
  var shape: PageShape?
  /// The place that was last noted, and whether it waits to be written down.
  var keptTop = 0
  var keptCursor: Passage?
  var placeChanged = false

  init(essay: Essay, columns: Int) {
    self.essay = essay
    layout = TextLayout(columns: columns)
  }

  var text: EssayText { essay.text }

  /// Index of the claim under the cursor.
  var focusedClaim: Int? {
    cursor.flatMap { marking.claimIndex(matching: $0) }
  }
}

/// What is known of a language that the detector does not judge.
enum ForeignLanguage: Sendable, Hashable {
  case named(String)
  case unknown

  /// - Returns: `nil` where the text is English, or too short to tell.
  init?(of text: EssayText) {
    guard EnglishCheck.verdict(on: text.utf8[...]) != .english else { return nil }
    if let guess = LanguageGuess.of(text.utf8[...]) {
      self = .named(guess.name)
    } else if EnglishCheck.verdict(on: text.utf8[...]) == .other {
      self = .unknown
    } else {
      return nil
    }
  }
}

/// A passage being chosen.
struct Selection: Sendable, Hashable {
  enum Unit: Sendable, Hashable { case characters, sentences }

  var unit: Unit
  /// The end that stays.
  var anchor: Passage
  /// The end that moves.
  var head: Passage

  var passage: Passage {
    Passage(start: min(anchor.start, head.start), end: max(anchor.end, head.end))
  }
}

/// Words looked for in the essay.
struct Search: Sendable, Hashable {
  var words: String
  var current: Passage?
}

/// Where the reader put the page. While it makes way for a composer or another size it may show
/// something else; it returns here when the shape returns.
struct PagePlace: Sendable, Hashable {
  var top = RowAddress(paragraph: RowAddress.header, row: 0)
  /// `nil` until a page was shown.
  var shape: PageShape?
}

/// What rows depend on, apart from the text.
struct PageShape: Sendable, Hashable {
  var columns: Int
  var height: Int
  var notes: NoteLayout
}
