internal import CCmark
import RejoinderCore

/// CommonMark with GitHub's extensions.
struct Markdown: EssayFormat {
  static let name = FormatName.markdown
  static let needsWhole = true
  /// More than any essay; what is larger is read as plain text.
  static let byteLimit = 8 << 20
  /// Marks of which the parser may make parts of its tree, each of which takes some 400 bytes with
  /// what becomes of it. A long novel has 50,000, most of them ends of lines.
  static let markLimit = 400_000

  func recognizes(_ head: EssayHead, in bytes: [UInt8]) -> Bool {
    MarkdownEvidence(head.lines, of: bytes).isMarkdown && Self.canTake(bytes)
  }

  /// Whether a text is small enough, in bytes and in marks.
  static func canTake(_ bytes: [UInt8]) -> Bool {
    bytes.count <= byteLimit && bytes.count(where: isMark) <= markLimit
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"),
      UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  func essay(from bytes: [UInt8], head: EssayHead, source: EssaySource, hasMore: Bool)
    throws(IngestError) -> Essay
  {
    let front = FrontMatterBlock(of: bytes)
    var conversion = MarkdownConversion(front: front)
    conversion.base = if case .url(let address) = source { WebAddress(address) } else { nil }
    guard conversion.convert(bytes[front.end...]) else { throw .outOfMemory }
    let text = conversion.text.finish()
    let metadata = EssayMetadata(
      title: conversion.title, author: conversion.author, date: conversion.date,
      language: front.language, source: source)
    return Essay(metadata: metadata, text: text)
  }
}
