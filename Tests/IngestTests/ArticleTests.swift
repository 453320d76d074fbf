import Ingest
import PageSet
import RejoinderCore
import Testing

@Suite("The article of a page")
struct ArticleTests {
  @Test("is found with few words too many or too few", arguments: try PageSample.all())
  func words(_ sample: PageSample) throws {
    let agreement = try agreement(of: sample)
    #expect(agreement.precision >= 0.85)
    #expect(agreement.recall >= 0.85)
  }

  @Test("is found nearly whole and nearly alone on average", arguments: [false, true])
  func average(isHeldOut: Bool) throws {
    let agreements = try PageSample.all().filter { $0.isHeldOut == isHeldOut }
      .map(agreement(of:))
    let count = Double(agreements.count)
    #expect(count >= 10)
    #expect(agreements.reduce(0) { $0 + $1.precision } / count >= 0.97)
    #expect(agreements.reduce(0) { $0 + $1.recall } / count >= 0.97)
  }

  @Test("has enough pages to be measured by")
  func enough() throws {
    #expect(try PageSample.all().count >= 40)
  }

  private func agreement(of sample: PageSample) throws -> WordAgreement {
    WordAgreement(
      found: String(decoding: try sample.essay().text.utf8, as: UTF8.self),
      expected: sample.expected)
  }
}
