import Synchronization

/// What one session knows to be safe from a power cut: entries that were synced, with their names, as
/// they were then.
final class SyncedEntries: Sendable {
  private let entries = Mutex<[String: FileStatus]>([:])

  /// - Parameter status: The entry's as it was before it was synced, or when nobody else may write.
  func note(_ path: String, _ status: FileStatus) {
    entries.withLock { $0[path] = status.identity }
  }

  /// Whether this very entry was synced under its name.
  func holds(_ path: String, _ status: FileStatus) -> Bool {
    entries.withLock { $0[path] } == status.identity
  }
}

extension FileStatus {
  /// Of a folder only which one it is: what it holds changes all the time.
  fileprivate var identity: FileStatus {
    var status = self
    if isFolder { (status.size, status.modified) = (0, 0) }
    return status
  }
}
