public import RejoinderCore

/// All essays of one reader with what was done to them.
///
/// Every implementation passes `LibraryContract` in the tests. What a call has returned without an
/// error is kept: on disk for ``JSONLibrary``. Two sessions may work on one library; records are
/// merged one by one, so neither loses what the other wrote.
public protocol Library: Sendable {
  /// The essay that was last opened from `source`, or `nil`. Must not read more than that needs: it
  /// runs before the first frame.
  func find(source: EssaySource) throws(LibraryError) -> EssayID?

  /// The essay with this canonical text, or `nil`.
  func find(fingerprint: Fingerprint) throws(LibraryError) -> EssayID?

  /// Puts a whole essay into the library, or brings what is known of it up to date.
  ///
  /// - Parameter id: The essay that this is a newer text of; `nil` finds it by fingerprint, else
  ///   makes a new one.
  func register(_ essay: Essay, as id: EssayID?, at now: Timestamp) throws(LibraryError) -> EssayID

  /// Everything that the reader did to an essay. Damaged files are set aside and reported in
  /// ``EssayRecords/problems``; the rest is returned.
  func records(of id: EssayID) throws(LibraryError) -> EssayRecords

  /// Where the reader was in an essay, or `nil`. Reads nothing else: it runs before the first frame.
  /// A damaged record of it counts as none here; ``records(of:)`` reports it.
  func place(of id: EssayID) throws(LibraryError) -> ReadingPlace?

  /// Merges annotations into those on disk. Of a text that two sessions changed at once both versions
  /// are kept, the other one as a record of its own.
  ///
  /// - Returns: All annotations of the essay after the merge, tombstones included.
  func record(_ annotations: [Annotation], in id: EssayID) throws(LibraryError) -> [Annotation]

  /// Keeps a reply, and what it replaces among its revisions.
  ///
  /// - Returns: The reply as it stands after the merge, and any other version that another session
  ///   made at the same time: it is kept as a reply of its own.
  func record(_ reply: Reply, in id: EssayID) throws(LibraryError) -> RecordedReply

  /// Where essays came from: for an export, which asks for all of them at once.
  func origins(of ids: Set<EssayID>) throws(LibraryError) -> [EssayID: EssayOrigin]

  /// Merges records that come from elsewhere into those of an essay. Nothing is overwritten: of a text
  /// that differs both versions are kept, under the library's own identifier the later one.
  ///
  /// - Returns: All records of the essay after the merge.
  func add(_ records: ImportedRecords, to id: EssayID) throws(LibraryError) -> EssayRecords

  /// Earlier texts of a reply, newest first; none for a reply that has none or is unknown.
  func revisions(of reply: String, in id: EssayID) throws(LibraryError) -> [Revision]

  /// What other sessions have changed since this library last read an essay's records or wrote them.
  /// Costs little where nothing has.
  func news(of id: EssayID) throws(LibraryError) -> EssayNews

  /// Calls `onChange`, on any thread, when there may be ``news(of:)``; this session's own writing
  /// counts too. It costs no processor time while nothing happens.
  ///
  /// - Returns: What has to be held as long as that is wanted; `nil` where the system does not tell.
  func watch(_ id: EssayID, onChange: @escaping @Sendable () -> Void) -> LibraryWatch?

  /// Keeps where the reader was. Of two sessions the one that was seen later decides; the furthest
  /// byte is the furthest of both.
  func record(_ place: ReadingPlace, in id: EssayID) throws(LibraryError)

  /// A line for every essay, last read first.
  func summaries() throws(LibraryError) -> [EssaySummary]

  /// The lines of those essays in which all of the words occur: in the title, the author's name, the
  /// text, or what the reader wrote about it. Case does not matter, nor whether quotation marks are
  /// typographic; a word may be a part of one, or several with spaces between them.
  func search(_ words: [String]) throws(LibraryError) -> [EssaySummary]

  /// The stored copy of an essay, as it was last registered.
  func essay(_ id: EssayID) throws(LibraryError) -> Essay

  /// The argument packs that were put into the library, and what is wrong with those that cannot be
  /// read.
  func packShelf() throws(LibraryError) -> PackShelf

  /// Puts an argument pack into the library; one that is there already is not added again.
  func add(_ pack: ArgumentPack) throws(LibraryError)

  /// Forgets an essay with all its records.
  func remove(_ id: EssayID) throws(LibraryError)

  /// Looks at everything and changes nothing.
  func check() throws(LibraryError) -> LibraryReport

  /// Sets aside what is damaged and restores what can be restored. No record that ``check()`` can
  /// read is lost by it, and nothing damaged is thrown away.
  func repair() throws(LibraryError) -> LibraryReport
}

extension Library {
  /// Which essay of the library this is: the one with the same text wherever that came from, else the
  /// one that an earlier text from the same place became.
  public func find(_ essay: Essay) throws(LibraryError) -> EssayID? {
    if let same = try find(fingerprint: Fingerprint(of: essay.text.utf8)) { return same }
    return try find(source: essay.metadata.source)
  }
}

/// Where an essay came from, beyond what its metadata says.
public struct EssayOrigin: Sendable, Hashable {
  /// Keys of all the sources from which it was opened; see ``EssaySource/key``.
  public var sourceKeys: [String]
  /// Fingerprints of the texts that it has or had.
  public var texts: [Fingerprint]
  /// When it came into the library.
  public var added: Timestamp

  public init(sourceKeys: [String] = [], texts: [Fingerprint] = [], added: Timestamp = .zero) {
    self.sourceKeys = sourceKeys
    self.texts = texts
    self.added = added
  }
}

/// What another session has changed.
public struct EssayNews: Sendable, Hashable {
  /// All annotations as they are now, tombstones included; `nil` where none has changed.
  public var annotations: [Annotation]?
  /// The replies that have changed.
  public var replies: [Reply]

  public init(annotations: [Annotation]? = nil, replies: [Reply] = []) {
    self.annotations = annotations
    self.replies = replies
  }

  public var isEmpty: Bool { annotations == nil && replies.isEmpty }
}

/// Watches an essay's records as long as it is held.
public struct LibraryWatch: Sendable {
  private let held: any Sendable

  public init(keeping held: any Sendable) {
    self.held = held
  }
}

/// What became of a reply that was kept.
public struct RecordedReply: Sendable, Hashable {
  /// What is stored under its identifier.
  public var reply: Reply
  /// Versions of other sessions that were parted from it, each under an identifier of its own.
  public var conflicts: [Reply]

  public init(reply: Reply, conflicts: [Reply] = []) {
    self.reply = reply
    self.conflicts = conflicts
  }
}

/// The argument packs of a library.
public struct PackShelf: Sendable, Equatable {
  public var packs: [ArgumentPack]
  /// One sentence for each file that could not be read.
  public var problems: [String]

  public init(packs: [ArgumentPack] = [], problems: [String] = []) {
    self.packs = packs
    self.problems = problems
  }
}

/// Why the library could not do what it was asked, in a sentence for the reader.
public struct LibraryError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// The folder cannot be made or written.
    case cannotCreate
    /// Reading or writing failed: full disk, input or output error.
    case inputOutput
    /// Another session holds the lock for too long.
    case locked
    /// A file is damaged beyond use.
    case damaged
    /// Written by a newer version.
    case newerVersion
    /// No such essay.
    case unknown
  }

  public var kind: Kind
  /// What happened, to which file, what was kept, what to do.
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
