import Glibc
import RejoinderCore

/// Reads one essay's files, makes the best of damaged ones, and collects what is wrong with them.
struct EssayReading {
  /// Whether damaged files are set aside and what can be restored is written; needs the essay's lock.
  let repairs: Bool
  /// Whether a file that calls itself newer counts as damaged when its sum says otherwise. Opening an
  /// essay takes it for newer, which can do no harm.
  let trustsSums: Bool
  /// One for each file with damage, and for each that a newer version wrote.
  private(set) var findings: [LibraryFinding] = []
  private(set) var isReadOnly = false

  init(repairs: Bool, trustsSums: Bool = false) {
    self.repairs = repairs
    self.trustsSums = trustsSums
  }

  var problems: [String] { findings.map(\.description) }

  /// Whether damage was seen and left in place.
  var needsRepair: Bool { findings.contains { $0.state == .leftInPlace } }

  /// Reads everything; a file that cannot be read is a problem and not an error.
  mutating func records(in folder: borrowing Folder) -> EssayRecords {
    _ = attempt(in: folder, "essay.json", EssayFile.self)
    let annotations = attempt(in: folder, "annotations.json", AnnotationFile.self)
    let place = attempt(in: folder, "place.json", PlaceFile.self)
    let replies = replies(in: folder)
    return EssayRecords(
      annotations: annotations?.annotations ?? [], replies: separated(replies),
      place: place?.place, problems: problems, isReadOnly: isReadOnly)
  }

  /// All replies that can be read, in no order.
  mutating func replies(in folder: borrowing Folder) -> [Reply] {
    let path = folder.path(of: "replies")
    do {
      let replies = try folder.folder("replies")
      var found: [Reply] = []
      for name in Self.fileNames(in: try replies.names()) {
        guard let file = attempt(in: replies, name, ReplyFile.self) else { continue }
        if let finding = misplaced(file.reply, name, in: replies) {
          findings.append(finding)
        } else {
          found.append(file.reply)
        }
      }
      return found
    } catch {
      if error.code == ENOENT { return [] }
      if error.isAbsence {
        if let finding = try? setAside("replies", in: folder, because: error.reason, rest: nil) {
          findings.append(finding)
        }
      } else {
        findings.append(
          LibraryFinding(
            path: path, description: error.readingFailed(path).description, state: .unreadable))
      }
      return []
    }
  }

  /// Reads the earlier texts of all replies for what is wrong with them.
  mutating func lookThroughRevisions(in folder: borrowing Folder) {
    let status = folder.status(of: "revisions")
    if status.result == 0, !status.isFolder,
      let finding = try? setAside("revisions", in: folder, because: "is no folder", rest: nil)
    {
      findings.append(finding)
    }
    guard let revisions = try? folder.folder("revisions"), let names = try? revisions.names() else {
      return
    }
    for name in Self.fileNames(in: names) {
      _ = attempt(in: revisions, name, RevisionFile.self)
    }
  }

  /// Names of files, also of those of which only the revision before is left.
  private static func fileNames(in names: [String]) -> [String] {
    let previous = Folder.previous(of: "")
    let all = names.compactMap { name in
      name.hasSuffix(".json")
        ? name : name.hasSuffix(".json" + previous) ? String(name.dropLast(previous.count)) : nil
    }
    return Set(all).sorted()
  }

  /// A reply under the name of another one must not stand beside the right one.
  private mutating func misplaced(
    _ reply: Reply, _ name: String, in replies: borrowing Folder
  ) -> LibraryFinding? {
    let right = JSONLibrary.fileName(ofReply: reply.id)
    guard name != right, replies.status(of: right).isRegular else { return nil }
    // Its earlier revision would come back in its place.
    if repairs, replies.status(of: Folder.previous(of: name)).result == 0 {
      _ = try? replies.setAside(Folder.previous(of: name))
    }
    return try? setAside(
      name, in: replies, because: "has the identifier of \(right)", rest: "\(right) stands")
  }

  private mutating func attempt<File: StoredFile>(
    in folder: borrowing Folder, _ name: String, _ type: File.Type
  ) -> File? {
    do {
      return try load(name, in: folder, type)
    } catch {
      findings.append(
        LibraryFinding(
          path: folder.path(of: name), description: error.description, state: .unreadable))
      return nil
    }
  }

  /// Reads one file. Damage is noted, what is left of the file and the revision before it stand in
  /// for it; only a failure of the system is an error.
  mutating func load<File: StoredFile>(
    _ name: String, in folder: borrowing Folder, _ type: File.Type
  ) throws(LibraryError) -> File? {
    switch try contents(of: name, in: folder) {
    case .missing:
      guard let previous = previous(of: name, in: folder, type) else { return nil }
      return try restore(previous, as: name, in: folder, because: "is missing", rest: nil)
    case .irregular:
      return try restore(
        previous(of: name, in: folder, type), as: name, in: folder,
        because: "is not a regular file", rest: nil)
    case .bytes(let bytes):
      return try decode(bytes, of: name, in: folder, type)
    }
  }

