internal import RejoinderCore
internal import TerminalKit

/// A text being written at the bottom of the screen.
struct Composer: Sendable {
  /// What it will be.
  enum Subject: Sendable, Hashable {
    case reply(id: String)
    case counterargument(id: String, attack: Attack)
    case remark(id: String)

    var id: String {
      switch self {
      case .reply(let id), .counterargument(let id, _), .remark(let id): id
      }
    }
  }

  var subject: Subject
  /// The passage it is about; `nil` for a reply, which keeps its own list.
  var anchor: Anchor?
  var editor: TextEditor
  /// The record before the composer was opened; `nil` for a new one.
  var original: Annotation?
  /// The mark that was made so that there is a claim to write about; taken back with the text if that
  /// comes to nothing.
  var mark: Annotation?
  /// What a reply began with that was begun before the library had answered; see
  /// ``Model/continueKnownDraft(among:at:)``.
  var begunWith: String?
  /// The text as it was last kept before words were taken away and none was put in: what is deleted when
  /// all of them have gone.
  var lastWords = ""
  /// What the title says, such as `Reply 2 of 3`.
  var title: String
  /// The newest revision that was handed to the store, and the newest that it confirmed.
  var sentRevision: Int?
  var confirmedRevision: Int?
  var isTimerSet = false
  /// What the reader's own editor was given, while it has it.
  var handedOut: HandedOut?

  /// A text that is being edited elsewhere, with what had gone into it.
  struct HandedOut: Sendable {
    var text: [UInt8]
    var versions: VersionVector
  }

  /// Whether all of the text is on disk.
  var isSaved: Bool { confirmedRevision == editor.revision }

  /// Takes the store's word that the record `id` is on disk as it was last sent.
  mutating func confirm(_ id: String) {
    if subject.id == id { confirmedRevision = sentRevision }
  }

  /// Notes the text as the one that was last kept, unless words were only taken away from that.
  mutating func rememberWords() {
    let text = editor.text
    if !text.allSatisfy(\.isWhitespace), !lastWords.holds(text) { lastWords = text }
  }

  /// Whether there is neither a text nor one that it was.
  var isNothing: Bool { editor.isEmpty && lastWords.isEmpty && original == nil }

  /// For the status line.
  var state: String {
    Phrase.count(editor.wordCount, "word")
      + (isNothing ? "" : isSaved ? "  saved" : "  not yet saved")
  }
}
