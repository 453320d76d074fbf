extension Array where Element == UInt8 {
  /// Whether `offset` lies between two letters or digits of one word.
  ///
  /// Scripts that write no spaces between words have no such place: there a cut is no worse at one
  /// character than at the next.
  func cutsWord(at offset: Int) -> Bool {
    guard offset > 0, offset < count else { return false }
    guard let left = scalar(endingAt: offset), let right = scalar(startingAt: offset) else {
      return true
    }
    return left.belongsToWord && right.belongsToWord
  }

  private func scalar(startingAt offset: Int) -> Unicode.Scalar? {
    guard self[offset] >= 0x80 else { return Unicode.Scalar(self[offset]) }
    guard self[offset] & 0xC0 != 0x80 else { return nil }
    return decoded(offset..<scalarEnd(at: offset + 1))
  }

  private func scalar(endingAt offset: Int) -> Unicode.Scalar? {
    guard self[offset - 1] >= 0x80 else { return Unicode.Scalar(self[offset - 1]) }
    return decoded(scalarStart(at: offset - 1)..<offset)
  }

  private func decoded(_ range: Range<Int>) -> Unicode.Scalar? {
    String(decoding: self[range], as: UTF8.self).unicodeScalars.first
  }
}

extension Unicode.Scalar {
  /// Letters, digits and marks of the scripts that put spaces between words.
  fileprivate var belongsToWord: Bool {
    if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) }
    let spaceless: Bool =
      switch value {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
      case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF65...0xFF9F, 0x20000...0x3FFFF: true
      default: false
      }
    guard !spaceless else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber: return true
    default: return properties.isAlphabetic
    }
  }
}
