/// A short run of bytes of an anchor, by which places worth a closer look are found.
struct Seed {
  /// Which entry of the index holds its occurrences.
  var key: Int
  /// Where it lies relative to the start of the quotation; negative in the context before it.
  var offset: Int
  /// Whether it belongs to the quotation rather than to its context.
  var isQuoted: Bool
}

/// Finds many short byte strings in one text by reading the text once for each length in use.
///
/// Its size follows the number of seeds, not the length of the text. A seed that occurs more often
/// than ``occurrenceLimit`` tells nothing about a place and is marked common, which bounds the work
/// for any text.
struct SeedIndex {
  static let occurrenceLimit = 512

  private var keys: [Int: [UInt64: Int]] = [:]
  private var counts: [Int] = []
  /// Occurrences of a key are chained through `next`, latest first; -1 ends a chain.
  private var heads: [Int] = []
  private var next: [Int] = []
  private var positions: [Int] = []

  /// Asks for the occurrences of 1 to 8 bytes.
  mutating func add(_ bytes: ArraySlice<UInt8>) -> Int {
    let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    if let known = keys[bytes.count]?[value] { return known }
    let key = counts.count
    keys[bytes.count, default: [:]][value] = key
    counts.append(0)
    heads.append(-1)
    return key
  }

  /// Notes where in `text` the seeds occur.
  mutating func scan(_ text: [UInt8]) {
    for (length, entries) in keys {
      let filter = SeedFilter(entries.keys)
      text.withUnsafeBufferPointer { bytes in
        var window: UInt64 = 0
        let mask = length >= 8 ? UInt64.max : (1 << UInt64(8 * length)) - 1
        for index in bytes.indices {
          window = (window << 8 | UInt64(bytes[index])) & mask
          guard index + 1 >= length, filter.mayContain(window), let key = entries[window] else {
            continue
          }
          note(key, at: index + 1 - length)
        }
      }
    }
  }

  func count(of key: Int) -> Int { counts[key] }

  func isCommon(_ key: Int) -> Bool { counts[key] > Self.occurrenceLimit }

  /// Where a key occurs, latest first; the first ``occurrenceLimit`` places of a common one.
  func occurrences(of key: Int) -> [Int] {
    var found: [Int] = []
    var link = heads[key]
    while link >= 0 {
      found.append(positions[link])
      link = next[link]
    }
    return found
  }

  private mutating func note(_ key: Int, at position: Int) {
    counts[key] += 1
    guard counts[key] <= Self.occurrenceLimit else { return }
    positions.append(position)
    next.append(heads[key])
    heads[key] = positions.count - 1
  }
}

/// Rejects most windows that are no seed without a dictionary look-up.
private struct SeedFilter {
  private var bits: [UInt64]
  private let shift: UInt64

  init(_ keys: some Collection<UInt64>) {
    var exponent: UInt64 = 10
    while exponent < 22, 1 << exponent < keys.count * 16 { exponent += 1 }
    shift = 64 - exponent
    bits = Array(repeating: 0, count: 1 << (exponent - 6))
    for key in keys {
      let hash = Self.hash(key, shift)
      bits[hash >> 6] |= 1 << UInt64(hash & 63)
    }
  }

  func mayContain(_ key: UInt64) -> Bool {
    let hash = Self.hash(key, shift)
    return bits[hash >> 6] & 1 << UInt64(hash & 63) != 0
  }

  /// Multiplication by 2^64 divided by the golden ratio (Knuth, "The Art of Computer Programming",
  /// volume 3, section 6.4).
  private static func hash(_ key: UInt64, _ shift: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
