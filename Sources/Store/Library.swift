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

  /// Merges annotations into those on disk.
  ///
  /// - Returns: All annotations of the essay after the merge, tombstones included.
  func record(_ annotations: [Annotation], in id: EssayID) throws(LibraryError) -> [Annotation]

  /// Keeps a reply.
  ///
  /// - Parameter base: `modified` of the version that the caller started from; `nil` for a new one.
  ///   When another session has changed the reply since, its version is kept too, as a reply of its
  ///   own.
  /// - Returns: The other session's version under its new identifier, or `nil` without a conflict.
  func record(_ reply: Reply, replacing base: Timestamp?, in id: EssayID) throws(LibraryError)
    -> Reply?

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
