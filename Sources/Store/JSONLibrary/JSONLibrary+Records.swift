public import RejoinderCore
import Synchronization

extension JSONLibrary {
  public func records(of id: EssayID) throws(LibraryError) -> EssayRecords {
    guard let root = try openRoot(), let folder = try openEssay(id, in: root) else {
      throw unknown(id)
    }
    var reading = EssayReading(repairs: false)
    noteSeen(in: folder)
    var records = reading.records(in: folder)
    if reading.needsRepair, !reading.isReadOnly {
      records = repaired(id) ?? records
    }
    records.problems =
      unreported.withLock { $0.removeValue(forKey: id) ?? [] } + records.problems
    return records
  }

  /// Reads again under the lock and sets damaged files aside; `nil` where that is not possible.
  private func repaired(_ id: EssayID) -> EssayRecords? {
    try? withLock(id.rawValue) { (root: borrowing Folder) throws(LibraryError) in
      guard let folder = try openEssay(id, in: root) else { throw unknown(id) }
      var reading = EssayReading(repairs: true)
      return reading.records(in: folder)
    }
  }

  public func record(
    _ annotations: [Annotation], in id: EssayID
  ) throws(LibraryError) -> [Annotation] {
    try withEssay(id) { (folder: borrowing Folder) throws(LibraryError) in
      var reading = EssayReading(repairs: true)
      defer { report(reading.problems, of: id) }
      let stored = try reading.load("annotations.json", in: folder, AnnotationFile.self)
      var file = stored ?? AnnotationFile()
      file.annotations = file.annotations.taking(annotations, at: now)
      if stored == nil || file.annotations != stored?.annotations {
        try save(file, as: "annotations.json", in: folder, "cannot save the annotations")
      } else {
        try confirm("annotations.json", in: folder, "cannot save the annotations")
      }
      clearReplies(of: id, in: folder)
      return file.annotations
    }
  }

  public func record(_ place: ReadingPlace, in id: EssayID) throws(LibraryError) {
    try withEssay(id) { (folder: borrowing Folder) throws(LibraryError) in
      var reading = EssayReading(repairs: true)
      defer { report(reading.problems, of: id) }
      let stored = try reading.load("place.json", in: folder, PlaceFile.self)?.place
      let joined = stored.map { $0.joined(with: place) } ?? place
      let failure = "cannot save the place in the essay"
      if joined == stored { return try confirm("place.json", in: folder, failure) }
      try save(PlaceFile(joined), as: "place.json", in: folder, failure)
    }
  }

  // MARK: Saving

  func save(
    _ file: some StoredFile, as name: String, in folder: borrowing Folder, _ failure: String
  ) throws(LibraryError) {
    let bytes = try JSONCoding.encode(file)
    do {
      try folder.replace(name, with: bytes, keepsPrevious: true)
      noteWritten(name, in: folder)
    } catch {
      let isThere = folder.status(of: name).result == 0
      throw error.writingFailed(
        failure, folder.path(of: name),
        kept: isThere ? "the version saved before is kept" : "nothing of it had been saved before")
    }
  }

  /// What ``save(_:as:in:_:)`` promises, for a file that need not be written again: whoever put it there
  /// may have been told that it is not safe.
  func confirm(
    _ name: String, in folder: borrowing Folder, _ failure: String
  ) throws(LibraryError) {
    do {
      try folder.confirm(name)
    } catch {
      throw error.writingFailed(
        failure, folder.path(of: name), kept: "it is there, and a power cut may take it")
    }
  }

  func report(_ problems: [String], of id: EssayID) {
    guard !problems.isEmpty else { return }
    unreported.withLock { $0[id, default: []] += problems }
  }

  /// An identifier that can name a file does; for others their fingerprint stands.
  static func fileName(ofReply id: String) -> String {
    (EssayID(id)?.rawValue ?? Fingerprint(of: id).digits) + ".json"
  }
}

extension ReadingPlace {
  /// The later of two places, with the furthest byte of both.
  func joined(with other: ReadingPlace) -> ReadingPlace {
    var later = other.seen >= seen ? other : self
    later.furthest = max(furthest, other.furthest)
    return later
  }
}
