import Glibc
import RejoinderCore

/// Reads one essay's files and collects what is wrong with them.
struct EssayReading {
  /// Whether damaged files are set aside; needs the essay's lock.
  let repairs: Bool
  var problems: [String] = []
  var isReadOnly = false
  /// Whether damage was seen and left in place.
  var needsRepair = false

  init(repairs: Bool) {
    self.repairs = repairs
  }

  /// Reads everything; a file that cannot be read is a problem and not an error.
  mutating func records(in folder: borrowing Folder) -> EssayRecords {
    _ = attempt(in: folder, "essay.json", EssayFile.self)
    let annotations = attempt(in: folder, "annotations.json", AnnotationFile.self)
    let place = attempt(in: folder, "place.json", PlaceFile.self)
    let replies = replies(in: folder)
    return EssayRecords(
      annotations: annotations?.annotations ?? [], replies: merge(replies, []),
      place: place?.place, problems: problems, isReadOnly: isReadOnly)
  }

  /// All replies that can be read, in no order.
  mutating func replies(in folder: borrowing Folder) -> [Reply] {
    let path = folder.path(of: "replies")
    do {
      let replies = try folder.folder("replies")
      var found: [Reply] = []
      for name in try replies.names() where name.hasSuffix(".json") {
        if let file = attempt(in: replies, name, ReplyFile.self) { found.append(file.reply) }
      }
      return found
    } catch {
      if error.code == ENOENT { return [] }
      if error.isAbsence {
        if let problem = try? setAside("replies", in: folder, because: error.reason) {
          problems.append(problem)
        }
      } else {
        problems.append(error.readingFailed(path).description)
      }
      return []
    }
  }

  private mutating func attempt<File: StoredFile>(
    in folder: borrowing Folder, _ name: String, _ type: File.Type
  ) -> File? {
    do {
      return try load(name, in: folder, type)
    } catch {
      problems.append(error.description)
      return nil
    }
  }

  /// Reads one file. Damage is set aside and noted; only a failure of the system is an error.
  mutating func load<File: StoredFile>(
    _ name: String, in folder: borrowing Folder, _ type: File.Type
  ) throws(LibraryError) -> File? {
    let contents: FileContents
    do {
      contents = try folder.contents(of: name)
    } catch {
      throw error.readingFailed(folder.path(of: name))
    }
    guard case .bytes(let bytes) = contents else {
      if contents == .irregular {
        problems.append(try setAside(name, in: folder, because: "is not a regular file"))
      }
      return nil
    }
    switch JSONCoding.decode(type, from: bytes) {
    case .missing:
      return nil
    case .good(let file):
      return try checked(file, bytes: bytes, name, in: folder)
    case .newer(let file, let version):
      isReadOnly = true
      problems.append(
        "\(folder.path(of: name)) was written by a newer version of Rejoinder (schema \(version)): "
          + (file == nil
            ? "it cannot be shown, and it" : "it is shown as far as it is understood, and")
          + " is not changed")
      return file
    case .damaged(let reason):
      problems.append(try setAside(name, in: folder, because: reason))
      return nil
    }
  }

  private mutating func setAside(
    _ name: String, in folder: borrowing Folder, because reason: String
  ) throws(LibraryError) -> String {
    let path = folder.path(of: name)
    needsRepair = true
    guard repairs else { return "\(path) \(reason): it was left in place; the rest is there" }
    do {
      let aside = try folder.setAside(name)
      return "\(path) \(reason): it was set aside as \(aside); the rest is there"
    } catch {
      throw error.writingFailed("cannot set a damaged file aside", path, kept: "it is left there")
    }
  }

  /// Leaves out the records that cannot be understood, after keeping a copy of all of them.
  private mutating func checked<File: StoredFile>(
    _ file: File, bytes: [UInt8], _ name: String, in folder: borrowing Folder
  ) throws(LibraryError) -> File? {
    if let place = file as? PlaceFile, place.place == nil {
      problems.append(try setAside(name, in: folder, because: "names no possible place"))
      return nil
    }
    guard let annotations = file as? AnnotationFile, annotations.unreadable > 0 else { return file }
    let path = folder.path(of: name)
    needsRepair = true
    let count = annotations.unreadable
    let damage = "\(path) has \(count) damaged record\(count == 1 ? "" : "s"): "
    guard repairs else {
      problems.append(damage + "left in place; the others are there")
      return file
    }
    do {
      let copy = try folder.preserve(bytes, of: name)
      try folder.replace(name, with: JSONCoding.encode(file))
      problems.append(damage + "all was copied to \(copy); the others are there")
    } catch let error as SystemError {
      throw error.writingFailed(
        "cannot set damaged records aside", path, kept: "they are left there")
    } catch let error as LibraryError {
      throw error
    } catch {
      throw LibraryError(.inputOutput, "\(path): \(error)")
    }
    return file
  }
}
