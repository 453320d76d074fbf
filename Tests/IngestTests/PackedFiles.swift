/// Files as archives hold them, for tests: nothing in them is compressed, all of it is well-formed.
enum PackedFile {
  static func gzip(_ content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated(content)
      + number(checksum(content), bytes: 4) + number(UInt32(content.count), bytes: 4)
  }

  /// - Parameter files: In order; those of an EPUB begin with `mimetype`.
  static func zip(_ files: [(path: String, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (path, content) in files {
      let packed = deflated(content)
      let common =
        number(20, bytes: 2) + number(0, bytes: 2) + number(8, bytes: 2) + number(0, bytes: 4)
        + number(checksum(content), bytes: 4) + number(UInt32(packed.count), bytes: 4)
        + number(UInt32(content.count), bytes: 4) + number(UInt32(path.utf8.count), bytes: 2)
        + number(0, bytes: 2)
      directory +=
        number(0x0201_4B50, bytes: 4) + number(20, bytes: 2) + common + number(0, bytes: 2)
        + number(0, bytes: 2) + number(0, bytes: 2) + number(0, bytes: 4)
        + number(UInt32(bytes.count), bytes: 4) + Array(path.utf8)
      bytes += number(0x0403_4B50, bytes: 4) + common + Array(path.utf8) + packed
    }
    let start = bytes.count
    bytes += directory
    bytes +=
      number(0x0605_4B50, bytes: 4) + number(0, bytes: 4) + number(UInt32(files.count), bytes: 2)
      + number(UInt32(files.count), bytes: 2) + number(UInt32(directory.count), bytes: 4)
      + number(UInt32(start), bytes: 4) + number(0, bytes: 2)
    return bytes
  }

  /// Stored blocks of RFC 1951.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = content[...]
    repeat {
      let piece = rest.prefix(65_535)
      rest = rest.dropFirst(piece.count)
      let length = UInt32(piece.count)
      bytes.append(rest.isEmpty ? 1 : 0)
      bytes += number(length, bytes: 2) + number(length ^ 0xFFFF, bytes: 2) + piece
    } while !rest.isEmpty
    return bytes
  }

  /// CRC-32 as in RFC 1952.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  private static func number(_ value: UInt32, bytes count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}
