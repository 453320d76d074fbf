internal import Embedded

/// The files that come with the program, compiled into it.
public enum Resource {

  /// The built-in essay as plain text: title, byline, one paragraph a line.
  public static var essay: [UInt8] { bytes(embedded_essay()) }

  /// The argument pack for the built-in essay.
  public static var pack: [UInt8] { bytes(embedded_pack()) }

  /// What the claim detector has learned; see docs/claims.md.
  public static var claimModel: [UInt8] { bytes(embedded_claim_model()) }

  private static func bytes(_ file: embedded_file) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
