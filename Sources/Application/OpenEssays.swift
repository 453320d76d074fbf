internal import RejoinderCore
internal import Store
internal import Synchronization

/// The essays that the session has opened, by the request that brought each.
///
/// The queue of records reads them, in order; the loop's thread asks for them and may change its mind.
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
    var current: PendingEssay?
    /// Requests that were made and are not done, and those of them that nobody waits for any more.
    var awaited: Set<Int> = []
    var cancelled: Set<Int> = []
    /// Stops the reading that is going on.
    var cancel: (@Sendable () -> Void)?
    var failure: (any Error)?
  }

  private let state: Mutex<State>

  init(current: PendingEssay?) {
    state = Mutex(State(current: current))
  }

  /// Hands out the essay that the program was started with, once.
  func takeCurrent() -> PendingEssay? {
    state.withLock { state in
      defer { state.current = nil }
      return state.current
    }
  }

  // MARK: Reading

  /// Whether an essay is on its way.
  var isReading: Bool { state.withLock { !$0.awaited.isEmpty } }

  /// Notes that an essay is asked for, so that ``cancel()`` reaches it from now on.
  func expect(_ request: Int) { state.withLock { _ = $0.awaited.insert(request) } }

  /// Notes that it has come, or will not come.
  func finish(_ request: Int) {
    state.withLock { state in
      state.awaited.remove(request)
      state.cancelled.remove(request)
    }
  }

  /// Reads an essay that was asked for.
  func read(
    _ pending: PendingEssay, for request: Int, _ tell: (PendingEssay.Progress) -> Void
  ) throws -> PendingEssay.Outcome {
    let isCancelled = state.withLock { state in
      state.cancel = pending.cancel
      return state.cancelled.contains(request)
    }
    defer { state.withLock { $0.cancel = nil } }
    if isCancelled { pending.cancel() }
    return try pending.read(tell)
  }

  /// Waits no longer for what was asked for by now.
  func cancel() {
    let cancel = state.withLock { state in
      state.cancelled.formUnion(state.awaited)
      return state.cancel
    }
    cancel?()
  }

  /// Why there was nothing to show.
  var failure: (any Error)? {
    get { state.withLock { $0.failure } }
    set { state.withLock { $0.failure = newValue } }
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
