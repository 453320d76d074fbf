import FoundationEssentials
import RejoinderCore

extension ReplyFile {
  /// The words of a reply from bytes that are no reply any more: better a draft without its claims
  /// than none.
  ///
  /// - Parameter id: The identifier to give it where the bytes do not tell.
  static func rescued(from bytes: [UInt8], id: String) -> Reply? {
    if let file = JSONCoding.decodeUnsealed(ReplyFile.self, from: bytes) { return file.reply }
    let strings = Self.strings(in: bytes)
    let named = strings.first { $0.name == "text" && !$0.value.isEmpty }?.value
    let longest = strings.map(\.value).max { $0.utf8.count < $1.utf8.count }
    guard let text = named ?? longest, text.contains(" ") else { return nil }
    let time =
      strings.compactMap { $0.name == "modified" ? Timestamp(iso8601: $0.value) : nil }.first
      ?? .zero
    let own = strings.first { $0.name == "id" && !$0.value.isEmpty }?.value
    return Reply(id: own ?? id, text: text, claims: [], created: time, modified: time)
  }

  /// The texts of all fields that begin on a line of their own, as far as they go.
  private static func strings(in bytes: [UInt8]) -> [(name: String, value: String)] {
    bytes.split(separator: 0x0A).flatMap { line in
      let parts = literals(in: line)
      return parts.count < 2 ? [] : [(parts[0], parts[1])]
    }
  }

  /// The string literals of a line; the last one may have lost its end.
  private static func literals(in line: ArraySlice<UInt8>) -> [String] {
    var literals: [String] = []
    var index = line.startIndex
    while let start = line[index...].firstIndex(of: UInt8(ascii: "\"")) {
      var end = start + 1
      while end < line.endIndex, line[end] != UInt8(ascii: "\"") {
        end += line[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      literals.append(unescaped(line[(start + 1)..<min(end, line.endIndex)]))
      index = min(end + 1, line.endIndex)
    }
    return literals
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    // A cut may have left half a sign or half an escape behind.
    for dropped in 0..<min(6, bytes.count + 1) {
      let literal = [UInt8(ascii: "\"")] + bytes.dropLast(dropped) + [UInt8(ascii: "\"")]
      if case .string(let text)? = JSONValue(parsing: literal) { return text }
    }
    return String(decoding: bytes, as: UTF8.self).replacing("\\n", with: "\n")
  }
}
