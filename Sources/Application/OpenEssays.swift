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
    var current: PendingEssay?
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
  var isReading: Bool { state.withLock { $0.cancel != nil || $0.current != nil } }

  /// Reads an essay, so that ``cancel()`` reaches it.
  func read(
    _ pending: PendingEssay, _ tell: (PendingEssay.Progress) -> Void
  ) throws -> PendingEssay.Outcome {
    state.withLock { $0.cancel = pending.cancel }
    defer { state.withLock { $0.cancel = nil } }
    return try pending.read(tell)
  }

  /// Waits no longer for an essay that is on its way, nor for one that is to be read.
  func cancel() {
    let (cancel, current) = state.withLock { ($0.cancel, $0.current) }
    cancel?()
    current?.cancel()
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
