internal import RejoinderCore
internal import Store
internal import Synchronization

/// Which essay of the library the session is working on, and what the library was told of its
/// replies last. Used by the queue of records, in order; the lock only proves it to the compiler.
final class OpenEssay: Sendable {
  private struct State {
    var id: EssayID?
    /// `modified` of each reply as it lies in the library.
    var replies: [String: Timestamp] = [:]
    var current: (@Sendable () throws -> Essay)?
  }

  private let state: Mutex<State>

  init(current: (@Sendable () throws -> Essay)?) {
    state = Mutex(State(current: current))
  }

  var id: EssayID? { state.withLock { $0.id } }

  /// Hands out the reading of the essay that the program was started with, once.
  func takeCurrent() -> (@Sendable () throws -> Essay)? {
    state.withLock { state in
      defer { state.current = nil }
      return state.current
    }
  }

  func enter(_ id: EssayID, replies: [Reply]) {
    state.withLock { state in
      state.id = id
      state.replies = Dictionary(
        replies.map { ($0.id, $0.modified) }, uniquingKeysWith: { _, last in last })
    }
  }

  func base(of reply: String) -> Timestamp? { state.withLock { $0.replies[reply] } }

  func setBase(_ modified: Timestamp, of reply: String) {
    state.withLock { $0.replies[reply] = modified }
  }
}
