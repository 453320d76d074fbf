/// What may stand in a draft: text with line feeds and tabs, and no other control character.
enum EditableText {
  /// The bytes of `text` as they are inserted: CR and CRLF become LF, control characters are dropped.
  static func bytes(of text: String) -> [UInt8] {
    let source = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let byte = source[index]
      let next = index + 1 < source.count ? source[index + 1] : 0
      index += 1
      switch byte {
      case UInt8(ascii: "\r"):
        if next != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        result.append(byte)
      case 0..<0x20, 0x7F:
        break
      case 0xC2 where (0x80..<0xA0).contains(next):
        index += 1
      default:
        result.append(byte)
      }
    }
    return result
  }
}
