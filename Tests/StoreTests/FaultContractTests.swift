import RejoinderCore
import Testing

@testable import Store

/// The whole contract, with a fault at every call to the system in turn.
@Suite("The contract, with a fault at any call to the system,")
struct FaultContractTests {
  /// What a library has said yes to holds, and what it has refused can be done again: with that every
  /// promise is kept, whichever call fails.
  @Test(
    "leaves every promise kept", arguments: LibraryContract.Clause.allCases,
    FaultySystem.Fault.allCases)
  func everyCall(clause: LibraryContract.Clause, fault: FaultySystem.Fault) throws {
    // Every call in the long test; in the short one a few of them, others for each fault.
    let index = FaultySystem.Fault.allCases.firstIndex(of: fault) ?? 0
    for call in stride(from: 1 + index, to: 2000, by: RepairTests.factor > 1 ? 1 : 17) {
      let disk = SimulatedDisk()
      let clock = LibraryContract.Clock()
      var calls = disk.calls
      let now = calls.now
      calls.now = { now() + clock.now.milliseconds * 1_000_000 }
      let system = FaultySystem(fault, atCall: call, on: calls)
      let library = PatientLibrary(
        trying: JSONLibrary(root: "/home/store", patience: 0, calls: system.calls),
        then: JSONLibrary(root: "/home/store", patience: 0, calls: calls),
        hasStruck: { system.hasStruck })
      try clause.hold(for: library, by: clock)
      #expect(disk.modes.isSubset(of: [0o600, 0o700]), "call \(call)")
      #expect(try library.check().findings == [], "call \(call): \(disk.files)")
      if !system.hasStruck { return }
    }
    Issue.record("the clause never came to its end")
  }
}

/// Somebody who tries again on a sound system when an unsound one has failed.
///
/// A refusal is repeated, and so is every question that was asked while something failed, since an
/// answer may then be short of what could not be read. What the library has agreed to keep is not
/// asked for again.
private struct PatientLibrary: RepeatingLibrary {
  private let unsound: JSONLibrary
  private let sound: JSONLibrary
  private let hasStruck: @Sendable () -> Bool

  init(
    trying unsound: JSONLibrary, then sound: JSONLibrary, hasStruck: @escaping @Sendable () -> Bool
  ) {
    (self.unsound, self.sound, self.hasStruck) = (unsound, sound, hasStruck)
  }

  private func ask<Answer>(
    _ question: (JSONLibrary) throws(LibraryError) -> Answer
  ) throws(LibraryError) -> Answer {
    if hasStruck() { return try question(sound) }
    let answer: Answer
    do {
      answer = try question(unsound)
    } catch {
      if hasStruck() { return try question(sound) }
      throw error
    }
    return hasStruck() ? try question(sound) : answer
  }

  private func demand<Answer>(
    _ demand: (JSONLibrary) throws(LibraryError) -> Answer
  ) throws(LibraryError) -> Answer {
    if hasStruck() { return try demand(sound) }
    do {
      return try demand(unsound)
    } catch {
      guard hasStruck() else { throw error }
      #expect([.inputOutput, .cannotCreate, .locked, .unknown].contains(error.kind), "\(error)")
      return try demand(sound)
    }
  }

  func find(source: EssaySource) throws(LibraryError) -> EssayID? {
    try ask { (library) throws(LibraryError) in try library.find(source: source) }
  }

  func find(fingerprint: Fingerprint) throws(LibraryError) -> EssayID? {
    try ask { (library) throws(LibraryError) in try library.find(fingerprint: fingerprint) }
  }

  func origins(of ids: Set<EssayID>) throws(LibraryError) -> [EssayID: EssayOrigin] {
    try ask { (library) throws(LibraryError) in try library.origins(of: ids) }
  }

  func records(of id: EssayID) throws(LibraryError) -> EssayRecords {
    try ask { (library) throws(LibraryError) in try library.records(of: id) }
  }

  func place(of id: EssayID) throws(LibraryError) -> ReadingPlace? {
    try ask { (library) throws(LibraryError) in try library.place(of: id) }
  }

  func summaries() throws(LibraryError) -> [EssaySummary] {
    try ask { (library) throws(LibraryError) in try library.summaries() }
  }

  func search(_ words: [String]) throws(LibraryError) -> [EssaySummary] {
    try ask { (library) throws(LibraryError) in try library.search(words) }
  }

  func essay(_ id: EssayID) throws(LibraryError) -> Essay {
    try ask { (library) throws(LibraryError) in try library.essay(id) }
  }

  func packShelf() throws(LibraryError) -> PackShelf {
    try ask { (library) throws(LibraryError) in try library.packShelf() }
  }

  func check() throws(LibraryError) -> LibraryReport {
    try ask { (library) throws(LibraryError) in try library.check() }
  }

  func repair() throws(LibraryError) -> LibraryReport {
    try demand { (library) throws(LibraryError) in try library.repair() }
  }

  func register(
    _ essay: Essay, as id: EssayID?, at now: Timestamp
  ) throws(LibraryError) -> EssayID {
    try demand { (library) throws(LibraryError) in try library.register(essay, as: id, at: now) }
  }

  func record(
    _ annotations: [Annotation], in id: EssayID
  ) throws(LibraryError) -> [Annotation] {
    try demand { (library) throws(LibraryError) in try library.record(annotations, in: id) }
  }

  func record(_ reply: Reply, in id: EssayID) throws(LibraryError) -> RecordedReply {
    try demand { (library) throws(LibraryError) in try library.record(reply, in: id) }
  }

  func add(
    _ records: ImportedRecords, to id: EssayID
  ) throws(LibraryError) -> EssayRecords {
    try demand { (library) throws(LibraryError) in try library.add(records, to: id) }
  }

  func revisions(of reply: String, in id: EssayID) throws(LibraryError) -> [Revision] {
    try ask { (library) throws(LibraryError) in try library.revisions(of: reply, in: id) }
  }

  func news(of id: EssayID) throws(LibraryError) -> EssayNews {
    try ask { (library) throws(LibraryError) in try library.news(of: id) }
  }

  func watch(_ id: EssayID, onChange: @escaping @Sendable () -> Void) -> LibraryWatch? { nil }

  func record(_ place: ReadingPlace, in id: EssayID) throws(LibraryError) {
    try demand { (library) throws(LibraryError) in try library.record(place, in: id) }
  }

  func add(_ pack: ArgumentPack) throws(LibraryError) {
    try demand { (library) throws(LibraryError) in try library.add(pack) }
  }

  func remove(_ id: EssayID) throws(LibraryError) {
    if hasStruck() { return try sound.remove(id) }
    let wasThere = try sound.summaries().contains { $0.id == id }
    do {
      try unsound.remove(id)
    } catch {
      guard hasStruck() else { throw error }
      do {
        try sound.remove(id)
      } catch {
        // The first try may have come far enough.
        guard error.kind == .unknown, wasThere else { throw error }
      }
    }
  }
}
