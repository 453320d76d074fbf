/// What a text has in it that would act on a terminal or hide from a reader.
public enum HiddenCharacters {
  /// How many characters are shown as marks because they act or hide. Line feeds and tabs are none,
  /// and neither are soft hyphens, which typesetting needs.
  public static func count(inUTF8 bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      forEach(in: bytes) { _, scalar in if scalar != 0xAD { count += 1 } }
      return count
    }
  }

  /// Where they stand, ascending, as offsets from the beginning of `bytes`, which are UTF-8.
  public static func ranges(inUTF8 bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var ranges: [Range<Int>] = []
      forEach(in: bytes) { range, _ in ranges.append(range) }
      return ranges
    }
  }

  private static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, _ scalar: UInt32) -> Void
  ) {
    var screening = ScalarScreening()
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x09 || byte >= 0x20 && byte < 0x7F {
        // Only the last of a run can have something attached to it.
        if index + 1 < bytes.count, bytes[index + 1] >= 0x80 { _ = screening.take(UInt32(byte)) }
        index += 1
        continue
      }
      let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
      switch screening.take(scalar) {
      case .hidden, .swallowed: body(index..<(index + length), scalar)
      case .shown, .baseless, .unknown: break
      }
      index += length
    }
  }
}
