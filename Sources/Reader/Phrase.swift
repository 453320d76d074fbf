internal import RejoinderCore
internal import TerminalKit

/// What the program says to its reader, apart from what stands in the tables of commands and styles.
/// Keys come from the table of commands: see ``Keys``.
enum Phrase {
  /// Gives the key of a command as the reader would press it.
  typealias Keys = (Command) -> String

  // MARK: Notes
  static let why = "Marked because it "
  static let noteLabel = "Your note: "
  static let source = "Source: "
  static let looking = "Looking for claims…"
  static let notAClaim = "Not marked as a claim."

  static func noClaims(_ key: Keys) -> String {
    "No claims found here. \(key(.selectSentences)) selects a sentence, \(key(.markClaim)) marks it."
  }

  static let manySentences = "It is long: " + Sentence.mostNotice

  static func foreign(_ language: ForeignLanguage, _ key: Keys) -> String {
    let seen =
      switch language {
      case .named(let name): "This looks like \(name)"
      case .unknown: "This does not look like English"
      }
    return seen + "; claims are found in English only. "
      + "\(key(.selectSentences)) selects a sentence, \(key(.markClaim)) marks it."
  }

  static func dismissed(_ number: Int, margin: String) -> String {
    "\(number) dismissed; \(margin) shows them"
  }

  static func more(_ hidden: Int, margin: String?) -> String {
    (hidden > 0 ? "… \(hidden) more" : "… more") + (margin.map { " · " + $0 } ?? "")
  }

  static func hiddenCharacters(_ number: Int) -> String {
    "The text holds " + count(number, "hidden character") + ", shown as a mark each"
  }

  // MARK: Moving
  static let lastClaim = "This is the last claim"
  static let firstClaim = "This is the first claim"
  static let searchWrappedToStart = "Searched on from the beginning"
  static let searchWrappedToEnd = "Searched on from the end"

  static func nothingSearched(_ key: Keys) -> String {
    "Nothing was searched for yet: \(key(.search)) searches"
  }

  static func percentNeedsCount(_ key: Keys) -> String {
    "Type a number first: 50\(key(.percent)) goes to the middle"
  }

  static func noNote(_ key: Keys) -> String {
    "No claim is focused: \(key(.nextClaim)) goes to one"
  }

  static func notesHidden(_ key: Keys) -> String { "Notes are hidden: \(key(.layout)) shows them" }

  static func notFound(_ words: String, isPart: Bool = false) -> String {
    "“\(words)” is not in " + (isPart ? "this part of the text" : "the essay")
  }

  static func part(_ number: Int, of count: Int) -> String { "part \(number)/\(count)" }

  static func layout(_ name: String) -> String { "Notes: \(name)" }

  static func layoutNeedsRoom(_ name: String, columns: Int) -> String {
    "Notes: \(name) from \(columns) columns on, until then below the claim"
  }

  static func unknownKey(_ key: String, help: String) -> String {
    "\(key) means nothing here; \(help) shows the keys"
  }

  static func pasteNeedsComposer(_ key: Keys) -> String {
    "Pasting needs an open text:"
      + " \(key(.addCounterargument)), \(key(.reply)) or \(key(.note)) opens one"
  }

  static func tooSmall(size: Size, needed: Size) -> String {
    "Rejoinder needs \(needed.columns)x\(needed.rows) characters; "
      + "this is \(size.columns)x\(size.rows)."
  }

  static func highlighting(_ level: HighlightLevel, claims: Int, key: String?) -> String {
    let words =
      switch level {
      case .fewest: "Only what carries the argument"
      case .few: "Fewer than usual"
      case .usual: "As usual"
      case .more: "More than usual"
      case .all: "Whatever is likely to be a claim"
      }
    let way = key.map { level == .all ? "; \($0) shows fewer" : "; \($0) shows more" } ?? ""
    return words + ": " + count(claims, "claim") + way
  }

  // MARK: Changing
  static let notKept = "Not everything could be kept"

  static func unkept(replies: Int, annotations: Int) -> String {
    let all = [(replies, "reply"), (annotations, "annotation")].filter { $0.0 > 0 }
    return "; not kept: " + all.map { count($0.0, $0.1) }.joined(separator: " and ")
  }

  static func leavingLoses(_ failure: String, quit: String?) -> String {
    said(failure) + " · " + (quit ?? ":quit")
      + " again leaves without it; :write FILE saves a reply"
  }

  static let readOnly = "A newer version wrote this essay's records: they can be read, not changed"
  static let changedSinceListed = "Another session has changed it since; open the list again"
  static let nothingToUndo = "Nothing to undo"
  static let nothingToRedo = "Nothing to redo"
  static let alreadyYours = "You marked this claim yourself"
  static let markedAsClaim = "Marked as a claim"
  static let markTakenBack = "Mark taken back"

