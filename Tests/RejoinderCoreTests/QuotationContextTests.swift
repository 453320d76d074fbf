import Testing

@testable import RejoinderCore

@Suite("What stood around a quotation")
struct QuotationContextTests {
  /// Comparing costs the square of its length, so no length may be left to whoever wrote the anchor.
  @Test("is looked at no further than its reach, however long it is")
  func reach() {
    for (unit, count) in [("a", 100_000), ("é", 60_001), ("漢", 50_000), ("🐉", 30_000)] {
      let long = String(repeating: unit, count: count)
      let context = QuotationContext(prefix: "x" + long + "near.", suffix: ".near" + long)
      #expect(context.prefix.count <= QuotationContext.reach)
      #expect(context.suffix.count <= QuotationContext.reach)
      #expect(context.prefix.count > QuotationContext.reach - 4)
      #expect(context.suffix.count > QuotationContext.reach - 4)
      let (before, after) = (
        String(validating: context.prefix, as: UTF8.self),
        String(validating: context.suffix, as: UTF8.self)
      )
      #expect(before?.hasSuffix(unit + "near.") == true)
      #expect(after?.hasPrefix(".near" + unit) == true)
    }
    let short = QuotationContext(prefix: "ä", suffix: "ö")
    #expect(short.prefix == Array("ä".utf8) && short.suffix == Array("ö".utf8))
  }

  @Test("finds a passage by its nearest words when it is long")
  func longContext() throws {
    let text = EssayText(
      canonical: "First: perhaps so. Then this.\n\nSecond: perhaps so. Then that.")
    let quote = Array("perhaps so.".utf8)
    let starts = (0...(text.count - quote.count)).filter {
      text.utf8[$0..<($0 + quote.count)] == quote[...]
    }
    let last = try #require(starts.last)
    let far = String(repeating: "Words of another page. ", count: 5_000)
    let anchor = Anchor(
      quote: "perhaps so.", prefix: "Second: ", suffix: " Then that." + far,
      position: Passage(start: 0, end: quote.count))
    #expect(starts.count == 2)
    let resolution = resolve(anchor, in: text)
    #expect(resolution.passage == nil || resolution.passage?.start == last)
  }
}
