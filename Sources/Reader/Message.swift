public import RejoinderCore
public import TerminalKit

/// Everything that can happen to the model. Flat: whoever sends one names what happened, not who
/// should deal with it.
public enum Message: Sendable {
  // From the terminal.
  case key(Key)
  case pasted(String)
  case resized(Size)
  case signalled(TerminalSignal)
  case disconnected
  case timer(TimerName)

  // From effects. `request` is the number that the effect carried; answers to older requests are
  // dropped.
  case loaded(LoadedEssay, request: Int)
  case loadFailed(String, request: Int)
  /// More has come of an essay that is still on its way.
  case grown(Essay, request: Int)
  /// So many bytes have come of a page of which nothing can be shown yet.
  case received(Int, request: Int)
  case pageChecked(PageCheck, request: Int)
  /// Claims were found; details of the first ones come along.
  case assessed([Sentence], examinations: [Examination], isWhole: Bool, request: Int)
  case examined([Examination], request: Int)
  /// What supports what; `revision` tells of which state of the marking.
  case outlined(Outline, request: Int, revision: Int)
  case listed([EssaySummary])
  /// The essays in which the words occur.
  case found([EssaySummary], words: String)
  /// What the store holds after a merge.
  case recorded([Annotation], essay: Int)
  /// What the store holds of a reply after a merge, what was handed to it, and versions of other
  /// sessions that it parted from it.
  case replyRecorded(Reply, as: Reply, conflicts: [Reply], essay: Int)
  /// What another session did: annotations as they stand, and the replies that have changed.
  case changedElsewhere(annotations: [Annotation], replies: [Reply], essay: Int)
  /// Earlier texts of a reply, newest first.
  case revised([Revision], reply: String, essay: Int)
  /// Somebody had removed the essay's folder; it is there again, with what was kept just now and nothing
  /// else.
  case libraryMadeAgain(essay: Int)
  /// Something could not be kept; it is tried again.
  case recordFailed(String)
  case delivered(Receipt, reply: String?)
  case fileExists(path: String)
  case failed(String)
  /// Which files and folders a path could become.
  case pathCompleted(PathCompletion, request: Int)
  /// An external editor gave the text back.
  case edited(String)
}

/// What came of asking whether a page is still as it was kept.
public enum PageCheck: Sendable, Hashable {
  case unchanged, changed
  /// Why it is not known.
  case unknown(String)
}

/// What alarms are set for.
public enum TimerName: Sendable, Hashable {
  /// The draft is written down.
  case keepDraft
  /// The place in the essay is written down.
  case keepPlace
  /// Something that failed to be kept is tried again.
  case retry
}

/// An essay with everything that the library knows of it.
public struct LoadedEssay: Sendable {
  public var essay: Essay
  public var annotations: [Annotation]
  /// The annotations that are not deleted and were found in the text.
  public var resolved: [ResolvedAnnotation]
  public var replies: [Reply]
  public var place: ReadingPlace?
  public var packs: [PackMatch]
  /// A sentence for each thing that the reader should know.
  public var problems: [String]
  public var isReadOnly: Bool
  /// How many characters of the text would act or hide and are shown as marks.
  public var hiddenCharacters = 0
  /// A sentence that is no cause for worry, such as that a page has not changed.
  public var word: String?

  public init(
    essay: Essay, annotations: [Annotation] = [], resolved: [ResolvedAnnotation] = [],
    replies: [Reply] = [], place: ReadingPlace? = nil, packs: [PackMatch] = [],
    problems: [String] = [], isReadOnly: Bool = false
  ) {
    self.essay = essay
    self.annotations = annotations
    self.resolved = resolved
    self.replies = replies
    self.place = place
    self.packs = packs
    self.problems = problems
    self.isReadOnly = isReadOnly
  }
}

/// What the analysis says of one passage when asked for details.
public struct Examination: Sendable, Hashable {
  public var passage: Passage
  /// Why the detector thinks what it thinks, in a reader's words, strongest first.
  public var reasons: [String]
  /// Critical questions, best first.
  public var questions: [Counterargument]

  public init(passage: Passage, reasons: [String], questions: [Counterargument]) {
    self.passage = passage
    self.reasons = reasons
    self.questions = questions
  }
}