  static func nothingFocused(_ key: Keys) -> String {
    "No sentence is focused: \(key(.nextSentence)) or \(key(.nextClaim)) goes to one"
  }

  static func noClaimToJudge(_ key: Keys) -> String {
    "This is not marked as a claim: \(key(.markClaim)) marks it"
  }

  static func noCounterargument(_ key: Keys) -> String {
    "This claim has no counterargument yet: \(key(.addCounterargument)) adds one"
  }

  static func undone(_ name: String) -> String { "Undone: " + name.lowercasingFirst }
  static func notUndone(_ name: String) -> String {
    "Not undone: \(name.lowercasingFirst): another session has changed it since"
  }
  static func notRedone(_ name: String) -> String {
    "Not redone: \(name.lowercasingFirst): another session has changed it since"
  }
  static func redone(_ name: String) -> String { "Redone: " + name.lowercasingFirst }

  static func name(of decision: Decision) -> String {
    switch decision {
    case .accepted: "Accepted as a claim"
    case .rejected: "Rejected as a claim"
    case .retyped(.claim, let kind): "Retyped as a claim of \(kind.rawValue)"
    case .retyped(let role, _): "Retyped as \(role.rawValue)"
    }
  }

  static func already(_ decision: Decision) -> String {
    "Already " + name(of: decision).lowercasingFirst
  }

  static func addedToDraft(new key: String?) -> String {
    "Added to your draft" + (key.map { "; \($0) begins another" } ?? "")
  }

  static func readAgain(isChanged: Bool) -> String {
    isChanged ? "Read again: the text has changed" : "Read again: the text is the same"
  }

  static func marked(kind: String, key: String?) -> String {
    "Marked as a claim of \(kind)" + (key.map { "; \($0) changes that" } ?? "")
  }

  static func assessed(_ new: Assessment, before old: Assessment) -> String {
    if new.pinned != old.pinned { return new.pinned ? "Pinned" : "Unpinned" }
    if new.dismissed != old.dismissed { return new.dismissed ? "Dismissed" : "Brought back" }
    return "Rated " + (new.rating > 0 ? "+\(new.rating)" : "\(new.rating)")
  }

  static func deletedName(_ name: String) -> String { name + " deleted" }

  static func deleted(_ name: String, undo: String?) -> String {
    "Deleted the \(name)" + (undo.map { "; \($0) brings it back" } ?? "")
  }

  static func nothingOfYours(_ dismiss: String?) -> String {
    "Nothing of yours here" + (dismiss.map { "; \($0) dismisses what is not yours" } ?? "")
  }

  static func nothingToEdit(_ key: String?) -> String {
    "Nothing of yours to edit here" + (key.map { "; \($0) adds a counterargument" } ?? "")
  }

  // MARK: Writing
  static let attackNeedsCounterargument = "Only a counterargument has an attack"
  static let conflictKept =
    "Another session changed this draft too: both versions are kept, each as a draft"
  static let conflictingNoteKept =
    "Another session changed this text too: its version is kept beside yours"
  static let joinedWithEdited =
    "Another session changed this text too: both changes are in it"
  static let changedWhileEdited =
    "Changed in another session; your editor changed nothing"
  static let changedElsewhere = "Changed in another session"
  static let deletedElsewhere =
    "Another session deleted this text; writing on brings it back"
  static let libraryMadeAgain =
    "The folder of this essay was removed: all that this session knows is written again"
  static let otherVersion = Origin.otherSession

  static func replyTitle(number: Int, of total: Int, claims: Int, isOther: Bool) -> String {
    (total > 1 ? "Reply \(number) of \(total)" : "Reply") + ", quoting " + count(claims, "claim")
      + (isOther ? ", " + otherVersion : "")
  }

  static func counterargumentTitle(attack: String, claim: Int?) -> String {
    "Counterargument" + (claim.map { " to claim \($0)" } ?? "") + ": \(attack)"
  }

  static func remarkTitle(claim: Int?) -> String {
    "Note" + (claim.map { " on claim \($0)" } ?? "")
  }

  /// - Parameter again: Whether it was there before.
  static func written(_ subject: Composer.Subject, again: Bool) -> String {
    let what =
      switch subject {
      case .reply: "reply"
      case .counterargument: "counterargument"
      case .remark: "note"
      }
    return what + (again ? " edited" : " written")
  }

