public import TerminalKit

/// What a piece of the screen means. Views name meanings; the table below alone says how they look.
public enum Style: UInt8, Sendable, CaseIterable {
  case plain
  // The essay.
  case title, byline, heading, headingMinor, quotation, verse, code
  case emphasis, strong, struck, link, furniture
  case thesis, claim, premise
  case thesisFocused, claimFocused, sentenceFocused
  case selection, match, matchCurrent
  // The gutter.
  case gutterNumber, gutterMark, gutterFocused, gutterPremise, gutterNote
  // The margin.
  case rule, noteHeading, noteReason, noteLine, noteHint
  case counterYours, counterPack, counterScheme, counterOther
  case counterText, counterDismissed, counterSelected
  // The composer.
  case composerTitle, composerText, composerQuotation, composerSelection
  // The rest.
  case status, statusMode, statusHint, statusMessage, statusError
  case prompt, promptText
  case listText, listDetail, listSelected, listHeading, listKey

  public var id: StyleID { StyleID(rawValue: rawValue) }
}

/// One row of the table of styles.
public struct StyleEntry: Sendable {
  public let style: Style
  /// Stands for the style in golden screens; unique.
  public let letter: Character
  /// Roles that must be told apart stay apart in monochrome: by attributes, and by the mark in the
  /// gutter.
  public let looks: Palette.Row

  fileprivate init(
    _ style: Style, _ letter: Character, _ indexed256: Appearance = Appearance(),
    sixteen: Appearance? = nil, eight: Appearance? = nil,
    monochrome: Appearance.Attributes = []
  ) {
    self.style = style
    self.letter = letter
    let few = sixteen ?? indexed256
    looks = Palette.Row(
      indexed256: indexed256, sixteen: few, eight: eight ?? few,
      monochrome: Appearance(attributes: monochrome))
  }
}

