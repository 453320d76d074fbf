/// The hash FNV-1a of 64 bits (Fowler, Noll and Vo): the same on every machine and in every run.
///
/// It tells words and texts apart; it is no protection against somebody who wants two to collide.
@frozen public struct FNV1a: Sendable, Hashable {
  @usableFromInline var state: UInt64

  /// The hash of what was appended so far.
  @inlinable public var value: UInt64 { state }

  /// - Parameter basis: What the hash of nothing is; the published one if not given.
  @inlinable public init(basis: UInt64 = 0xcbf2_9ce4_8422_2325) {
    state = basis
  }

  @inlinable public init(_ bytes: some Sequence<UInt8>) {
    self.init()
    for byte in bytes { append(byte) }
  }

  @inlinable public mutating func append(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

extension UInt64 {
  /// The number as 16 hexadecimal digits in lower case.
  public var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
