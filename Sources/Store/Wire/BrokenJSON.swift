/// Finds strings in bytes that are no JSON any more. A string never goes on over the end of a line, so
/// what a damaged line does to quotation marks ends with it.
enum BrokenJSON {
  /// The fields that hold strings, in the order in which they stand; the last one of a line may have
  /// lost its end.
  static func strings(in bytes: [UInt8]) -> [(name: String, value: String)] {
    bytes.split(separator: 0x0A).flatMap(strings)
  }

  /// Names are found wherever they stand: a quotation mark that was lost before them makes them no part
  /// of a string, since within one every mark has a backslash before it.
  static func strings(in line: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var strings: [(name: String, value: String)] = []
    var index = line.startIndex
    while let mark = line[index...].firstIndex(of: quote) {
      index = mark + 1
      guard mark == line.startIndex || line[mark - 1] != UInt8(ascii: "\\"),
        let (name, start) = name(at: index, in: line)
      else { continue }
      var end = start
      while end < line.endIndex, line[end] != quote {
        end += line[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      end = min(end, line.endIndex)
      strings.append((name, unescaped(line[start..<end])))
      index = min(end + 1, line.endIndex)
    }
    return strings
  }

  private static let quote = UInt8(ascii: "\"")

  /// The name of a field and where its string begins, if one stands there.
  private static func name(
    at start: Int, in line: ArraySlice<UInt8>
  ) -> (name: String, start: Int)? {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let name = line[start...].prefix {
      (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    var rest = line[name.endIndex...]
    guard !name.isEmpty, rest.popFirst() == quote else { return nil }
    rest = rest.drop(while: isSpace)
    guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
    rest = rest.drop(while: isSpace)
    guard rest.popFirst() == quote else { return nil }
    return (String(decoding: name, as: UTF8.self), rest.startIndex)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    // A cut may have left half a sign or half an escape behind.
    for dropped in 0..<min(6, bytes.count + 1) {
      let literal = [quote] + bytes.dropLast(dropped) + [quote]
      if case .string(let text)? = JSONValue(parsing: literal) { return text }
    }
    return String(decoding: bytes, as: UTF8.self).replacing("\\n", with: "\n")
  }
}
