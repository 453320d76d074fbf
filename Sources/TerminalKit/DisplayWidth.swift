internal import CDisplayWidth

/// How many columns text takes on a terminal. One pinned table (Unicode 16.0) answers for layout,
/// for drawing and for ncurses; the terminal's own opinion is never asked.
///
/// Every function counts what ``GlyphSequence`` would show, so a hidden control character counts the
/// column of its visible mark. Columns of a whole are the sum of its parts if it is cut between
/// characters.
public enum DisplayWidth {
  public static func columns(of text: some StringProtocol) -> Int {
    columns(ofUTF8: text.utf8)
  }

  public static func columns(of character: Character) -> Int {
    columns(ofUTF8: character.utf8)
  }

  /// - Parameter bytes: UTF-8. Bytes that are not count as U+FFFD. Contiguous collections (arrays,
  ///   their slices, buffers, native strings) are counted in place, ASCII at less than 1 ns a byte.
  public static func columns(ofUTF8 bytes: some Collection<UInt8>) -> Int {
    if let columns = bytes.withContiguousStorageIfAvailable({ count($0, limit: .max).columns }) {
      return columns
    }
    return Array(bytes).withUnsafeBufferPointer { count($0, limit: .max).columns }
  }

  /// The longest beginning of `bytes` that fits into `limit` columns, cut between glyphs.
  ///
  /// - Returns: The length of that beginning in bytes and the columns that it takes.
  public static func prefix(
    ofUTF8 bytes: some Collection<UInt8>, fitting limit: Int
  ) -> (bytes: Int, columns: Int) {
    if let found = bytes.withContiguousStorageIfAvailable({ count($0, limit: limit) }) {
      return found
    }
    return Array(bytes).withUnsafeBufferPointer { count($0, limit: limit) }
  }

  /// Columns of one scalar by itself, 0, 1 or 2; the mark that stands for a control has 1.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    abs(Int(rj_columns_of_scalar(scalar.value)))
  }
}

extension DisplayWidth {
  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> (bytes: Int, columns: Int) {
    var index = 0
    var columns = 0
    var start = 0
    var assembler = GlyphAssembler()
    while index < bytes.count {
      if isPlain(bytes, at: index) {
        if let done = assembler.finish() {
          if columns + done.width > limit { return (start, columns) }
          columns += done.width
        }
        if columns >= limit { return (index, columns) }
        columns += 1
        index += 1
        start = index
        continue
      }
      let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
      if let done = assembler.append(scalar) {
        if columns + done.width > limit { return (start, columns) }
        columns += done.width
        start = index
      }
      index += length
    }
    guard let last = assembler.finish() else { return (index, columns) }
    return columns + last.width > limit ? (start, columns) : (index, columns + last.width)
  }

  /// Printable ASCII that nothing can combine with.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    return byte >= 0x20 && byte < 0x7F && (index + 1 == bytes.count || bytes[index + 1] < 0x80)
  }
}
