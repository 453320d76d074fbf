/// Milliseconds since 1970-01-01T00:00:00Z. Time always arrives as a value; nothing here reads a
/// clock.
public struct Timestamp: Sendable, Hashable, Comparable, Codable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static let zero = Timestamp(milliseconds: 0)

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// How much later this is than another time, which may lie further away than can be counted.
  public func milliseconds(since earlier: Timestamp) -> Int64 {
    let (difference, isTooFar) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    guard isTooFar else { return difference }
    return self > earlier ? .max : .min
  }

  public func advanced(by milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: self.milliseconds &+ milliseconds)
  }
}
