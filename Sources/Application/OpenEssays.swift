internal import RejoinderCore
internal import Store
internal import Synchronization

/// The essays that the session has opened, by the request that brought each.
///
/// Each is read on a queue of its own; the queue of records puts them into the library, and the loop's
/// thread asks for them and may change its mind.
final class OpenEssays: Sendable {
  /// One of them.
  struct Entry: Sendable {
    /// As much of it as has come.
    var essay: Essay
    /// `nil` while it is not in the library.
    var id: EssayID?
    /// Whether more of it may come.
    var isGrowing = false
    /// While it grows: bytes of its text that are in the library.
    var keptBytes = 0
    /// While it grows: whether this session put it there.
    var isNew = false
    /// Whether the library had it and has it no more: somebody removed its folder.
    var isLost = false
    /// Whether its text is not here any more: the library has it, or had it.
    var isForgotten = false
    /// Tells of other sessions' changes.
    var watch: LibraryWatch?
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var current: PendingEssay?
    /// Requests that were made and are not done, and those of them that are waited for no longer, or
    /// whose essay nobody wants any more.
    var awaited: Set<Int> = []
    var cancelled: Set<Int> = []
    var abandoned: Set<Int> = []
    /// Stops a reading that is going on.
    var cancels: [Int: @Sendable () -> Void] = [:]
    /// What is to be done about essays once there is something of them.
    var waiting: [Int: [@Sendable () -> Void]] = [:]
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
  func isAwaited(_ request: Int) -> Bool { state.withLock { $0.awaited.contains(request) } }

  /// Notes that an essay is asked for, so that ``cancel(_:)`` reaches it from now on.
  ///
  /// - Parameter isCurrent: Whether it is the one that the program was started with, whose beginning may
  ///   be there already.
  func expect(_ request: Int, isCurrent: Bool = false) {
    state.withLock { state in
      state.awaited.insert(request)
      if isCurrent, let beginning = state.current?.beginning {
        state.entries[request] = Entry(essay: beginning, isGrowing: true)
      }
    }
  }

  /// Notes that the library does not have an essay any more.
  func lose(_ request: Int) {
    state.withLock { state in
      state.entries[request]?.id = nil
      state.entries[request]?.keptBytes = 0
      state.entries[request]?.watch = nil
      state.entries[request]?.isLost = true
    }
  }

  /// Notes how much of an essay has come while the rest is waited for.
  func grow(_ request: Int, to essay: Essay) {
    state.withLock { state in
      state.entries[request, default: Entry(essay: essay)].essay = essay
      state.entries[request]?.isGrowing = true
    }
  }

  /// Notes under which name an essay that grows is in the library, and how much of it.
  func note(_ id: EssayID, of request: Int, keptBytes: Int, isNew: Bool) {
    state.withLock { state in
      state.entries[request]?.id = id
      state.entries[request]?.keptBytes = keptBytes
      if isNew { state.entries[request]?.isNew = true }
    }
  }

  /// Notes that an essay has come, or will not come, and does what waited for that.
  func finish(_ request: Int) {
    let work = state.withLock { state in
      state.awaited.remove(request)
      state.cancelled.remove(request)
      state.abandoned.remove(request)
      return state.waiting.removeValue(forKey: request) ?? []
    }
    for work in work { work() }
  }

  /// Does something about an essay at once, or where nothing of it has come yet, once it has. To be
  /// called on the queue of records alone, as ``finish(_:)`` is: the order stays.
  func whenThere(_ request: Int, _ work: @escaping @Sendable () -> Void) {
    let isThere = state.withLock { state in
      if state.awaited.contains(request), state.entries[request] == nil {
        state.waiting[request, default: []].append(work)
        return false
      }
      return true
    }
    if isThere { work() }
  }

  /// Reads an essay that was asked for.
  func read(
    _ pending: PendingEssay, for request: Int, _ tell: (PendingEssay.Progress) -> Void
  ) throws -> PendingEssay.Outcome {
    let isCancelled = state.withLock { state in
      state.cancels[request] = pending.cancel
      return state.cancelled.contains(request)
    }
    defer { state.withLock { $0.cancels[request] = nil } }
    if isCancelled { pending.cancel() }
    return try pending.read(tell)
  }

  /// Waits no longer for one of those that were asked for by now.
  func cancel(_ request: Int) { cancel { $0 == request } }

  /// Waits no longer for what was asked for before an essay.
  func cancel(before request: Int) { cancel { $0 < request } }

  /// Waits no longer for what was asked for by now.
  func cancel() { cancel { _ in true } }

  private func cancel(_ isMeant: (Int) -> Bool) {
    let cancels = state.withLock { state in
      state.cancelled.formUnion(state.awaited.filter(isMeant))
      return state.cancels.filter { isMeant($0.key) }.map(\.value)
    }
    for cancel in cancels { cancel() }
  }

  /// Waits no longer for an essay, and takes nothing of it.
  func abandon(_ request: Int) {
    state.withLock { state in
      if state.awaited.contains(request) { state.abandoned.insert(request) }
    }
    cancel(request)
  }

  /// Whether nobody wants an essay any more that was asked for.
  func isAbandoned(_ request: Int) -> Bool {
    state.withLock { $0.abandoned.contains(request) }
  }

  /// Why there was nothing to show.
  var failure: (any Error)? {
    get { state.withLock { $0.failure } }
    set { state.withLock { $0.failure = newValue } }
  }

  /// Ends the watches of all essays but one, and forgets the texts of those that are in the library:
  /// whoever goes through a long text opens hundreds of its parts.
  func stopWatching(besides kept: Int) {
    state.withLock { state in
      for (request, entry) in state.entries where request != kept {
        state.entries[request]?.watch = nil
        if entry.id != nil, !entry.isGrowing, request < kept {
          state.entries[request]?.essay.text = .empty
          state.entries[request]?.isForgotten = true
        }
      }
    }
  }

  subscript(request: Int) -> Entry? {
    get { state.withLock { $0.entries[request] } }
    set { state.withLock { $0.entries[request] = newValue } }
  }
}
