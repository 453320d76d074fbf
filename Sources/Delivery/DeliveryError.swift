internal import Glibc

/// Why a reply did not get where it should, in a sentence for the reader.
public struct DeliveryError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// The name given cannot be used at all.
    case usage
    /// No file can be made there.
    case cannotCreate
    /// Reading or writing failed: full disk, input or output error.
    case inputOutput
    case notPermitted
    /// A program that is needed cannot be run, or it failed.
    case unavailable
  }

  public var kind: Kind
  /// What happened, to which file, what was kept, what to do.
  public var description: String

  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}

/// The system's reason for a failed call.
struct SystemReason: Sendable {
  let code: Int32

  /// The reason of the call that failed last on this thread.
  static var last: SystemReason { SystemReason(code: errno) }

  var text: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text).lowercased()
  }

  /// The kind of failure, for a call that was to make a file.
  var kind: DeliveryError.Kind {
    switch code {
    case EACCES, EPERM, EROFS: .notPermitted
    case ENOSPC, EDQUOT, EIO, EFBIG: .inputOutput
    default: .cannotCreate
    }
  }
}
