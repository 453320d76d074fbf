internal import Glibc

/// Tells other sessions that this one, or the editor that it has started, is alive: a lock that the system
/// releases however they end. The lock's file says which process has made it, and what the draft beside it is
/// a draft of.
struct SessionLife {
  private let path: String
  let descriptor: Int32
  let owner: String?

  enum Finding {
    /// A session has the draft.
    case going
    /// The session has gone, but its editor, or what that left running, has the draft.
    case outlived
    /// Whoever had it has gone; the lock is held from now on.
    case over(SessionLife)
    /// There is no lock.
    case unknown
  }

  static let suffix = ".lock"

  static func path(beside file: String) -> String { file + suffix }

  /// Makes a lock and holds it. The draft beside it is made afterwards, so that nobody finds it without.
  init(beside file: String, of owner: String? = nil) throws(SystemFailure) {
    path = Self.path(beside: file)
    self.owner = owner
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemFailure(reason: .last) }
    do throws(SystemFailure) {
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw SystemFailure(reason: .last) }
      // Another session may have taken it for one that was left, before it was held.
      guard isThere else { throw SystemFailure(reason: SystemReason(code: EWOULDBLOCK)) }
      try writeAll(Array("\(getpid())\n\(owner ?? "")".utf8), to: descriptor)
    } catch {
      // What another session holds is its to remove.
      if error.reason.code != EWOULDBLOCK { _ = unlink(path) }
      _ = close(descriptor)
      throw error
    }
  }

  private init(path: String, descriptor: Int32, owner: String?) {
    self.path = path
    self.descriptor = descriptor
    self.owner = owner
  }

  /// Takes the lock that a session left.
  static func takeOver(beside file: String) -> Finding {
    let path = path(beside: file)
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return .unknown }
    let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    let said = ((try? readBytes(of: path)) ?? []).split(
      separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    guard isFree else {
      _ = close(descriptor)
      return hasGone(said.first.flatMap { Int32(String(decoding: $0, as: UTF8.self)) })
        ? .outlived : .going
    }
    let owner = said.count > 1 ? String(decoding: said[1], as: UTF8.self) : ""
    return .over(
      SessionLife(path: path, descriptor: descriptor, owner: owner.isEmpty ? nil : owner))
  }

  /// - Parameter process: `nil` where the lock does not say it yet.
  private static func hasGone(_ process: Int32?) -> Bool {
    guard let process, process > 0 else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Whether the lock's file is still the one that is held.
  private var isThere: Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Removes the lock and releases it.
  func end() {
    _ = unlink(path)
    _ = close(descriptor)
  }

  /// Releases the lock, and lets it tell of the draft that stays. Not only for this process: what the editor
  /// left running has nothing to do with the draft any more.
  func leave() {
    _ = flock(descriptor, LOCK_UN)
    _ = close(descriptor)
  }
}
