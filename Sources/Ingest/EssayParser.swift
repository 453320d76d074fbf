public import RejoinderCore

/// Turns bytes into an essay.
public struct EssayParser: Sendable {
  private static let formats: [any EssayFormat] = [HTML(), Markdown(), PlainText()]
  /// Of what a compressed input unpacks to.
  static let inflatedLimit = packedLimit
  /// Bytes of plain text in UTF-8: ten million words.
  public static let textLimit = 64 << 20
  /// Bytes of any other input, which becomes several times as much while it is read.
  public static let packedLimit = 16 << 20

  public init() {}

  /// - Parameters:
  ///   - bytes: The input, or its beginning.
  ///   - source: Where it came from; relative links of a page are relative to its address.
  ///   - hint: What is known of the input's format and encoding.
  ///   - hasMore: Whether `bytes` is only the beginning. The partial essay's text is then a prefix of
  ///     the whole one's, paragraph for paragraph, and ends with a whole paragraph where there is
  ///     one. It is empty while ``EssayHead`` is not yet complete, because the layout cannot be told
  ///     before; 64 KB of input always suffice for plain text. Of other formats and of compressed
  ///     input the partial text is always empty.
  public func essay(
    from bytes: [UInt8], source: EssaySource, hint: InputHint = InputHint(), hasMore: Bool = false
  ) throws(IngestError) -> Essay {
    let empty = Essay(metadata: EssayMetadata(source: source), text: .empty, isComplete: false)
    if InflatedData.isGzip(bytes) {
      return hasMore ? empty : try inflated(bytes, source: source, hint: hint)
    }
    if ZipArchive.isZip(bytes), hint.format == nil || hint.format == .epub {
      guard !hasMore else { return empty }
      return try checked(EPUB().essay(from: bytes, source: source))
    }
    if hint.format == .epub {
      throw IngestError(.binary, "it is no EPUB book: it is no ZIP archive")
    }
    let decoding = TextDecoding(bytes, declared: hint.encoding ?? HTMLCharset.declared(in: bytes))
    let head = EssayHead(of: decoding.utf8, hasMore: hasMore)
    if let error = head.objection { throw error }
    guard head.isComplete else { return empty }
    let format = format(of: head, in: decoding.utf8, hint: hint)
    var replaced = decoding.replaced
    var text = decoding.utf8
    if type(of: format).needsWhole {
      if hasMore { return empty }
      replaced += text.replaceInvalidBytes()
    }
    var essay = try format.essay(from: text, head: head, source: source, hasMore: hasMore)
    essay.replacedBytes += replaced
    let isTooMuch = [hint.format, hint.supposed].contains(.markdown) && !Markdown.canTake(text)
    if isTooMuch, type(of: format).name == .text { essay.cut = essay.cut ?? Self.plainNotice }
    essay.text = essay.text.cuttingLongParagraphs()
    return hasMore ? essay : try checked(essay)
  }

  /// One part of a plain text that is too long to be read at once.
  ///
  /// - Parameters:
  ///   - bytes: All bytes of the part.
  ///   - head: The text's first 64 KB, which tell the layout and the title of all parts.
  public func essay(
    from bytes: [UInt8], part: TextPart, head: [UInt8], source: EssaySource,
    hint: InputHint = InputHint()
  ) throws(IngestError) -> Essay {
    let opening = EssayHead(of: head, hasMore: true)
    if let error = opening.objection { throw error }
    var essay = PlainText().essay(
      from: bytes, part: part, head: opening, of: head, source: source)
    essay.parts = part.count
    if [hint.format, hint.supposed].contains(.markdown) {
      essay.cut = essay.cut ?? Self.plainNotice
    }
    essay.text = essay.text.cuttingLongParagraphs()
    return try checked(essay)
  }

  /// How many bytes of an input are of use.
  ///
  /// - Parameter head: Its beginning, 64 KB of it where there are as many.
  public func byteLimit(forInput head: [UInt8], hint: InputHint) -> Int {
    guard !InflatedData.isGzip(head), !ZipArchive.isZip(head), hint.format != .epub,
      case .utf8 = TextEncoding(
        of: head, declared: hint.encoding ?? HTMLCharset.declared(in: head))
    else { return Self.packedLimit }
    let opening = EssayHead(of: head, hasMore: true)
    switch type(of: format(of: opening, in: head, hint: hint)).name {
    case .text: return Self.textLimit
    // Where there is more than Markdown is read from, it is read as plain text.
    case .markdown: return hint.format == nil ? Self.textLimit : Self.packedLimit
    case .html, .epub: return Self.packedLimit
    }
  }

  /// Whether an input of this beginning can be read in parts: plain text in UTF-8.
  public func isReadInParts(_ head: [UInt8], hint: InputHint) -> Bool {
    byteLimit(forInput: head, hint: hint) == Self.textLimit
  }

  private static let plainNotice =
    "It is larger than Markdown is read, or has too many marks, and is read as plain text"

  private func checked(_ essay: Essay) throws(IngestError) -> Essay {
    if essay.text.paragraphs.isEmpty { throw .nothingToRead }
    return essay
  }

  /// The format that was asked for; else what the content surely is; else what the name supposes;
  /// else what the content looks like.
  private func format(
    of head: EssayHead, in bytes: [UInt8], hint: InputHint
  ) -> any EssayFormat {
    let recognized = Self.formats.first { $0.recognizes(head, in: bytes) } ?? PlainText()
    let isPage = type(of: recognized).name == .html
    // Markdown may begin with elements, and often does, but never as a whole document.
    let isSure = isPage && (hint.supposed != .markdown || HTML.isDocument(head, in: bytes))
    var wanted = hint.format ?? (isSure ? nil : hint.supposed)
    if wanted == .markdown, !Markdown.canTake(bytes) { wanted = .text }
    return Self.formats.first { type(of: $0).name == wanted } ?? recognized
  }

  private func inflated(
    _ bytes: [UInt8], source: EssaySource, hint: InputHint
  ) throws(IngestError) -> Essay {
    let data = InflatedData(bytes[...], in: .gzip, limit: Self.inflatedLimit)
    if InflatedData.isGzip(data.bytes) {
      throw IngestError(.binary, "it is compressed twice; decompress it once")
    }
    if data.bytes.isEmpty {
      throw IngestError(.damaged, "it is a gzip file that is empty or damaged; fetch it again")
    }
    var essay = try essay(from: data.bytes, source: source, hint: hint)
    if data.isCut {
      essay.cut =
        "It unpacks to more than \(Self.inflatedLimit >> 20) MB; only what comes before is here"
    } else if !data.isWhole {
      essay.cut = "The compressed file is cut off or damaged; what comes before is here"
    }
    return essay
  }
}

extension [UInt8] {
  /// Puts U+FFFD for each byte that belongs to no valid character, and drops a byte order mark.
  ///
  /// - Returns: How many bytes that were.
  mutating func replaceInvalidBytes() -> Int {
    if starts(with: [0xEF, 0xBB, 0xBF]) { removeFirst(3) }
    guard !UTF8Validation.isWhole(self) else { return 0 }
    var text = CanonicalText(capacity: count)
    text.append(self, indices)
    if text.damagedBytes > 0 { self = text.utf8 }
    return text.damagedBytes
  }
}
