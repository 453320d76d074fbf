import RejoinderCore

/// A way in which essays are written down. Formats are told apart by content, never by a name.
protocol EssayFormat: Sendable {
  /// Whether the input is in this format. Asked only about complete heads of readable text.
  func recognizes(_ head: EssayHead) -> Bool

  /// Reads the input; the contract of ``EssayParser/essay(from:source:hasMore:)`` holds, and the
  /// format decides about layout from `head` alone.
  func essay(from bytes: [UInt8], head: EssayHead, source: EssaySource, hasMore: Bool)
    throws(IngestError) -> Essay
}