extension Style {
  /// All styles in order of their raw values.
  public static let table: [StyleEntry] = [
    StyleEntry(.plain, "."),
    StyleEntry(.title, "T", look(attributes: .bold), monochrome: .bold),
    StyleEntry(.byline, "B", look(244), sixteen: look(8), eight: look(), monochrome: .dim),
    StyleEntry(.heading, "H", look(attributes: .bold), monochrome: .bold),
    StyleEntry(
      .headingMinor, "R", look(attributes: .italic), eight: look(attributes: .bold),
      monochrome: .bold),
    StyleEntry(.quotation, "Q", look(attributes: .italic), eight: look(), monochrome: .dim),
    StyleEntry(.verse, "Y"),
    StyleEntry(.code, "P", look(247), sixteen: look(7), monochrome: []),
    StyleEntry(.emphasis, "I", look(attributes: .italic), eight: look(), monochrome: .italic),
    StyleEntry(.strong, "W", look(attributes: .bold), monochrome: .bold),
    StyleEntry(.struck, "0", look(240), sixteen: look(8), eight: look(), monochrome: .dim),
    StyleEntry(.link, "L", look(110), sixteen: look(12), eight: look(4), monochrome: []),
    // Bars, bullets, numbers of references: what is drawn with the text and is none of it.
    StyleEntry(.furniture, "D", look(244), sixteen: look(8), eight: look(), monochrome: .dim),
    StyleEntry(
      .thesis, "t", look(3, attributes: .bold), monochrome: [.bold, .underline]),
    StyleEntry(.claim, "c", look(3), monochrome: .underline),
    StyleEntry(.premise, "p", look(6), monochrome: []),
    StyleEntry(
      .thesisFocused, "F", look(230, on: 94, attributes: .bold),
      sixteen: look(0, on: 11, attributes: .bold), eight: look(0, on: 3, attributes: .bold),
      monochrome: [.reverse, .bold]),
    StyleEntry(
      .claimFocused, "f", look(230, on: 94), sixteen: look(0, on: 3), monochrome: .reverse),
    StyleEntry(
      .sentenceFocused, "s", look(attributes: .underline), monochrome: .underline),
    StyleEntry(
      .selection, "v", look(231, on: 24), sixteen: look(15, on: 4), eight: look(7, on: 4),
      monochrome: .reverse),
    StyleEntry(
      .match, "m", look(16, on: 150), sixteen: look(0, on: 10), eight: look(0, on: 2),
      monochrome: [.bold, .underline]),
    StyleEntry(
      .matchCurrent, "M", look(16, on: 214, attributes: .bold),
      sixteen: look(0, on: 13, attributes: .bold), eight: look(0, on: 5, attributes: .bold),
      monochrome: [.reverse, .bold]),
    StyleEntry(.gutterNumber, "n", look(3), monochrome: []),
    StyleEntry(.gutterMark, "g", look(3), monochrome: []),
    StyleEntry(
      .gutterFocused, "G", look(215, attributes: .bold), sixteen: look(11, attributes: .bold),
      eight: look(3, attributes: .bold), monochrome: .bold),
    StyleEntry(.gutterPremise, "q", look(6), monochrome: []),
    StyleEntry(.gutterNote, "N", look(110), sixteen: look(12), eight: look(4), monochrome: .bold),
    StyleEntry(.rule, "|", look(240), sixteen: look(8), eight: look(), monochrome: []),
    StyleEntry(.noteHeading, "h", look(attributes: .bold), monochrome: .bold),
    StyleEntry(.noteReason, "r", look(246), sixteen: look(7), monochrome: []),
    StyleEntry(.noteLine, "l"),
    StyleEntry(.noteHint, "i", look(244), sixteen: look(8), eight: look(), monochrome: .dim),
    StyleEntry(.counterYours, "y", look(114), sixteen: look(10), eight: look(2), monochrome: .bold),
    StyleEntry(.counterPack, "k", look(110), sixteen: look(12), eight: look(4), monochrome: .bold),
    StyleEntry(
      .counterScheme, "S", look(140), sixteen: look(13), eight: look(5), monochrome: .bold),
    StyleEntry(.counterOther, "O", look(109), sixteen: look(14), eight: look(6), monochrome: .bold),
    StyleEntry(.counterText, "x"),
    StyleEntry(
      .counterDismissed, "z", look(240), sixteen: look(8), eight: look(), monochrome: .dim),
    StyleEntry(
      .counterSelected, "X", look(attributes: .reverse), monochrome: .reverse),
    StyleEntry(
      .composerTitle, "C", look(attributes: [.bold, .underline]), monochrome: [.bold, .underline]),
    StyleEntry(.composerText, "w"),
    StyleEntry(
      .composerQuotation, "Z", look(246), sixteen: look(7), monochrome: .dim),
    StyleEntry(
      .composerSelection, "V", look(231, on: 24), sixteen: look(15, on: 4), eight: look(7, on: 4),
      monochrome: .reverse),
    StyleEntry(.status, "u"),
    StyleEntry(
      .statusMode, "U", look(attributes: [.reverse, .bold]), monochrome: [.reverse, .bold]),
    StyleEntry(.statusHint, "j", look(244), sixteen: look(8), eight: look(), monochrome: .dim),
    StyleEntry(.statusMessage, "J", look(attributes: .bold), monochrome: .bold),
    StyleEntry(
      .statusError, "E", look(231, on: 124, attributes: .bold),
      sixteen: look(15, on: 1, attributes: .bold), eight: look(7, on: 1, attributes: .bold),
      monochrome: [.reverse, .bold]),
    StyleEntry(.prompt, "o", look(attributes: .bold), monochrome: .bold),
    StyleEntry(.promptText, "e"),
    StyleEntry(.listText, "a"),
    StyleEntry(.listDetail, "d", look(244), sixteen: look(8), eight: look(), monochrome: .dim),
    StyleEntry(.listSelected, "A", look(attributes: .reverse), monochrome: .reverse),
    StyleEntry(.listHeading, "b", look(attributes: .bold), monochrome: .bold),
    StyleEntry(.listKey, "K", look(215), sixteen: look(11), eight: look(3), monochrome: .bold),
  ]

  /// How all styles look at every colour depth.
  public static let palette = Palette(rows: table.map(\.looks))

  private static func look(
    _ foreground: UInt8? = nil, on background: UInt8? = nil, attributes: Appearance.Attributes = []
  ) -> Appearance {
    Appearance(foreground: foreground, background: background, attributes: attributes)
  }
}