  private mutating func decode<File: StoredFile>(
    _ bytes: [UInt8], of name: String, in folder: borrowing Folder, _ type: File.Type
  ) throws(LibraryError) -> File? {
    switch JSONCoding.decode(type, from: bytes) {
    case .missing:
      return nil
    case .good(let file):
      guard let fault = Self.fault(of: file) else { return file }
      let isOfUse = file is AnnotationFile
      return try restore(
        File.restored(from: isOfUse ? file : nil, previous(of: name, in: folder, type)), as: name,
        in: folder, because: fault, rest: bytes)
    case .misdated(let file, let version):
      guard trustsSums else { return newer(file, version, name, in: folder) }
      return try restore(
        file, as: name, in: folder,
        because: "calls itself schema \(version), and its sum says schema \(File.newestVersion)",
        rest: bytes)
    case .newer(let file, let version):
      return newer(file, version, name, in: folder)
    case .damaged(let reason, let rest):
      return try restore(
        File.restored(from: rest, previous(of: name, in: folder, type)), as: name, in: folder,
        because: reason, rest: bytes)
    }
  }

  private mutating func newer<File: StoredFile>(
    _ file: File?, _ version: Int, _ name: String, in folder: borrowing Folder
  ) -> File? {
    isReadOnly = true
    let path = folder.path(of: name)
    findings.append(
      LibraryFinding(
        path: path,
        description:
          "\(path) was written by a newer version of Rejoinder (schema \(version)): "
          + (file == nil
            ? "it cannot be shown, and it" : "it is shown as far as it is understood, and")
          + " is not changed", state: .newerVersion))
    return file
  }

  /// What is wrong with a file that has the right shape.
  private static func fault(of file: some StoredFile) -> String? {
    switch file {
    case let file as PlaceFile where file.place == nil: "names no possible place"
    case let file as AnnotationFile where file.unreadable > 0:
      "has " + file.unreadable.counted("damaged record")
    default: nil
    }
  }

  private func contents(
    of name: String, in folder: borrowing Folder
  ) throws(LibraryError) -> FileContents {
    do {
      return try folder.contents(of: name)
    } catch {
      throw error.readingFailed(folder.path(of: name))
    }
  }

  /// The revision before a file's, if that is good.
  private func previous<File: StoredFile>(
    of name: String, in folder: borrowing Folder, _ type: File.Type
  ) -> File? {
    guard case .bytes(let bytes)? = try? folder.contents(of: Folder.previous(of: name)),
      case .good(let file) = JSONCoding.decode(type, from: bytes), Self.fault(of: file) == nil
    else { return nil }
    return file
  }

  // MARK: Restoring

  /// Lets `file` stand in for a damaged one, of which the bytes are kept.
  ///
  /// - Parameter rest: The bytes of the damaged file; `nil` where it has none.
  private mutating func restore<File: StoredFile>(
    _ file: File?, as name: String, in folder: borrowing Folder, because reason: String,
    rest: [UInt8]?
  ) throws(LibraryError) -> File? {
    let isMissing = reason == "is missing"
    let stands = file.map { Self.description(of: $0, isMissing: isMissing) }
    guard let file else {
      findings.append(try setAside(name, in: folder, because: reason, rest: stands))
      return nil
    }
    let path = folder.path(of: name)
    guard repairs else {
      findings.append(
        LibraryFinding(
          path: path, description: "\(path) \(reason): left in place; \(stands ?? "")",
          state: .leftInPlace))
      return file
    }
    do {
      // First a copy of the damage, then the new file over it: a crash between the two costs nothing.
      var kept = ""
      if let rest {
        kept = " it was set aside as \(try folder.preserve(rest, of: name));"
      } else if !isMissing {
        kept = " it was set aside as \(try folder.setAside(name));"
      }
      try folder.replace(name, with: JSONCoding.encode(file))
      findings.append(
        LibraryFinding(
          path: path, description: "\(path) \(reason):\(kept) \(stands ?? "")", state: .restored))
    } catch let error as SystemError {
      throw error.writingFailed("cannot restore a damaged file", path, kept: "it is left there")
    } catch let error as LibraryError {
      throw error
    } catch {
      throw LibraryError(.inputOutput, "\(path): \(error)")
    }
    return file
  }

  private static func description(of file: some StoredFile, isMissing: Bool) -> String {
    switch file {
    case is AnnotationFile where !isMissing: "the other records are there"
    case is RevisionFile where !isMissing: "the earlier texts that can be read are there"
    default: "the revision before it stands in its place"
    }
  }

  /// - Parameter rest: What is there instead.
  private func setAside(
    _ name: String, in folder: borrowing Folder, because reason: String, rest: String?
  ) throws(LibraryError) -> LibraryFinding {
    let path = folder.path(of: name)
    let rest = rest ?? "the rest is there"
    guard repairs else {
      return LibraryFinding(
        path: path, description: "\(path) \(reason): it was left in place; \(rest)",
        state: .leftInPlace)
    }
    do {
      let aside = try folder.setAside(name)
      return LibraryFinding(
        path: path, description: "\(path) \(reason): it was set aside as \(aside); \(rest)",
        state: .setAside)
    } catch {
      throw error.writingFailed("cannot set a damaged file aside", path, kept: "it is left there")
    }
  }
}
