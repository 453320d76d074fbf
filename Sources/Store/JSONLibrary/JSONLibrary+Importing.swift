internal import Glibc
public import RejoinderCore
internal import Synchronization

extension JSONLibrary {
  public func add(
    _ records: ImportedRecords, to id: EssayID
  ) throws(LibraryError) -> EssayRecords {
    try withEssay(id) { (folder: borrowing Folder) throws(LibraryError) in
      var reading = EssayReading(repairs: true)
      defer { report(reading.problems, of: id) }
      let stored = try reading.load("annotations.json", in: folder, AnnotationFile.self)
      var file = stored ?? AnnotationFile()
      file.annotations = separated(
        merge(file.annotations, records.annotations))
      if file.annotations != (stored?.annotations ?? []) {
        try save(file, as: "annotations.json", in: folder, "cannot save the annotations")
      } else {
        try confirm("annotations.json", in: folder, "cannot save the annotations")
      }
      let replies = try mergeReplies(records.replies, in: folder, &reading)
      for (reply, revisions) in records.revisions {
        try mergeRevisions(revisions, of: reply, in: folder, &reading)
      }
      let place = try reading.load("place.json", in: folder, PlaceFile.self)?.place
      return EssayRecords(annotations: file.annotations, replies: replies, place: place)
    }
  }

  private func mergeReplies(
    _ given: [Reply], in folder: borrowing Folder, _ reading: inout EssayReading
  ) throws(LibraryError) -> [Reply] {
    let stored = reading.replies(in: folder)
    let merged = separated(merge(stored, given))
    let known = Dictionary(stored.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // The other versions first: should a later write fail, nothing is lost.
    let changed = merged.filter { known[$0.id] != $0 }
      .sorted { ($0.conflictsWith != nil ? 0 : 1) < ($1.conflictsWith != nil ? 0 : 1) }
    if given.isEmpty { return merged }
    let place = try openReplies(in: folder)
    let isChanged = Set(changed.map(\.id))
    for reply in given where !isChanged.contains(reply.id) {
      try confirm(Self.fileName(ofReply: reply.id), in: place, "cannot save the reply")
    }
    for reply in changed {
      let name = Self.fileName(ofReply: reply.id)
      let file = try reading.load(name, in: place, ReplyFile.self)
      if let old = file?.reply { try noteRevision(old, before: reply, in: folder, &reading) }
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
    try keep(known.taking(given), besides: known, of: reply, in: folder)
  }
}
