import Glibc
public import RejoinderCore
import Synchronization

extension JSONLibrary {
  public func record(_ reply: Reply, in id: EssayID) throws(LibraryError) -> RecordedReply {
    try withEssay(id) { (folder: borrowing Folder) throws(LibraryError) in
      var reading = EssayReading(repairs: true)
      defer { report(reading.problems, of: id) }
      let replies = try openReplies(in: folder)
      let name = Self.fileName(ofReply: reply.id)
      let stored = try reading.load(name, in: replies, ReplyFile.self)
      var known: [Reply] = []
      if let stored { known = try self.known(besides: stored.reply, in: replies, &reading) }
      let now = now
      let outcome = ReplyTaking(reply, into: known, at: now)
      // First the other session's text: should the second write fail, nothing is lost.
      for conflict in outcome.recorded.conflicts {
        try save(
          ReplyFile(conflict), as: Self.fileName(ofReply: conflict.id), in: replies,
          "cannot keep the other session's version of the reply")
      }
      let kept = outcome.recorded.reply
      if kept != stored?.reply {
        if let stored, !kept.isForgotten(at: now) {
          try noteRevision(stored.reply, before: kept, in: folder, &reading)
        }
        let file = stored?.holding(kept) ?? ReplyFile(kept)
        try save(file, as: name, in: replies, "cannot save the reply")
      } else {
        try confirm(name, in: replies, "cannot save the reply")
      }
      clearReplies(of: id, in: folder)
      return outcome.recorded
    }
  }

  func openReplies(in folder: borrowing Folder) throws(LibraryError) -> Folder {
    do {
      return try folder.makeFolder("replies")
    } catch {
      throw error.writingFailed(
        "cannot save the reply", folder.path(of: "replies"), kept: "nothing was changed")
    }
  }

  /// The stored reply, with the other versions of it that lie beside it.
  private func known(
    besides reply: Reply, in replies: borrowing Folder, _ reading: inout EssayReading
  ) throws(LibraryError) -> [Reply] {
    var known = [reply]
    let beginning = reply.id + "-"
    for name in (try? replies.names()) ?? []
    where name.hasPrefix(beginning) && name.hasSuffix(".json") {
      if let file = try reading.load(name, in: replies, ReplyFile.self) { known.append(file.reply) }
    }
    return known
  }

  // MARK: Revisions

  public func revisions(of reply: String, in id: EssayID) throws(LibraryError) -> [Revision] {
    guard let root = try openRoot(), let folder = try openEssay(id, in: root) else {
      throw unknown(id)
    }
    var reading = EssayReading(repairs: false)
    return try revisions(of: reply, in: folder, &reading)
  }

  func revisions(
    of reply: String, in folder: borrowing Folder, _ reading: inout EssayReading
  ) throws(LibraryError) -> [Revision] {
    let revisions: Folder
    do {
      revisions = try folder.folder("revisions")
    } catch {
      if error.isAbsence { return [] }
      throw error.readingFailed(folder.path(of: "revisions"))
    }
    let name = Self.fileName(ofReply: reply)
    return try reading.load(name, in: revisions, RevisionFile.self)?.revisions ?? []
  }

  /// Remembers a text that is about to be replaced, before it is.
  func noteRevision(
    _ old: Reply, before new: Reply, in folder: borrowing Folder, _ reading: inout EssayReading
  ) throws(LibraryError) {
    let known = try revisions(of: old.id, in: folder, &reading)
    try keep(
      known.replacing(old.revision, with: new.revision), besides: known, of: old.id, in: folder)
  }

  func keep(
    _ revisions: [Revision], besides known: [Revision], of reply: String,
    in folder: borrowing Folder
  ) throws(LibraryError) {
    if revisions.isEmpty, known.isEmpty { return }
    let place: Folder
    do {
      place = try folder.makeFolder("revisions")
    } catch {
      throw error.writingFailed(
        "cannot keep the earlier text", folder.path(of: "revisions"), kept: "nothing was changed")
    }
    let name = Self.fileName(ofReply: reply)
    guard revisions != known else {
      return try confirm(name, in: place, "cannot keep the earlier text")
    }
    try save(
      RevisionFile(revisions, of: reply), as: name, in: place, "cannot keep the earlier text")
  }
}
