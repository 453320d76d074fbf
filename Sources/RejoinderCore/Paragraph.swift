/// One paragraph of a text and what it is in the author's layout.
public struct Paragraph: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case body
    /// Level 1 is the highest below the essay's title.
    case heading(level: Int)
    case quotation
    case listItem
    /// Lines keep their breaks, and nothing in them is taken for a claim.
    case verse
    /// As verse, but no words: code, a table of figures, an address.
    case preformatted
    /// One row of a table, its cells parted by ``cellSeparator``.
    case tableRow
  }

  public var passage: Passage
  public var kind: Kind
  public var nesting: Nesting

  /// What stands between two cells of a row.
  public static let cellSeparator = " | "

  public init(_ passage: Passage, kind: Kind = .body, nesting: Nesting = Nesting()) {
    self.passage = passage
    self.kind = kind
    self.nesting = nesting
  }
}

/// What a paragraph stands in, and how closely it follows the one before.
public struct Nesting: Sendable, Hashable {
  /// How many quotations surround the paragraph.
  public var quotations: UInt8
  /// The list item that the paragraph opens or goes on with.
  public var item: ListItem?
  /// Whether no blank row parts it from the paragraph before: items of a list, rows of a table.
  public var isTight: Bool

  public init(quotations: UInt8 = 0, item: ListItem? = nil, isTight: Bool = false) {
    self.quotations = quotations
    self.item = item
    self.isTight = isTight
  }
}

/// The place of a paragraph in a list. The marker is no part of the text.
public struct ListItem: Sendable, Hashable {
  public enum Marker: Sendable, Hashable {
    case bullet
    case number(Int32)
    case task(isDone: Bool)
    /// A footnote with its number.
    case note(Int32)
  }

  public var marker: Marker
  /// 1 for a list that lies in no other.
  public var depth: UInt8
  /// Whether the paragraph is a later one of its item and shows no marker.
  public var isContinued: Bool

  public init(_ marker: Marker, depth: UInt8 = 1, isContinued: Bool = false) {
    self.marker = marker
    self.depth = depth
    self.isContinued = isContinued
  }
}

extension ListItem.Marker {
  /// How the marker is written: `•`, `3.`, `[x]`, `^2`.
  public var text: String {
    switch self {
    case .bullet: "•"
    case .number(let number): "\(number)."
    case .task(let isDone): isDone ? "[x]" : "[ ]"
    case .note(let number): "^\(number)"
    }
  }

  /// `nil` for anything that ``text`` does not give.
  public init?(text: String) {
    switch text {
    case "•": self = .bullet
    case "[x]": self = .task(isDone: true)
    case "[ ]": self = .task(isDone: false)
    default:
      if text.hasPrefix("^"), let number = Int32(text.dropFirst()) {
        self = .note(number)
      } else if text.hasSuffix("."), let number = Int32(text.dropLast()) {
        self = .number(number)
      } else {
        return nil
      }
    }
  }
}
