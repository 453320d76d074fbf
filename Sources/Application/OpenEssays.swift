internal import RejoinderCore
internal import Store
internal import Synchronization

/// The essays that the session has opened, by the request that brought each. Used by the queue of records,
/// in order; the lock only proves it to the compiler.
final class OpenEssays: Sendable {
  /// One of them.
  struct Entry: Sendable {
    var essay: Essay
    /// `nil` while it could not be put into the library.
    var id: EssayID?
    /// Tells of other sessions' changes.
    var watch: LibraryWatch?
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var current: (@Sendable () throws -> Essay)?
  }

  private let state: Mutex<State>

  init(current: (@Sendable () throws -> Essay)?) {
    state = Mutex(State(current: current))
  }

  /// Hands out the reading of the essay that the program was started with, once.
  func takeCurrent() -> (@Sendable () throws -> Essay)? {
    state.withLock { state in
      defer { state.current = nil }
      return state.current
    }
  }

  func stopWatching() {
    state.withLock { state in
      for request in state.entries.keys { state.entries[request]?.watch = nil }
    }
  }

  subscript(request: Int) -> Entry? {
    get { state.withLock { $0.entries[request] } }
    set { state.withLock { $0.entries[request] = newValue } }
  }
}
