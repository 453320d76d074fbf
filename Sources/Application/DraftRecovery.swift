internal import Delivery
internal import RejoinderCore
internal import Store

/// Makes drafts of what editors wrote that failed, or whose session was ended.
struct DraftRecovery: Sendable {
  let library: any Library
  let folder: String
  let clock: @Sendable () -> Timestamp

  /// What became of the files.
  struct Outcome: Sendable, Hashable {
    /// Essays that have a draft more.
    var essays: [EssayID] = []
    /// Files whose words could not be taken back.
    var left: [String] = []
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

  /// - Returns: Whether the essay has a draft more: not where it has those words already.
  private func add(_ edited: EditedDraft, to owner: DraftOwner) throws(LibraryError) -> Bool {
    let records = try library.records(of: owner.essay)
    let isKnown = records.replies.contains { !$0.isDeleted && $0.text == edited.text }
    if isKnown || edited.text.allSatisfy(\.isWhitespace) { return false }
    var claims = records.replies.first { $0.id == owner.record }?.claims ?? []
    if let annotation = records.annotations.first(where: { $0.id == owner.record }) {
      claims = [annotation.anchor]
    }
    // Named by the file: should the session end before that is removed, the next one makes no second draft.
    let id = "r" + Fingerprint(of: edited.name).digits.prefix(16)
    let now = clock()
    let reply = Reply(
      id: id, text: edited.text, claims: claims, created: now, modified: now,
      versions: VersionVector.none.noting("editor", at: now))
    _ = try library.record(reply, in: owner.essay)
    return true
  }
}
