/// A 128-bit name for a text, the same on every machine: two FNV-1a hashes of 64 bits with
/// different bases (Fowler, Noll and Vo), as 32 hexadecimal digits.
///
/// It tells essays apart; it is no protection against somebody who wants two texts to collide.
public struct Fingerprint: Sendable, Hashable, Codable, CustomStringConvertible {
  public let digits: String

  public init(of bytes: [UInt8]) {
    var first: UInt64 = 0xcbf2_9ce4_8422_2325
    var second: UInt64 = 0x6c62_272e_07bb_0142
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    digits = Self.hexadecimal(first) + Self.hexadecimal(second)
  }

  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  public init(from decoder: any Decoder) throws {
    digits = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }

  public var description: String { digits }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
