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
    if isNews("annotations.json", in: folder),
      let file = try reading.load("annotations.json", in: folder, AnnotationFile.self)
    {
      news.annotations = file.annotations
    }
    guard let replies = try? folder.folder("replies") else { return news }
    for name in (try? replies.names()) ?? [] where name.hasSuffix(".json") {
      guard isNews(name, in: replies),
        let file = try reading.load(name, in: replies, ReplyFile.self)
      else { continue }
      news.replies.append(file.reply)
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
    _ = isNews("annotations.json", in: folder)
    guard let replies = try? folder.folder("replies") else { return }
    for name in (try? replies.names()) ?? [] where name.hasSuffix(".json") {
      _ = isNews(name, in: replies)
    }
  }

  /// Takes note of a file that was just written, while the lock is still held.
  func noteWritten(_ name: String, in folder: borrowing Folder) {
    _ = isNews(name, in: folder)
  }

  /// Whether a file is another one than was last read or written; it counts as read from now on.
  private func isNews(_ name: String, in folder: borrowing Folder) -> Bool {
    let status = folder.status(of: name)
    let path = folder.path(of: name)
    return seen.withLock { $0.updateValue(status, forKey: path) } != status
  }
}
