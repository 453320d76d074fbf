internal import Glibc
public import RejoinderCore
internal import Synchronization

extension JSONLibrary {
  public func merge(
    _ records: ImportedRecords, into id: EssayID
  ) throws(LibraryError) -> EssayRecords {
    try withEssay(id) { (folder: borrowing Folder) throws(LibraryError) in
      var reading = EssayReading(repairs: true)
      defer { report(reading.problems, of: id) }
      let stored = try reading.load("annotations.json", in: folder, AnnotationFile.self)
      var file = stored ?? AnnotationFile()
      file.annotations = separated(
        RejoinderCore.merge(file.annotations, records.annotations))
      if file.annotations != (stored?.annotations ?? []) {
        try save(file, as: "annotations.json", in: folder, "cannot save the annotations")
      }
      let replies = try mergeReplies(records.replies, in: folder, &reading)
      for (reply, revisions) in records.revisions {
        try mergeRevisions(revisions, of: reply, in: folder, &reading)
      }
      noteSummary(in: folder, annotations: file.annotations, replies: replies)
      let place = try reading.load("place.json", in: folder, PlaceFile.self)?.place
      return EssayRecords(annotations: file.annotations, replies: replies, place: place)
    }
  }

  private func mergeReplies(
    _ given: [Reply], in folder: borrowing Folder, _ reading: inout EssayReading
  ) throws(LibraryError) -> [Reply] {
    let stored = reading.replies(in: folder)
    let merged = separated(RejoinderCore.merge(stored, given))
    let known = Dictionary(stored.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // The other versions first: should a later write fail, nothing is lost.
    let changed = merged.filter { known[$0.id] != $0 }
      .sorted { ($0.conflictsWith != nil ? 0 : 1) < ($1.conflictsWith != nil ? 0 : 1) }
    guard !changed.isEmpty else { return merged }
    let place = try openReplies(in: folder)
    for reply in changed {
      let name = Self.fileName(ofReply: reply.id)
      let file = try reading.load(name, in: place, ReplyFile.self)
      if let old = file?.reply { noteRevision(old, before: reply, in: folder, &reading) }
      try save(
        file?.holding(reply) ?? ReplyFile(reply), as: name, in: place, "cannot save the reply")
    }
    return merged
  }

  private func mergeRevisions(
    _ given: [Revision], of reply: String, in folder: borrowing Folder,
    _ reading: inout EssayReading
  ) throws(LibraryError) {
    let known = try revisions(of: reply, in: folder, &reading)
    let merged = known.taking(given)
    guard merged != known else { return }
    let path = folder.path(of: "revisions")
    do throws(SystemError) {
      _ = try folder.makeFolder("revisions")
    } catch {
      throw error.writingFailed("cannot save the revisions", path, kept: "the reply is kept")
    }
    guard let place = try? folder.folder("revisions") else { return }
    try save(
      RevisionFile(merged, of: reply), as: Self.fileName(ofReply: reply), in: place,
      "cannot save the revisions")
  }
}
