internal import Glibc
public import RejoinderCore
internal import Synchronization

extension JSONLibrary {
  public func news(of id: EssayID) throws(LibraryError) -> EssayNews {
    guard let root = try openRoot(), let folder = try openEssay(id, in: root) else {
      throw unknown(id)
    }
    var reading = EssayReading(repairs: false)
    var news = EssayNews()
    if let state = unseen("annotations.json", in: folder) {
      let file = try reading.load("annotations.json", in: folder, AnnotationFile.self)
      news.annotations = file?.annotations
      note(state)
    }
    guard let replies = try? folder.folder("replies") else { return news }
    for name in (try? replies.names()) ?? [] where name.hasSuffix(".json") {
      guard let state = unseen(name, in: replies) else { continue }
      // One that cannot be read now is read the next time, and holds up no other.
      guard let file = try? reading.load(name, in: replies, ReplyFile.self) else { continue }
      news.replies.append(file.reply)
      note(state)
    }
    return news
  }

  public func watch(_ id: EssayID, onChange: @escaping @Sendable () -> Void) -> LibraryWatch? {
    let path = "\(root)/essays/\(id.rawValue)"
    let replies = path + "/replies"
    let watch = FolderWatch { folders in
      // The folder of replies comes with the first one.
      folders.add(replies)
      onChange()
    }
    guard let watch, watch.folders.add(path) else { return nil }
    watch.folders.add(replies)
    return LibraryWatch(keeping: watch)
  }

  /// Takes note of an essay's files as they are, before they are read for somebody.
  func noteSeen(in folder: borrowing Folder) {
    noteWritten("annotations.json", in: folder)
    guard let replies = try? folder.folder("replies") else { return }
    for name in (try? replies.names()) ?? [] where name.hasSuffix(".json") {
      noteWritten(name, in: replies)
    }
  }

  /// Takes note of a file that was just written, while the lock is still held.
  func noteWritten(_ name: String, in folder: borrowing Folder) {
    note(SeenFile(path: folder.path(of: name), status: folder.status(of: name)))
  }

  /// A file as it is now, if that is not as it was last read or written. It is to be noted once it has
  /// been read: what fails is tried again, and what changes meanwhile is news the next time.
  private func unseen(_ name: String, in folder: borrowing Folder) -> SeenFile? {
    let file = SeenFile(path: folder.path(of: name), status: folder.status(of: name))
    return seen.withLock { $0[file.path] } == file.status ? nil : file
  }

  private func note(_ file: SeenFile) {
    seen.withLock { $0[file.path] = file.status }
  }
}

/// A file with what the system said of it at some moment.
private struct SeenFile {
  var path: String
  var status: FileStatus
}
