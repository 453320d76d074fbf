internal import CCmark
import RejoinderCore

/// CommonMark with GitHub's extensions.
struct Markdown: EssayFormat {
  static let name = FormatName.markdown
  static let needsWhole = true
  /// More than any essay; what is larger is read as plain text.
  static let byteLimit = 8 << 20

  func recognizes(_ head: EssayHead, in bytes: [UInt8]) -> Bool {
    bytes.count <= Self.byteLimit && MarkdownEvidence(head.lines, of: bytes).isMarkdown
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
