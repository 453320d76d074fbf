public import RejoinderCore
public import Store

/// A library that has no place to be: it knows nothing, and says why when it shall keep something or
/// be shown.
public struct AbsentLibrary: Library {
  /// Why it cannot be shown.
  public let absence: LibraryError
  private let refusal: LibraryError

  /// - Parameter reason: Which place is missing and what to do, after "cannot keep anything: ".
  public init(because reason: String) {
    absence = LibraryError(.cannotCreate, "cannot open the library: \(reason)")
    refusal = LibraryError(.cannotCreate, "cannot keep anything: \(reason)")
  }

  public func find(source: EssaySource) -> EssayID? { nil }
  public func find(fingerprint: Fingerprint) -> EssayID? { nil }
  public func packShelf() -> PackShelf { PackShelf() }

  public func summaries() throws(LibraryError) -> [EssaySummary] { throw absence }
  public func search(_ words: [String]) throws(LibraryError) -> [EssaySummary] { throw absence }
  public func check() throws(LibraryError) -> LibraryReport { throw absence }
  public func repair() throws(LibraryError) -> LibraryReport { throw absence }
  public func place(of id: EssayID) throws(LibraryError) -> ReadingPlace? { throw refusal }
  public func origins(of ids: Set<EssayID>) throws(LibraryError) -> [EssayID: EssayOrigin] {
    throw absence
  }
  public func records(of id: EssayID) throws(LibraryError) -> EssayRecords { throw refusal }
  public func essay(_ id: EssayID) throws(LibraryError) -> Essay { throw refusal }
  public func add(_ pack: ArgumentPack) throws(LibraryError) { throw refusal }
  public func remove(_ id: EssayID) throws(LibraryError) { throw refusal }

  public func register(
    _ essay: Essay, as id: EssayID?, at now: Timestamp
  ) throws(LibraryError) -> EssayID { throw refusal }

  public func record(
    _ annotations: [Annotation], in id: EssayID
  ) throws(LibraryError) -> [Annotation] { throw refusal }

  public func record(_ reply: Reply, in id: EssayID) throws(LibraryError) -> RecordedReply {
    throw refusal
  }

  public func add(
    _ records: ImportedRecords, to id: EssayID
  ) throws(LibraryError) -> EssayRecords { throw refusal }

  public func news(of id: EssayID) throws(LibraryError) -> EssayNews { throw refusal }

  public func watch(_ id: EssayID, onChange: @escaping @Sendable () -> Void) -> LibraryWatch? {
    nil
  }

  public func revisions(of reply: String, in id: EssayID) throws(LibraryError) -> [Revision] {
    throw refusal
  }

  public func record(_ place: ReadingPlace, in id: EssayID) throws(LibraryError) { throw refusal }
}
