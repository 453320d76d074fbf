import RejoinderCore

/// Tells whether an essay's files are those that were looked at before: their place on the disk, size
/// and time of change. Replies are seen through their folder, whose time changes whenever one of them
/// is replaced.
struct EssayStamp: Hashable {
  /// Zero matches nothing: what changed a moment ago may change again within one tick of the clock.
  private(set) var digest: UInt64
  /// Nanoseconds since 1970 of the latest change.
  private(set) var latest: Int64

  private static let names = ["annotations.json", "essay.json", "place.json", "replies"]
  private static let tick: Int64 = 2_000_000_000

  init(digest: UInt64) {
    self.digest = digest
    latest = 0
  }

  init(of name: String, in essays: borrowing Folder) {
    var hash = WordHash()
    latest = 0
    for part in Self.names {
      let status = essays.status(of: name + "/" + part)
      guard status.result == 0 else {
        hash.add(0)
        continue
      }
      hash.add(status.inode)
      hash.add(UInt64(bitPattern: status.size))
      hash.add(UInt64(bitPattern: status.modified))
      latest = max(latest, status.modified)
    }
    digest = max(1, hash.value)
  }

  /// The stamp to note at a time, in nanoseconds since 1970.
  func noted(at now: Int64) -> EssayStamp {
    now - latest < Self.tick ? EssayStamp(digest: 0) : self
  }

  func matches(_ known: EssayStamp) -> Bool { digest == known.digest && known.digest != 0 }
}

/// A hash that takes eight bytes at a time: for a cache, where it guards against damage and nothing
/// else. Each step is the one of FNV-1a (Fowler, Noll and Vo), with a shift that lets high bits reach
/// the low ones.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01b3
    value ^= value >> 32
  }

  static func hash(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = WordHash()
    var index = 0
    while index + 8 <= bytes.count {
      hash.add(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    while index < bytes.count {
      hash.add(UInt64(bytes[index]))
      index += 1
    }
    hash.add(UInt64(bytes.count))
    return hash.value
  }
}
