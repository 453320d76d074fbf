extension EssayText {
  /// Runs of bytes between white space in ASCII.
  public var wordCount: Int { utf8.wordCount }
}

extension Sequence<UInt8> {
  /// Runs of bytes between white space in ASCII.
  public var wordCount: Int {
    var words = 0
    var isInside = false
    for byte in self {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlank, !isInside { words += 1 }
      isInside = !isBlank
    }
    return words
  }
}
