internal import Fetch
internal import Ingest
public import RejoinderCore
internal import Store

/// An essay of which no more than the beginning is there: the rest comes from a file, from whoever
/// writes to a pipe, or from a host.
public struct PendingEssay: Sendable {
  /// What happens while the rest is awaited.
  public enum Progress: Sendable {
    /// More of the text has come; what was there may stand differently now.
    case grown(Essay)
    /// So many bytes of a page have come, of which nothing can be shown yet.
    case received(Int)
  }

  /// All that there is to read, and what the reader should know of it.
  public struct Outcome: Sendable {
    public var essay: Essay
    /// Sentences such as where reading stopped.
    public var problems: [String] = []
    /// A sentence that is no cause for worry, such as that a page has not changed.
    public var word: String?
  }

  /// Reads the rest; blocks. To be called once.
  public let read: @Sendable ((Progress) -> Void) throws -> Outcome
  /// Makes ``read`` return soon, with what is there or with an error.
  public let cancel: @Sendable () -> Void
  /// What is shown of it before ``read`` is called, where the rest may be long in coming: its end may
  /// never be known, and what the reader does to it shall be kept all the same.
  var beginning: Essay?

  public init(
    read: @escaping @Sendable ((Progress) -> Void) throws -> Outcome,
    cancel: @escaping @Sendable () -> Void = {}
  ) {
    self.read = read
    self.cancel = cancel
  }

  /// An essay that is there already.
  public init(_ essay: Essay) {
    self.init(read: { _ in Outcome(essay: essay) })
  }

  /// The rest of an input.
  ///
  /// - Parameter part: Which part of a text that is too long to be read at once; ignored for others.
  public init(_ input: EssayInput, part number: Int = 1) {
    self.init(
      read: { tell in
        let parser = EssayParser()
        let contents =
          if let part = input.part(number) {
            try input.read(part)
          } else {
            try input.readAll { bytes in
              if let essay = parser.growing(bytes, of: input) { tell(.grown(essay)) }
            }
          }
        let essay = try parser.essay(of: contents, from: input)
        // Said whenever the copy is opened, and a reason not to put it in the place of a whole one.
        var outcome = Outcome(essay: essay)
        if essay.parts > 1, number == 1 { outcome.word = Self.partsNotice(essay.parts) }
        guard let stop = contents.stop else { return outcome }
        outcome.problems = [essay.cut].compactMap(\.self)
        outcome.essay.cut = stop
        return outcome
      },
      cancel: { input.cancel() })
  }

  private static func partsNotice(_ count: Int) -> String {
    "It is long and is read in \(count) parts; each leads on to the next"
  }
}

extension EssayParser {
  /// All that was read of an input as an essay.
  fileprivate func essay(
    of contents: EssayInput.Contents, from input: EssayInput
  ) throws -> Essay {
    guard let part = contents.part, let path = input.source.path else {
      return try essay(from: contents.bytes, source: input.source, hint: input.hint)
    }
    return try essay(
      from: contents.bytes, part: part, head: input.head,
      source: EssaySource(part: part.number, of: path), hint: input.hint)
  }

  /// As much of an essay as can be shown while more of it is on its way, or `nil` if nothing can.
  ///
  /// Laid out as if this were all: whoever waits for a slow pipe wants to see what has come.
  func growing(_ bytes: [UInt8], of input: EssayInput) -> Essay? {
    let hasMore = bytes.count >= EssayInput.headSize
    guard
      var essay = try? essay(
        from: bytes, source: input.source, hint: input.hint, hasMore: hasMore),
      !essay.text.paragraphs.isEmpty
    else { return nil }
    essay.isComplete = false
    return essay
  }
}
