import FoundationEssentials
public import RejoinderCore

/// A reader's records as annotations of the W3C Web Annotation Data Model, in JSON-LD, and back.
///
/// Notes comment, counterarguments reply, marks classify. Decisions and ratings are about what
/// Rejoinder shows and mean nothing elsewhere: they are left out.
public enum WebAnnotations {
  /// An `AnnotationCollection` of the records that others can read.
  ///
  /// - Parameter source: The essay's address.
  public static func json(
    of annotations: [Annotation], on essay: Essay, source: String, title: String
  ) throws -> [UInt8] {
    let told = annotations.filter { !$0.isDeleted && contents(of: $0.body) != nil }
    let points = CodePoints(of: essay.text)
    let items = zip(told, resolve(told.map(\.anchor), in: essay.text)).compactMap {
      annotation(for: $0, at: $1.passage ?? $0.anchor.position, counted: points, source: source)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(
      encoder.encode(
        Collection(
          label: title, total: items.count, first: Page(startIndex: 0, items: items)))) + [0x0A]
  }

  private struct Collection: Encodable {
    var context = WebAnnotation.contextAddress
    var type = "AnnotationCollection"
    var label: String
    var total: Int
    var first: Page

    enum CodingKeys: String, CodingKey {
      case context = "@context"
      case type, label, total, first
    }
  }

  private struct Page: Encodable {
    var type = "AnnotationPage"
    var startIndex: Int
    var items: [WebAnnotation]
  }

  private static func annotation(
    for record: Annotation, at place: Passage, counted points: CodePoints, source: String
  ) -> WebAnnotation? {
    guard let (motivation, bodies) = contents(of: record.body) else { return nil }
    let anchor = record.anchor
    return WebAnnotation(
      id: identifier(of: record.id), type: OneOrMany(["Annotation"]),
      motivation: OneOrMany([motivation]), created: record.created.iso8601,
      modified: record.modified.iso8601, body: OneOrMany(bodies),
      target: OneOrMany([
        .part(
          source: source,
          selectors: [
            WebAnnotation.Selector(
              type: "TextQuoteSelector", exact: anchor.quote, prefix: anchor.prefix,
              suffix: anchor.suffix),
            WebAnnotation.Selector(
              type: "TextPositionSelector", start: points.count(before: place.start),
              end: points.count(before: place.end)),
          ])
      ]))
  }

  private static func contents(
    of body: Annotation.Body
  ) -> (motivation: String, bodies: [WebAnnotation.Body])? {
    switch body {
    case .note(let text):
      return ("commenting", [.text(text, "commenting")])
    case .counterargument(let attack, let text, let source):
      let citation = source.map { [WebAnnotation.Body.text($0, "linking")] } ?? []
      return (
        "replying",
        [.text(text, "replying"), .text(attack.rawValue, "classifying")] + citation
      )
    case .mark(let kind):
      return ("classifying", [.text("claim, " + kind.rawValue, "classifying")])
    case .decision, .assessment:
      return nil
    }
  }

  static let namespace = "urn:rejoinder:annotation:"

  private static func identifier(of id: String) -> String {
    let plain = id.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
        || byte == 0x2D
    }
    return namespace + (plain ? id : Fingerprint(of: id).digits)
  }
}

extension WebAnnotation.Body {
  fileprivate static func text(_ value: String, _ purpose: String) -> WebAnnotation.Body {
    WebAnnotation.Body(
      type: "TextualBody", value: value, format: "text/plain", purpose: OneOrMany([purpose]))
  }
}
