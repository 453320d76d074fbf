internal import Delivery
internal import RejoinderCore
internal import Store

/// Makes drafts of what editors have written that failed, or whose session was ended.
struct DraftRecovery: Sendable {
  let library: any Library
  let folder: String
  let clock: @Sendable () -> Timestamp

  /// What became of the files.
  struct Outcome: Sendable, Hashable {
    /// Essays that have a draft more.
    var essays: [EssayID] = []
    /// Files whose words could not be taken back.
    var left: [LeftDraft] = []
  }

  /// Adds a reply for each file to the essay that it belongs to. No draft that is there is changed.
  func recover() -> Outcome {
    var outcome = Outcome()
    outcome.left = EditedDrafts.takeBack(in: folder) { edited in
      guard let owner = DraftOwner(line: edited.owner) else { return false }
      do throws(LibraryError) {
        if try add(edited, to: owner), !outcome.essays.contains(owner.essay) {
          outcome.essays.append(owner.essay)
        }
        return true
      } catch {
        return false
      }
    }
    return outcome
  }

  /// - Returns: Whether the essay has a draft more: not where it has, or had, those words already.
  private func add(_ edited: EditedDraft, to owner: DraftOwner) throws(LibraryError) -> Bool {
    if edited.text.allSatisfy(\.isWhitespace) { return false }
    let records = try library.records(of: owner.essay)
    // Named by the file and its words: should the session end before the file is removed, the next one makes
    // no second draft, whatever has become of the first.
    let id = "r" + Fingerprint(of: edited.name + "\n" + edited.text).digits.prefix(16)
    if records.replies.contains(where: { $0.id == id }) { return false }
    if records.replies.contains(where: { !$0.isDeleted && $0.text == edited.text }) { return false }
    // What the editor did not change is taken only where the library never had it: the session may have ended
    // before that was written.
    if !edited.isChanged, try has(edited.text, of: owner.record, among: records, in: owner.essay) {
      return false
    }
    let now = clock()
    let reply = Reply(
      id: id, text: edited.text, claims: claims(of: owner, among: records), created: now,
      modified: now, versions: VersionVector.none.noting("editor", at: now))
    _ = try library.record(reply, in: owner.essay)
    return true
  }

  /// Whether the essay's records have a text, or had it.
  private func has(
    _ text: String, of record: String, among records: EssayRecords, in essay: EssayID
  ) throws(LibraryError) -> Bool {
    if records.replies.contains(where: { $0.text.holds(text) }) { return true }
    let isWritten = records.annotations.contains { annotation in
      switch annotation.body {
      case .counterargument(_, let words, _), .note(let words): words.holds(text)
      case .decision, .mark, .assessment: false
      }
    }
    if isWritten { return true }
    guard records.replies.contains(where: { $0.id == record }) else { return false }
    return try library.revisions(of: record, in: essay).contains { $0.text.holds(text) }
  }

  private func claims(of owner: DraftOwner, among records: EssayRecords) -> [Anchor] {
    if let reply = records.replies.first(where: { $0.id == owner.record }) { return reply.claims }
    if let annotation = records.annotations.first(where: { $0.id == owner.record }) {
      return [annotation.anchor]
    }
    return owner.claims
  }
}
