internal import RejoinderCore

/// The help, or another text that scrolls and can be searched, while it is shown.
struct HelpState: Sendable {
  enum Subject: Sendable {
    case commands
    /// What readers wrote under the essay.
    case comments
    /// What the essay's links lead to.
    case references
  }

  var subject = Subject.commands
  /// What is searched for.
  var editor = TextEditor()
  var scroll = 0
  /// The mode to go back to.
  var origin: Mode = .reading
}

/// The library, while it is shown.
struct LibraryList: Sendable {
  private(set) var summaries: [EssaySummary] = []
  private(set) var chosen = 0
  /// The words that the list was found by.
  private var listedWords: String?
  private(set) var isListed = false
  /// What is searched for; `nil` where all essays are shown.
  var words: String?
  /// When it was asked for; ages are counted from here.
  var now = Timestamp.zero

  var chosenEssay: EssaySummary? {
    summaries.indices.contains(chosen) ? summaries[chosen] : nil
  }

  mutating func take(_ summaries: [EssaySummary]) {
    self.summaries = summaries
    isListed = true
    if words != listedWords { chosen = 0 }
    listedWords = words
    chosen = min(chosen, max(0, summaries.count - 1))
  }

  mutating func move(by distance: Int) {
    chosen = min(max(0, chosen + distance), max(0, summaries.count - 1))
  }
}
