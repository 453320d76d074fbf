public import RejoinderCore

/// Where claims are to be found.
public struct ClaimSearch: Sendable {
  public var essay: Essay
  /// Indices into the text's paragraphs; all where `nil`.
  public var paragraphs: Range<Int>?
  /// Claims in here are examined at once: what is on the page need not be asked for again.
  public var shown: Passage
}

/// What `update` asks the outside to do. Results come back as messages.
public enum Effect: Sendable {
  /// Reads an essay as a whole, puts it into the library and brings the reader's records.
  case load(EssayRequest, request: Int)
  /// Stops waiting for the rest of an essay; what has come of it is taken for all.
  case stopLoading(request: Int)
  /// Stops waiting for an essay that nobody wants any more; nothing is made of what has come.
  case abandon(request: Int)
  /// Asks whether the page at an address is still as it was kept.
  case checkPage(String, request: Int)
  /// Finds claims.
  case assess(ClaimSearch, request: Int)
  /// Asks for reasons and questions.
  case examine(Inquiry, of: Essay, request: Int)
  /// Asks what supports what.
  case outline(Marking, of: Essay, request: Int, revision: Int)

  // About one essay, named by the request that brought it. They are carried out in order.
  case record([Annotation], essay: Int)
  case recordReply(Reply, essay: Int)
  case recordPlace(ReadingPlace, essay: Int)
  case listLibrary
  /// Lists the essays in which all of the words occur.
  case searchLibrary(String)
  /// Watches for what other sessions do to the essay, which is the open one from now on, and to no
  /// other. Older requests are waited for no longer: what has come of those essays is taken for all.
  case follow(essay: Int)
  /// Asks for what other sessions have changed.
  case lookForNews(essay: Int)
  /// Asks for earlier texts of a reply.
  case listRevisions(reply: String, essay: Int)

  case offerToClipboard(String, reply: String?)
  case write(String, path: String, overwrite: Bool, reply: String?)
  /// Lets the reader's own editor have a text, which is that of a record, or will be, about passages.
  case editExternally(String, record: String, claims: [Anchor] = [], essay: Int)

  /// Asks which files and folders a path that is being typed could become.
  case completePath(String, request: Int)

  case setTimer(TimerName, milliseconds: Int)
  case ring
  case redraw
  case suspend
  /// Ends the program; everything begun is finished first, and failures of it are heard.
  case quit
}

extension Effect {
  /// Whether something of the reader's is lost without it.
  public var keepsRecords: Bool {
    switch self {
    case .record, .recordReply, .recordPlace: true
    default: false
    }
  }
}

/// Claims whose details are asked for, with what bears on them.
public struct Inquiry: Sendable, Hashable {
  public var wanted: [Claim]
  /// The wanted ones and those around them, in order of the text: none is asked what its neighbour is.
  public var claims: [Claim]
  /// The sentences that the wanted ones are.
  public var sentences: [Sentence]
  /// Identifiers of questions that the reader judged.
  public var kept: Set<String>

  public init(
    wanted: [Claim], claims: [Claim], sentences: [Sentence],
    kept: Set<String> = []
  ) {
    self.wanted = wanted
    self.claims = claims
    self.sentences = sentences
    self.kept = kept
  }
}

/// Which essay is to be opened.
public enum EssayRequest: Sendable, Hashable {
  /// The one that the program was started with.
  case current
  /// One of the library.
  case stored(EssayID)
  /// A file by its path, or a page by its address.
  case given(String)
  /// A part of a long file, counted from 1, by the file's path.
  case part(Int, of: String)
}
