internal import CZlib

/// The entries of a zip file, which are unpacked into memory and never onto a disk.
struct ZipArchive {
  private struct Entry {
    var method: UInt16
    var compressed: Int
    var size: Int
    var offset: Int
    var isEncrypted: Bool
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  static let entryLimit = 20_000
  /// Of one unpacked entry.
  static let sizeLimit = 8 << 20

  static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// `nil` where there is no directory of entries, as in a file that is cut off.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = Self.directoryEnd(in: bytes) else { return nil }
    let count = Int(Self.number(bytes, at: end + 10, bytes: 2))
    var index = Int(Self.number(bytes, at: end + 16, bytes: 4))
    guard count <= Self.entryLimit else { return nil }
    for _ in 0..<count {
      guard index >= 0, index + 46 <= bytes.count,
        Self.number(bytes, at: index, bytes: 4) == 0x0201_4B50
      else { return nil }
      let name = Int(Self.number(bytes, at: index + 28, bytes: 2))
      let extra = Int(Self.number(bytes, at: index + 30, bytes: 2))
      let comment = Int(Self.number(bytes, at: index + 32, bytes: 2))
      guard index + 46 + name <= bytes.count else { return nil }
      let path = String(decoding: bytes[(index + 46)..<(index + 46 + name)], as: UTF8.self)
      entries[path] = Entry(
        method: UInt16(Self.number(bytes, at: index + 10, bytes: 2)),
        compressed: Int(Self.number(bytes, at: index + 20, bytes: 4)),
        size: Int(Self.number(bytes, at: index + 24, bytes: 4)),
        offset: Int(Self.number(bytes, at: index + 42, bytes: 4)),
        isEncrypted: Self.number(bytes, at: index + 8, bytes: 2) & 1 == 1)
      index += 46 + name + extra + comment
    }
  }

  func contains(_ path: String) -> Bool { entries[path] != nil }

  /// An entry's content.
  ///
  /// - Parameter limit: Entries that unpack to more are not read.
  /// - Returns: `nil` for a missing, damaged, encrypted or too large entry.
  func contents(of path: String, limit: Int = sizeLimit) -> [UInt8]? {
    guard let entry = entries[path], !entry.isEncrypted, entry.size <= limit,
      entry.offset + 30 <= bytes.count,
      Self.number(bytes, at: entry.offset, bytes: 4) == 0x0403_4B50
    else { return nil }
    let name = Int(Self.number(bytes, at: entry.offset + 26, bytes: 2))
    let extra = Int(Self.number(bytes, at: entry.offset + 28, bytes: 2))
    let start = entry.offset + 30 + name + extra
    guard start + entry.compressed <= bytes.count else { return nil }
    let packed = bytes[start..<(start + entry.compressed)]
    switch entry.method {
    case 0: return Array(packed.prefix(limit))
    case 8:
      let data = InflatedData(packed, in: .zip, limit: min(limit, entry.size))
      return data.isDamaged ? nil : data.bytes
    default: return nil
    }
  }

  /// The record at the end that says where the directory lies; a comment may follow it.
  private static func directoryEnd(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var index = bytes.count - 22
    let last = max(0, index - 65_535)
    while index >= last {
      if bytes[index] == 0x50, number(bytes, at: index, bytes: 4) == 0x0605_4B50 { return index }
      index -= 1
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], at index: Int, bytes count: Int) -> UInt64 {
    var value: UInt64 = 0
    for offset in stride(from: count - 1, through: 0, by: -1) {
      value = value << 8 | UInt64(bytes[index + offset])
    }
    return value
  }
}