  /// A draft's state where there is little room.
  static func state(words: Int, isSaved: Bool) -> String {
    count(words, "word") + (isSaved ? "  saved" : "  unsaved")
  }

  static func draftDeletedElsewhere(_ key: String) -> String {
    "Another session deleted this draft; \(key) brings it back"
  }
  static func draftKept(key: String?) -> String {
    "Draft kept" + (key.map { "; \($0) opens it again" } ?? "")
  }

  static func onlyDraft(_ key: String?) -> String {
    "This is the only draft" + (key.map { "; \($0) in the essay begins another" } ?? "")
  }

  static func noReply(_ key: String?) -> String {
    "There is no reply yet" + (key.map { ": \($0) begins one" } ?? "")
  }

  static func fileExists(_ path: String) -> String {
    "\(path) is there already and was left alone; :write! \(path) replaces it"
  }

  // MARK: Bringing back
  static let onlyRepliesHaveRevisions = "Only replies keep revisions"
  static let noRevisions = "This reply has no earlier text"
  static let nothingDeleted = "Nothing was deleted here in the last \(Tombstone.daysKept) days"
  static let noOrphans = "Every record finds its passage"
  static func revisionRestored(undo: String?) -> String {
    "Earlier text restored" + (undo.map { "; \($0) takes it back" } ?? "")
  }
  static let broughtBackName = "Brought back"
  static let attachedName = "Attached"

  static func title(of kind: RecordList.Kind) -> String {
    switch kind {
    case .revisions: "Earlier texts of this reply"
    case .deleted: "Deleted in the last \(Tombstone.daysKept) days"
    case .orphans: "Records that no longer find their passage"
    }
  }

  static func revision(_ revision: Revision, at now: Timestamp) -> String {
    age(from: revision.modified, to: now) + " · " + count(revision.text.utf8.wordCount, "word")
  }

  static func deletedTitle(_ annotation: Annotation, at now: Timestamp) -> String {
    let words = annotation.body.words ?? "“" + annotation.anchor.quote + "”"
    return annotation.body.formName + " · " + age(from: annotation.modified, to: now) + " · "
      + words
  }

  static func deletedTitle(_ reply: Reply, at now: Timestamp) -> String {
    "reply · " + age(from: reply.modified, to: now) + " · " + reply.text
  }

  static func orphanTitle(_ annotation: Annotation) -> String {
    let words = annotation.body.words.map { $0 + " " } ?? ""
    return annotation.body.formName + " · " + words + "“" + annotation.anchor.quote + "”"
  }

  static func candidateTitle(_ quote: String, at offset: Int, of length: Int) -> String {
    "  at \(offset * 100 / max(1, length))%: " + quote
  }

  static func choosePassage(_ attach: String?) -> String {
    "Go to its passage, or select it; " + (attach ?? ":attach") + " attaches it there"
  }

  static func broughtBack(undo: String?) -> String {
    "Brought back" + (undo.map { "; \($0) undoes that" } ?? "")
  }

  static func attached(undo: String?) -> String {
    "Attached" + (undo.map { "; \($0) undoes that" } ?? "")
  }

  // MARK: Commands
  static let noSuchCommand = "No such command"
  static let tooManyNames = "Among too many names none was found; type it whole"
  static func typeAName(complete: String) -> String { "A command's name; \(complete) completes" }
  static let helpTitle = "Keys and commands"
  static let commentsTitle = "What readers wrote under the essay"
  static let referencesTitle = "Where the essay's links lead"
  static let noComments = "The essay came without comments"
  static let noReferences = "The essay has no links"
  static let helpSearch = "Search: "
  static let nothingFound = "Nothing found."

  static func unknownCommand(_ name: String) -> String { "There is no command “\(name)”" }

  /// - Parameter modes: Where there is such a command.
  static func commandElsewhere(_ name: String, in modes: [Mode]) -> String {
    let places = modes.map { mode in
      switch mode {
      case .reading: "in the essay"
      case .margin: "in the margin"
      case .selecting: "while selecting"
      case .composing: "while writing"
      case .prompt: "in this line"
      case .help: "in the help"
      case .library: "in the library"
      case .outline: "in the outline"
      case .records: "in a list of records"
      }
    }
    return "“\(name)” works " + places.joined(separator: ", ")
  }

  static func ambiguous(_ name: String, _ names: [String]) -> String {
    "“\(name)” could be " + names.joined(separator: ", ")
  }

  static func noArgument(_ name: String) -> String { "“\(name)” takes nothing after its name" }

  static func needsArgument(_ name: String, _ argument: String) -> String {
    "“\(name)” needs a \(argument)"
  }

