extension StringProtocol {
  /// The text with everything that a terminal would obey, or that would hide from a reader, shown as
  /// a mark: C0 controls, line feeds and tabs included, as control pictures; the rest as
  /// ``ScalarScreening`` says. What has work to do where it stands stays as it is.
  public var visible: String { visible(keeping: []) }

  /// As ``visible``, but line feeds and tabs stay: for a text of several lines.
  public var visibleLines: String { visible(keeping: ["\n", "\t"]) }

  /// White space of all kinds as single spaces, and nothing that a terminal would obey.
  public var oneLine: String {
    isPlainLine
      ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ").visible
  }

  /// Whether there is nothing to change: printable ASCII, and between words one space. Most lines are such.
  private var isPlainLine: Bool {
    var previous = UInt8(ascii: " ")
    for byte in String(self).utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  private func visible(keeping kept: Set<Unicode.Scalar>) -> String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 >= 0xC2 }) else {
      return String(self)
    }
    var screening = ScalarScreening()
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let verdict = screening.take(scalar.value)
      if kept.contains(scalar) { result.append(scalar) } else { result.append(scalar, as: verdict) }
    }
    return String(result)
  }
}

extension String.UnicodeScalarView {
  /// Appends what may stand for a scalar after ``ScalarScreening`` has judged it.
  public mutating func append(_ scalar: Unicode.Scalar, as verdict: ScalarScreening.Verdict) {
    switch verdict {
    case .shown: append(scalar)
    case .baseless:
      append("\u{25CC}")
      append(scalar)
    case .unknown: append("\u{FFFD}")
    case .hidden(let mark): append(Unicode.Scalar(mark) ?? "\u{FFFD}")
    case .swallowed: break
    }
  }
}
