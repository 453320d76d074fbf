internal import TerminalKit

/// A JSON value that is written in the order in which it was put together.
///
/// Essays may be large, so the elements of an array can be made one at a time while they are written.
enum JSON {
  case null
  case bool(Bool)
  case int(Int)
  /// Rounded to four digits after the point, which is more than any of ours means.
  case decimal(Double)
  case string(String)
  /// UTF-8.
  case text(ArraySlice<UInt8>)
  case object([(String, JSON)])
  case array([JSON])
  /// Elements that are made when their turn comes.
  case elements(Int, (Int) -> JSON)

  static func optional(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
  static func optional(_ value: Int?) -> JSON { value.map(JSON.int) ?? .null }

  static func confidence(_ value: Float) -> JSON { .decimal(Double(value)) }

  /// Writes the value and a line feed. The elements of the outermost arrays stand on lines of their
  /// own, so that the output can be read and compared.
  func write(to output: inout Output) {
    write(to: &output, depth: 0)
    output.write("\n")
  }

  private func write(to output: inout Output, depth: Int) {
    switch self {
    case .null: output.write("null")
    case .bool(let value): output.write(value ? "true" : "false")
    case .int(let value): output.write(String(value))
    case .decimal(let value): output.write(Self.rounded(value))
    case .string(let value): Self.write(Array(value.utf8)[...], to: &output)
    case .text(let bytes): Self.write(bytes, to: &output)
    case .object(let members):
      Self.list(members, "{", "}", depth: depth, to: &output) { member, output in
        Self.write(Array(member.0.utf8)[...], to: &output)
        output.write(": ")
        member.1.write(to: &output, depth: depth + 1)
      }
    case .array(let elements):
      Self.list(elements, "[", "]", depth: depth, to: &output) { element, output in
        element.write(to: &output, depth: depth + 1)
      }
    case .elements(let count, let element):
      Self.list(0..<count, "[", "]", depth: depth, to: &output) { index, output in
        element(index).write(to: &output, depth: depth + 1)
      }
    }
  }

  private static func list<Members: Sequence>(
    _ members: Members, _ opening: String, _ closing: String, depth: Int, to output: inout Output,
    _ write: (Members.Element, inout Output) -> Void
  ) {
    output.write(opening)
    var isFirst = true
    for member in members {
      if !isFirst { output.write(depth < 2 ? "," : ", ") }
      if depth < 2 { output.write("\n" + String(repeating: " ", count: depth + 1)) }
      write(member, &output)
      isFirst = false
    }
    if !isFirst, depth < 2 { output.write("\n" + String(repeating: " ", count: depth)) }
    output.write(closing)
  }

  private static func rounded(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? String(Int(rounded)) : rounded.description
  }

  // MARK: Strings

  /// The text as a JSON string, which is a string in YAML too.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    quote(Array(text.utf8)[...]) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to output: inout Output) {
    quote(bytes) { output.append($0) }
  }

  /// Besides what JSON asks for, every character is escaped that a terminal would obey or that hides
  /// from a reader.
  private static func quote(_ bytes: ArraySlice<UInt8>, _ put: (ArraySlice<UInt8>) -> Void) {
    put([UInt8(ascii: "\"")])
    var hidden = HiddenCharacters.ranges(inUTF8: bytes)[...]
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      var length = 0
      if let range = hidden.first, bytes.startIndex + range.lowerBound == index {
        hidden.removeFirst()
        length = range.count
      } else if byte < 0x20 || byte == 0x7F || byte == 0x22 || byte == 0x5C {
        length = 1
      }
      guard length > 0 else {
        index += 1
        continue
      }
      put(bytes[start..<index])
      for scalar in String(decoding: bytes[index..<(index + length)], as: UTF8.self).unicodeScalars
      {
        put(Array(escape(scalar).utf8)[...])
      }
      index += length
      start = index
    }
    put(bytes[start...])
    put([UInt8(ascii: "\"")])
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      return scalar.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }
}
