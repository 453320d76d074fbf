public import Reader
public import TerminalKit

/// Does what the model asks of the outside, except for what concerns the loop itself.
public protocol EffectRunner: AnyObject {
  /// Begins an effect; its results come through the mailbox. Called on the loop's thread. What needs
  /// the terminal is done before this returns.
  func run(_ effect: Effect, on terminal: any Terminal)

  /// Waits until everything that was begun is done, so that nothing is lost when the process ends. An
  /// essay that is still on its way is waited for no longer.
  func finish()

  /// Waits until what was begun about records is done, so that nothing is lost while the process is
  /// stopped; not for an essay that is still on its way.
  func pause()
}
