/// Words with one space between them, whatever stood there.
struct CollapsedText {
  private(set) var utf8: [UInt8] = []
  private var hasSpace = false

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        hasSpace = true
      } else {
        if hasSpace, !utf8.isEmpty { utf8.append(0x20) }
        hasSpace = false
        utf8.append(byte)
      }
    }
  }

  mutating func space() {
    hasSpace = true
  }
}
