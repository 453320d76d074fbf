/// A file with a draft that could not be taken back.
public struct LeftDraft: Sendable, Hashable {
  public enum Reason: Sendable {
    /// Its session has gone, but something that its editor left running holds it.
    case held
    /// As text its bytes would not be the same.
    case notUTF8
    /// It cannot be read, nobody knows whose it is, or it could not be kept.
    case unkept
  }

  public let path: String
  public let reason: Reason
}
