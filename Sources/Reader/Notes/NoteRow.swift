internal import RejoinderCore

/// A piece of text with one meaning.
struct StyledText: Sendable, Hashable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}

/// One row of a note.
struct NoteRow: Sendable, Hashable {
  var spans: [StyledText]
  /// Which of the claim's counterarguments it belongs to.
  var counterargument: Int?

  init(_ spans: [StyledText] = [], counterargument: Int? = nil) {
    self.spans = spans
    self.counterargument = counterargument
  }

  init(_ text: String, _ style: Style, counterargument: Int? = nil) {
    self.init([StyledText(text, style)], counterargument: counterargument)
  }
}

extension String {
  /// The text broken into rows of at most `columns`.
  func wrapped(columns: Int) -> [String] {
    let bytes = Array(utf8)
    let whole = Passage(start: 0, end: bytes.count)
    return LineBreaker(columns: columns).rows(of: whole, in: bytes)
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// The text in at most so many rows; the last one is shortened where it takes more.
  func shortened(columns: Int, rows: Int) -> [String] {
    let lines = wrapped(columns: columns)
    guard lines.count > rows, rows > 0 else { return lines }
    let rest = lines[(rows - 1)...].joined(separator: " ")
    return lines.prefix(rows - 1) + [rest.shortened(columns: columns)]
  }

  /// Whether a scalar ends a line, as `Character.isNewline` says.
  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The text's beginning in one row of at most `columns`, cut after a whole word and marked with an
  /// ellipsis where anything was left out.
  func shortened(columns: Int) -> String {
    let line =
      unicodeScalars.contains(where: Self.endsLine)
      ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
    guard columns > 0 else { return "" }
    if line.wrapped(columns: columns).count <= 1 { return line }
    guard columns > 1, let first = line.wrapped(columns: columns - 1).first else { return "…" }
    return first + "…"
  }
}
