/// One thing that is not as it should be in a library.
public struct LibraryFinding: Sendable, Hashable, CustomStringConvertible {
  public enum State: Sendable, Hashable {
    /// Damage that was left as it is.
    case leftInPlace
    /// Damage that was set aside; there was nothing to put in its place.
    case setAside
    /// Damage that was set aside, with what could be restored in its place.
    case restored
    /// Set aside before; repairing has not been asked for since.
    case unsettled
    /// The system did not let it be read.
    case unreadable
    /// No damage: a newer version of the program wrote it.
    case newerVersion
  }

  /// Of the file or folder.
  public var path: String
  /// What is wrong, with which file, what is there instead: a sentence.
  public var description: String
  public var state: State

  public init(path: String, description: String, state: State) {
    self.path = path
    self.description = description
    self.state = state
  }
}

/// What a look at everything in a library has found.
public struct LibraryReport: Sendable, Equatable {
  /// Whether there is a library at all: one is made when something is first kept.
  public var exists = true
  public var essays = 0
  /// Annotations and replies that can be read, tombstones included.
  public var records = 0
  public var findings: [LibraryFinding] = []

  public init() {}

  /// Whether anything is damaged or cannot be read.
  public var isDamaged: Bool { findings.contains { $0.state != .newerVersion } }
}
