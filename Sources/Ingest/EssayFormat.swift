import RejoinderCore

/// A way in which essays are written down. Formats are told apart by content; a name can decide where
/// the content leaves it open.
protocol EssayFormat: Sendable {
  static var name: FormatName { get }
  /// Whether nothing can be said of the text before all of the input is there: a link may be defined
  /// at the end, an article may begin anywhere.
  static var needsWhole: Bool { get }

  /// Whether the input is in this format. Asked only about complete heads of readable text.
  func recognizes(_ head: EssayHead, in bytes: [UInt8]) -> Bool

  /// Reads the input; the contract of ``EssayParser/essay(from:source:hint:hasMore:)`` holds, and the
  /// format decides about layout from `head` alone. `hasMore` is false where the format needs the
  /// whole.
  func essay(from bytes: [UInt8], head: EssayHead, source: EssaySource, hasMore: Bool)
    throws(IngestError) -> Essay
}
