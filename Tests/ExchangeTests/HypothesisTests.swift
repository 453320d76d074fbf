import RejoinderCore
import Testing

@testable import Exchange

@Suite("Hypothesis exports")
struct HypothesisTests {
  private static func row(_ id: String, _ fields: String) -> String {
    "{\"id\": \"\(id)\", \"created\": \"2024-05-17T09:30:00.123456+00:00\","
      + "\"updated\": \"2024-05-18T09:30:00.000000+00:00\", \"uri\": \"https://example.org/lamps\","
      + fields + "}"
  }

  private static let selectors =
    "\"target\": [{\"selector\": [{\"type\": \"RangeSelector\", \"startContainer\": \"/p[1]\","
    + "\"startOffset\": 0}, {\"type\": \"TextPositionSelector\", \"start\": 16, \"end\": 27},"
    + "{\"type\": \"TextQuoteSelector\", \"exact\": \"empty lanes\", \"prefix\": \"pays for \","
    + "\"suffix\": \". Lamps\"}]}]"

  private static let export =
    "{\"export_date\": \"2024-06-01T00:00:00.000Z\", \"export_userid\": \"acct:me@hypothes.is\","
    + "\"client_version\": \"1.0\", \"annotations\": ["
    + [
      row(
        "n1",
        "\"user\": \"acct:me@hypothes.is\", \"text\": \"Who counted?\","
          + "\"tags\": [\"light\", \"money\"]," + selectors),
      row(
        "n2",
        "\"user\": \"acct:you@hypothes.is\", \"user_info\": {\"display_name\": \"You\"},"
          + "\"text\": \"The county did.\", \"references\": [\"n1\"], \"target\": []"),
      row("n3", "\"text\": \"\", \"tags\": []," + selectors),
      row("n4", "\"text\": \"A fine page.\", \"target\": [{}]"),
      row("n5", "\"text\": \"Yes.\", \"references\": [\"gone\"], \"target\": []"),
      "{\"id\": 7}",
    ].joined(separator: ",") + "]}"

  @Test("give notes at their passages, with tags and names")
  func notes() throws {
    let read = try HypothesisExport.read(Array(Self.export.utf8))
    #expect(
      read.annotations.map(\.body) == [
        .note("Who counted?\n\n#light #money"), .note("The county did.\n\n— You"),
      ])
    let text = WebAnnotationTests.essay.text
    for annotation in read.annotations.map({
      $0.annotation(in: text, counted: CodePoints(of: text))
    }) {
      #expect(resolve(annotation.anchor, in: text).passage.map(text.string) == "empty lanes")
      #expect(annotation.modified == Timestamp(iso8601: "2024-05-18T09:30:00Z"))
    }
    #expect(Set(read.annotations.map(\.id)).count == 2)
    #expect(
      read.annotations.map(\.source) == Array(repeating: "https://example.org/lamps", count: 2))
  }

  @Test("say what cannot be used, and why")
  func refused() throws {
    let refused = try HypothesisExport.read(Array(Self.export.utf8)).refused
    #expect(
      refused == [
        "n3: it is a highlight without words",
        "n4: it is about the page as a whole, and not about a passage",
        "n5: it replies to an annotation that is not there", "annotation 6: it has a wrong shape",
      ])
  }

  @Test("are told from other files, and rows of the interface are read too")
  func recognition() throws {
    #expect(HypothesisExport.isIn(Array(Self.export.utf8)))
    #expect(!HypothesisExport.isIn(Array("{\"annotations\": []}".utf8)))
    #expect(!HypothesisExport.isIn(Array("no JSON".utf8)))
    let rows =
      "{\"total\": 1, \"rows\": [\(Self.row("n1", "\"text\": \"Hm.\"," + Self.selectors))]}"
    #expect(HypothesisExport.isIn(Array(rows.utf8)))
    #expect(try HypothesisExport.read(Array(rows.utf8)).annotations.count == 1)
  }
}
