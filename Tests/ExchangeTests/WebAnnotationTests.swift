import FoundationEssentials
import RejoinderCore
import Testing

@testable import Exchange

@Suite("W3C Web Annotations")
struct WebAnnotationTests {
  static let words =
    "Zürich pays for empty lanes. Lamps shine on nobody. We should switch them off."
  static let essay = Essay(
    metadata: EssayMetadata(source: .url("https://example.org/lamps")),
    text: EssayText(canonical: words))

  static func record(_ id: String, _ body: Annotation.Body, _ quote: String) throws -> Annotation {
    let start = try #require(
      (0..<essay.text.count).first { essay.text.utf8[$0...].starts(with: quote.utf8) })
    return Annotation(
      id: id,
      anchor: Anchor(of: Passage(start: start, end: start + quote.utf8.count), in: essay.text),
      body: body, created: Timestamp(milliseconds: 1_000), modified: Timestamp(milliseconds: 2_500))
  }

  static func records() throws -> [Annotation] {
    [
      try record("a1", .note("Line one\nline “two”"), "Lamps shine on nobody."),
      try record(
        "a2", .counterargument(attack: .undercut, text: "Lamps deter.", source: "Survey, 2019"),
        "Lamps shine on nobody."),
      try record("a3", .counterargument(attack: .rebuttal, text: "No.", source: nil), "We should"),
      try record("a4", .mark(kind: .policy), "We should switch them off."),
    ]
  }

  private static func json() throws -> [UInt8] {
    try WebAnnotations.json(
      of: records(), on: essay, source: "https://example.org/lamps", title: "Notes on lamps")
  }

  private static let points = CodePoints(of: essay.text)

  /// The second one was dropped without a word.
  @Test("about several passages become a record for each, and what is none is named")
  func severalTargets() throws {
    let quote = { (words: String) in
      "{\"source\": \"https://example.org/lamps\", \"selector\":"
        + " {\"type\": \"TextQuoteSelector\", \"exact\": \"\(words)\"}}"
    }
    let text = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x", "type": "Annotation",
       "bodyValue": "Both.",
       "target": [\(quote("empty lanes")), "https://example.org/page", \(quote("We should"))]}
      """
    let read = try WebAnnotations.read(Array(text.utf8), at: .zero)
    #expect(read.annotations.map(\.quote) == ["empty lanes", "We should"])
    #expect(Set(read.annotations.map(\.id)).count == 2)
    #expect(read.refused.count == 1)
    #expect(read.refused.first?.hasPrefix("urn:x: its target 2 is about a whole page") == true)
  }

  @Test(
    "count code points as the text has them, wherever they stand", arguments: [0, 255, 256, 700])
  func codePoints(padding: Int) {
    let text = EssayText(canonical: String(repeating: "é", count: padding) + "a戦🇨🇭b")
    let points = CodePoints(of: text)
    var number = 0
    for offset in 0...text.count {
      #expect(points.count(before: offset) == number)
      if offset < text.count, text.utf8[offset] & 0xC0 != 0x80 {
        #expect(points.offset(of: number) == offset)
        number += 1
      }
    }
    #expect(points.offset(of: number) == text.count && points.offset(of: .max) == text.count)
  }

  @Test("come back as they were, in all that both know")
  func roundTrip() throws {
    let read = try WebAnnotations.read(Self.json(), at: .zero)
    #expect(read.refused == [])
    let back = read.annotations.map { $0.annotation(in: Self.essay.text, counted: Self.points) }
    let said = back.map { annotation in
      var annotation = annotation
      annotation.versions = .none
      return annotation
    }
    #expect(try said == Self.records())
    // Each version is a change of its own.
    #expect(Set(back.flatMap(\.versions.changes.keys)).count == back.count)
    #expect(Set(read.annotations.map(\.source)) == ["https://example.org/lamps"])
    // Written again they are the same bytes.
    #expect(
      try WebAnnotations.json(
        of: back, on: Self.essay, source: "https://example.org/lamps", title: "Notes on lamps")
        == Self.json())
  }

  /// Fields that the Recommendation requires (sections 3.1 to 3.3, 4.2, 5.1 and 5.2).
  @Test("have what the published model requires")
  func model() throws {
    let decoded = try JSONDecoder().decode(AnyJSON.self, from: Data(Self.json()))
    #expect(decoded["@context"]?.text == "http://www.w3.org/ns/anno.jsonld")
    #expect(decoded["type"]?.text == "AnnotationCollection")
    #expect(decoded["total"]?.number == 4)
    let page = try #require(decoded["first"])
    #expect(page["type"]?.text == "AnnotationPage")
    #expect(page["startIndex"]?.number == 0)
    let items = try #require(page["items"]?.elements)
    #expect(items.count == 4)
    let motivations: Set = ["commenting", "replying", "classifying"]
    for item in items {
      #expect(item["type"]?.text == "Annotation")
      #expect(item["id"]?.text?.hasPrefix("urn:rejoinder:annotation:a") == true)
      #expect(item["motivation"]?.text.map(motivations.contains) == true)
      #expect(item["created"]?.text == "1970-01-01T00:00:01.000Z")
      for body in item["body"]?.elements ?? [item["body"]].compactMap(\.self) {
        #expect(body["type"]?.text == "TextualBody")
        #expect(body["value"]?.text?.isEmpty == false)
        #expect(body["format"]?.text == "text/plain")
      }
      let target = try #require(item["target"])
      #expect(target["source"]?.text == "https://example.org/lamps")
      let selectors = try #require(target["selector"]?.elements)
      #expect(
        selectors.compactMap { $0["type"]?.text } == ["TextQuoteSelector", "TextPositionSelector"])
      #expect(selectors.first?["exact"]?.text?.isEmpty == false)
      // Positions count characters: the umlaut is one.
      let start = try #require(selectors.last?["start"]?.number)
      let end = try #require(selectors.last?["end"]?.number)
      let exact = try #require(selectors.first?["exact"]?.text)
      let characters = Array(Self.words.unicodeScalars)[Int(start)..<Int(end)]
      #expect(String(String.UnicodeScalarView(characters)) == exact)
    }
  }

  @Test("of other programs are read in every allowed shape")
  func foreign() throws {
    let text = """
      {"@context": ["http://www.w3.org/ns/anno.jsonld", {"x": "http://example.org/x"}],
       "id": "http://example.org/anno1", "type": ["Annotation"], "bodyValue": "So what?",
       "created": "2024-05-17T09:30:00Z",
       "target": [{"source": "https://example.org/lamps",
         "selector": {"type": "TextQuoteSelector", "exact": "empty lanes", "prefix": "for "}}]}
      """
    let read = try WebAnnotations.read(Array(text.utf8), at: .zero)
    let first = try #require(read.annotations.first)
    #expect(first.body == .note("So what?"))
    #expect(first.prefix == "for ")
    #expect(first.characters == nil)
    #expect(first.modified == Timestamp(iso8601: "2024-05-17T09:30:00.000Z"))
    #expect(
      resolve(
        first.annotation(in: Self.essay.text, counted: Self.points).anchor, in: Self.essay.text
      ).passage != nil)
    // The same one has the same name whenever it comes.
    #expect(try WebAnnotations.read(Array(text.utf8), at: .zero).annotations.first?.id == first.id)
  }

  @Test(
    "that lack something required are refused by name",
    arguments: [
      ("\"id\": \"urn:x\", \"type\": \"Annotation\", \"bodyValue\": \"x\"", "no target"),
      ("\"type\": \"Annotation\", \"target\": \"http://a\"", "no id"),
      (
        "\"id\": \"urn:rejoinder:annotation:\", \"type\": \"Annotation\", \"bodyValue\": \"x\","
          + "\"target\": {\"source\": \"http://a\","
          + "\"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"a\"}}", "no id"
      ),
      ("\"id\": \"urn:x\", \"type\": \"Note\", \"target\": \"http://a\"", "not of the type"),
      ("\"id\": \"urn:x\", \"type\": \"Annotation\", \"target\": \"http://a\"", "whole page"),
      (
        "\"id\": \"urn:x\", \"type\": \"Annotation\", \"target\": {\"source\": \"http://a\","
          + "\"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"a\"}}", "says nothing"
      ),
    ])
  func refused(fields: String, reason: String) throws {
    let page =
      "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"AnnotationPage\","
      + "\"items\": [{\(fields)}]}"
    let read = try WebAnnotations.read(Array(page.utf8), at: .zero)
    #expect(read.annotations.isEmpty)
    #expect(read.refused.count == 1)
    #expect(read.refused.first?.contains(reason) == true, "\(read.refused)")
  }

  @Test("are told from other JSON", arguments: ["{}", "[]", "{\"@context\": 1}", "no JSON", ""])
  func others(text: String) {
    #expect(throws: ForeignFormatError.self) {
      _ = try WebAnnotations.read(Array(text.utf8), at: .zero)
    }
  }
}

/// JSON as a test looks at it.
indirect enum AnyJSON: Decodable {
  case object([String: AnyJSON])
  case array([AnyJSON])
  case string(String)
  case double(Double)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Double.self) {
      self = .double(value)
    } else if let value = try? container.decode([AnyJSON].self) {
      self = .array(value)
    } else if let value = try? container.decode([String: AnyJSON].self) {
      self = .object(value)
    } else {
      self = .other
    }
  }

  subscript(name: String) -> AnyJSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }
  var text: String? { if case .string(let value) = self { value } else { nil } }
  var number: Double? { if case .double(let value) = self { value } else { nil } }
  var elements: [AnyJSON]? { if case .array(let value) = self { value } else { nil } }
}
