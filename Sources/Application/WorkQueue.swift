internal import Dispatch

/// Where work is done that must not hold up the loop.
public struct WorkQueue: Sendable {
  let begin: @Sendable (@escaping @Sendable () -> Void) -> Void
  let wait: @Sendable () -> Void

  /// Another thread; pieces of work follow one another in order.
  public static func background(_ name: String) -> WorkQueue {
    let queue = DispatchQueue(label: name)
    return WorkQueue(
      begin: { work in queue.async(execute: work) }, wait: { queue.sync {} })
  }

  /// The caller's thread, at once: for tests, where every result must come in the same order.
  public static let immediate = WorkQueue(begin: { $0() }, wait: {})
}
