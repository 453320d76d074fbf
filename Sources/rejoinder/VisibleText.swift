internal import TerminalKit

extension StringProtocol {
  /// The text with everything that a terminal would obey shown as a mark: C0 controls, line feeds
  /// and tabs included, as control pictures; C1, bidirectional and other format controls as U+FFFD.
  /// The rest stays as it is.
  var visible: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 >= 0xC2 }) else {
      return String(self)
    }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.visible) }
    return String(scalars)
  }

  /// As ``visible``, but line feeds and tabs stay: for a text that somebody wrote here.
  var visibleLines: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      result.append(scalar == "\n" || scalar == "\t" ? scalar : scalar.visible)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  var visible: Unicode.Scalar {
    guard isControl else { return self }
    if value == 0x7F { return "\u{2421}" }
    if value < 0x20, let picture = Unicode.Scalar(0x2400 + value) { return picture }
    return "\u{FFFD}"
  }
}
