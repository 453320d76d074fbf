import Glibc

/// An advisory lock that ends with the session that holds it, however that ends.
struct FileLock: ~Copyable {
  private let descriptor: Int32
  private let calls: SystemCalls

  /// - Parameters:
  ///   - name: A file of its own in `folder`, made where it is missing.
  ///   - patience: Milliseconds to wait for another session.
  /// - Throws: `EWOULDBLOCK` when the patience is over.
  init(_ name: String, in folder: borrowing Folder, patience: Int) throws(SystemError) {
    calls = folder.calls
    var waited = 0
    while true {
      let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK
      let file = calls.open(folder.descriptor, name, flags, 0o600)
      guard file >= 0 else { throw SystemError(code: -file) }
      // The umask may have taken rights away that the next session needs.
      _ = calls.setMode(file, "", 0o600)
      let result = calls.lock(file)
      let held = calls.status(file, "")
      // A session that removed the essay has removed its lock too: then the name is another file.
      if result >= 0, held == folder.status(of: name) {
        descriptor = file
        return
      }
      calls.close(file)
      guard result >= 0 || result == -EWOULDBLOCK else { throw SystemError(code: -result) }
      guard waited < patience else { throw SystemError(code: EWOULDBLOCK) }
      let pause = min(10, 1 + waited / 4)
      calls.pause(pause)
      waited += pause
    }
  }

  /// Lets the next session in. Said outright, so that no optimisation can end the lock early.
  consuming func release() {}

  deinit {
    calls.close(descriptor)
  }
}
