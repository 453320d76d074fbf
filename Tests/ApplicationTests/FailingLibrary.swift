import RejoinderCore
import Store
import Synchronization

/// A library that does what another one does, until it is told to fail.
final class FailingLibrary: Library {
  private let library: any Library
  private let failure: Mutex<LibraryError?>

  /// - Parameter error: What every call fails with from the start; `nil` for none.
  init(_ library: any Library, failingWith error: LibraryError? = nil) {
    self.library = library
    failure = Mutex(error)
  }

  func fail(with error: LibraryError?) {
    failure.withLock { $0 = error }
  }

  private var willing: any Library {
    get throws(LibraryError) {
      if let error = failure.withLock(\.self) { throw error }
      return library
    }
  }

  func find(source: EssaySource) throws(LibraryError) -> EssayID? {
    try willing.find(source: source)
  }

  func find(fingerprint: Fingerprint) throws(LibraryError) -> EssayID? {
    try willing.find(fingerprint: fingerprint)
  }

  func register(
    _ essay: Essay, as id: EssayID?, at now: Timestamp
  ) throws(LibraryError) -> EssayID {
    try willing.register(essay, as: id, at: now)
  }

  func records(of id: EssayID) throws(LibraryError) -> EssayRecords {
    try willing.records(of: id)
  }

  func origins(of ids: Set<EssayID>) throws(LibraryError) -> [EssayID: EssayOrigin] {
    try willing.origins(of: ids)
  }

  func search(_ words: [String]) throws(LibraryError) -> [EssaySummary] {
    try willing.search(words)
  }

  func check() throws(LibraryError) -> LibraryReport { try willing.check() }
  func repair() throws(LibraryError) -> LibraryReport { try willing.repair() }

  func place(of id: EssayID) throws(LibraryError) -> ReadingPlace? { try willing.place(of: id) }

  func record(
    _ annotations: [Annotation], in id: EssayID
  ) throws(LibraryError) -> [Annotation] {
    try willing.record(annotations, in: id)
  }

  func record(_ reply: Reply, in id: EssayID) throws(LibraryError) -> RecordedReply {
    try willing.record(reply, in: id)
  }

  func add(
    _ records: ImportedRecords, to id: EssayID
  ) throws(LibraryError) -> EssayRecords { try willing.add(records, to: id) }

  func news(of id: EssayID) throws(LibraryError) -> EssayNews { try willing.news(of: id) }

  func watch(_ id: EssayID, onChange: @escaping @Sendable () -> Void) -> LibraryWatch? { nil }

  func revisions(of reply: String, in id: EssayID) throws(LibraryError) -> [Revision] {
    try willing.revisions(of: reply, in: id)
  }

  func record(_ place: ReadingPlace, in id: EssayID) throws(LibraryError) {
    try willing.record(place, in: id)
  }

  func summaries() throws(LibraryError) -> [EssaySummary] { try willing.summaries() }
  func essay(_ id: EssayID) throws(LibraryError) -> Essay { try willing.essay(id) }
  func packShelf() throws(LibraryError) -> PackShelf { try willing.packShelf() }
  func add(_ pack: ArgumentPack) throws(LibraryError) { try willing.add(pack) }
  func remove(_ id: EssayID) throws(LibraryError) { try willing.remove(id) }
}
