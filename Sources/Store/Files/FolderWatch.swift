internal import Dispatch
internal import Glibc

/// Tells when entries of some folders are put in place, by whichever process (inotify).
///
/// A thread of its own sleeps in the kernel until something happens; until then it costs nothing.
final class FolderWatch: Sendable {
  /// The folders that are watched.
  struct Folders: Sendable {
    fileprivate let descriptor: Int32

    /// Watches one more; no effect where it is watched already.
    ///
    /// - Returns: Whether it is watched now.
    @discardableResult
    func add(_ path: String) -> Bool {
      let events = IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR
      return inotify_add_watch(descriptor, path, UInt32(events)) >= 0
    }
  }

  let folders: Folders
  /// Closing it ends the thread.
  private let life: Int32

  /// - Parameter onChange: Called on the watch's own thread after something has changed, once for
  ///   changes that come together.
  /// - Returns: `nil` where the system has no watches, or none left.
  init?(onChange: @escaping @Sendable (Folders) -> Void) {
    let events = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard events >= 0 else { return nil }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      _ = close(events)
      return nil
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    folders = Folders(descriptor: events)
    life = ends[1]
    let (death, folders) = (ends[0], folders)
    DispatchQueue(label: "rejoinder.watch").async {
      while Self.waits(for: events, until: death) { onChange(folders) }
      _ = close(events)
      _ = close(death)
    }
  }

  deinit { _ = close(life) }

  /// Sleeps until there are events, and takes them: which entries they were is found by looking,
  /// because events may be lost and the files are not.
  ///
  /// - Returns: `false` when the watch has ended.
  private static func waits(for events: Int32, until death: Int32) -> Bool {
    var waiting = [
      pollfd(fd: events, events: Int16(POLLIN), revents: 0),
      pollfd(fd: death, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waiting, 2, -1) < 0 {
      guard errno == EINTR else { return false }
    }
    guard waiting[1].revents == 0 else { return false }
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 16_384, alignment: 8)
    defer { bytes.deallocate() }
    while read(events, bytes.baseAddress, bytes.count) > 0 {}
    return true
  }
}
