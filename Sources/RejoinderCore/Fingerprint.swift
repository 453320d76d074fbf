/// A 128-bit name for a text, the same on every machine: two hashes ``FNV1a`` with
/// different bases, as 32 hexadecimal digits.
///
/// It tells essays apart; it is no protection against somebody who wants two texts to collide.
public struct Fingerprint: Sendable, Hashable, Codable, CustomStringConvertible {
  public let digits: String

  public init(of bytes: [UInt8]) {
    var first = FNV1a()
    var second = FNV1a(basis: 0x6c62_272e_07bb_0142)
    for byte in bytes {
      first.append(byte)
      second.append(byte)
    }
    digits = first.value.hexadecimal + second.value.hexadecimal
  }

  /// `nil` unless these are 32 hexadecimal digits.
  public init?(digits: String) {
    guard digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
    self.digits = digits
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
}