  static func unknownLayout(_ name: String, _ all: [String]) -> String {
    "There is no layout “\(name)”; there are " + all.joined(separator: ", ")
  }

  static func noSuchChoice(_ key: String) -> String { "“\(key)” is none of the choices" }

  // MARK: The outline
  static let outlineTitle = "Outline"
  static let outlineExplanations = [
    "what supports what, and how sure that is", "what supports what",
  ]
  static let outlining = "Finding what supports what…"

  static func outlined(_ outline: Outline) -> String {
    let claims = outline.statements.count { $0.claim != nil }
    return count(claims, "claim") + ", " + count(outline.statements.count - claims, "premise")
  }

  static func outlinedBriefly(_ outline: Outline) -> String {
    count(outline.statements.count { $0.claim != nil }, "claim")
  }

  /// What the store, a destination or an editor says, as the sentences of this table begin. On standard
  /// error it follows the program's name and begins with a small letter; a name, which keeps its letter,
  /// stands there before a colon.
  static func said(_ sentence: String) -> String {
    let word = sentence.utf8.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    guard !word.isEmpty, sentence.utf8.dropFirst(word.count).first == UInt8(ascii: " ") else {
      return sentence
    }
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  // MARK: Loading
  static let pageUnchanged = "The page has not changed since it was kept"
  static let cannotReload = "This essay comes from nowhere that can be asked again"

  static func pageChanged(reload: String) -> String {
    "The page has changed since it was kept: :\(reload) shows it as it is now"
  }

  static func pageUnchecked(_ reason: String) -> String {
    "This is the page as it was kept; it was not checked: \(reason)"
  }

  /// - Parameter received: Bytes, while nothing of them can be shown.
  static func waiting(for name: String, received: Int) -> String {
    "Reading \(name)" + (received > 0 ? ": \(received / 1_000) kB" : "…")
  }

  static let growing = "More is coming…"

  // MARK: In lines
  static let linearHelp = "An empty line reads on, help lists the words."
  static let endOfText = "Write your text; a line with a single full stop ends it."
  static let textKept = "Kept."
  static let nothingWritten = "Nothing was written"
  static let nothingFurther = "There is nothing further that way"

  static func unknownWord(_ word: String) -> String {
    "“\(word)” means nothing here; help lists the words"
  }

  static func noClaimNumbered(_ number: Int, of count: Int) -> String {
    "There is no claim \(number): the essay has " + self.count(count, "claim")
  }

  static func noCounterargumentNumbered(_ number: String, of count: Int) -> String {
    "There is no counterargument \(number): the claim has " + self.count(count, "counterargument")
  }

  // MARK: The library
  static let libraryTitle = "Library"

  static func found(_ words: String) -> String { "Library: essays with “\(words)”" }

  static func noEssayHas(_ words: String, back: String?) -> String {
    "No essay has “\(words)” in its text or in what you wrote about it"
      + (back.map { "; \($0) shows all" } ?? "")
  }

  static let emptyLibrary =
    "No essays yet. Start with a file, rejoinder essay.txt, or with the one that comes along, "
    + "rejoinder tutorial"
  static let stillKeeping = "Your last change is still being kept; try again"
  static let nothingOpen = "No essay is open yet, so there is none to go back to"

  static let listTitle = "Reading list"
  static let noList = "There is no reading list: name several files, or a folder, to have one"
  static let lastEssay = "This is the last essay of the list"
  static let firstEssay = "This is the first essay of the list"
  static let openNow = "open now"
  static let notRead = "cannot be read"

  static func listPlace(_ number: Int, of count: Int) -> String { "\(number) of \(count)" }

  /// - Parameter likeness: 0 to 1.
  static func weakAnchor(_ likeness: Double) -> String {
    "What you said was about other words: \(Int(likeness * 100))% alike"
  }
  static let goesOn = "… goes on below"
  static func arrived(_ name: String) -> String {
    "\(name) has come; it opens when you have finished here"
  }
  static func opening(_ title: String) -> String { "Opening \(title)…" }

  static func read(_ percent: Int) -> String { "\(percent)% read" }

  static func age(from then: Timestamp, to now: Timestamp) -> String {
    if then == .zero { return "never opened" }
    let minutes = max(0, (now.milliseconds - then.milliseconds) / 60_000)
    switch minutes {
    case 0: return "just now"
    case 1..<60: return count(Int(minutes), "minute") + " ago"
    case 60..<(24 * 60): return count(Int(minutes / 60), "hour") + " ago"
    default: return count(Int(minutes / (24 * 60)), "day") + " ago"
    }
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number.counted(noun)
  }
}

extension String {
  /// A sentence's words as they stand within another.
  fileprivate var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }
}
