import RejoinderCore
import Synchronization

extension JSONLibrary {
  /// By the clock of the system. What records say of their time decides nothing here: it may be any.
  var now: Timestamp { Timestamp(milliseconds: calls.now() / 1_000_000) }

  /// Empties replies that were deleted too long ago to be brought back, with their earlier texts. Once a
  /// day for each essay that is written to; what goes wrong is left for the next time, since the write
  /// that led here stands. The caller holds the essay's lock.
  func clearReplies(of id: EssayID, in folder: borrowing Folder) {
    let now = now
    let day: Int64 = 86_400_000
    let last = cleared.withLock { $0[id] }
    if let last, (0..<day).contains(now.milliseconds(since: last)) { return }
    guard let replies = try? folder.folder("replies"), let names = try? replies.names() else {
      return
    }
    var isDone = true
    for name in names where name.hasSuffix(".json") {
      // What is damaged, or newer, is none of this.
      guard case .bytes(let bytes)? = try? replies.contents(of: name),
        case .good(let file) = JSONCoding.decode(ReplyFile.self, from: bytes),
        file.reply.isForgotten(at: now)
      else { continue }
      do {
        let reply = file.reply.cleared(at: now)
        if reply != file.reply {
          try save(file.holding(reply), as: name, in: replies, "cannot empty a deleted reply")
        }
        try forget(name, in: folder, replies)
      } catch {
        isDone = false
      }
    }
    if isDone { cleared.withLock { $0[id] = now } }
  }

  /// Removes what an emptied reply said before.
  func forget(
    _ name: String, in folder: borrowing Folder, _ replies: borrowing Folder
  ) throws(SystemError) {
    let previous = Folder.previous(of: name)
    try replies.remove(previous)
    guard let revisions = try? folder.folder("revisions") else { return }
    try revisions.remove(name)
    try revisions.remove(previous)
  }
}
