import RejoinderCore

/// An annotation in the W3C Web Annotation Data Model (Recommendation of 23 February 2017), as far as
/// it and a record have things in common.
///
/// Required by the model: `@context` of the outermost object, `id`, `type`, `target`.
struct WebAnnotation: Codable {
  var id: String?
  var type: OneOrMany<String>?
  var motivation: OneOrMany<String>?
  var created: String?
  var modified: String?
  var body: OneOrMany<Body>?
  var bodyValue: String?
  var target: OneOrMany<Target>?

  static let contextAddress = "http://www.w3.org/ns/anno.jsonld"

  /// A body that says something in words, or that stands somewhere else.
  struct Body: Codable {
    var type: String?
    var value: String?
    var format: String?
    var purpose: OneOrMany<String>?
  }

  /// An address, or a part of what lies there.
  enum Target: Codable {
    case whole(String)
    case part(source: String, selectors: [Selector])

    private enum CodingKeys: String, CodingKey { case source, selector, id }

    init(from decoder: any Decoder) throws {
      if let address = try? decoder.singleValueContainer().decode(String.self) {
        self = .whole(address)
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let selectors = try container.decodeIfPresent(OneOrMany<Selector>.self, forKey: .selector)
      let source =
        try container.decodeIfPresent(String.self, forKey: .source)
        ?? container.decode(String.self, forKey: .id)
      guard let selectors else {
        self = .whole(source)
        return
      }
      self = .part(source: source, selectors: selectors.values)
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .whole(let address):
        var container = encoder.singleValueContainer()
        try container.encode(address)
      case .part(let source, let selectors):
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(source, forKey: .source)
        try container.encode(selectors, forKey: .selector)
      }
    }
  }

  /// A TextQuoteSelector or a TextPositionSelector; others are passed over.
  struct Selector: Codable {
    var type: String
    var exact: String?
    var prefix: String?
    var suffix: String?
    /// Unicode code points.
    var start: Int?
    var end: Int?
  }
}

extension Array where Element == WebAnnotation.Selector {
  /// The selector that quotes the passage, if it quotes anything.
  var quotation: WebAnnotation.Selector? {
    first { $0.type == "TextQuoteSelector" && $0.exact?.isEmpty == false }
  }

  /// Where the passage lay, in Unicode code points.
  var characters: Range<Int>? {
    guard let position = first(where: { $0.type == "TextPositionSelector" }),
      let start = position.start, let end = position.end, 0 <= start, start <= end
    else { return nil }
    return start..<end
  }
}

/// JSON-LD writes a list of one without brackets, if it likes.
struct OneOrMany<Value: Codable>: Codable {
  var values: [Value]

  init(_ values: [Value]) {
    self.values = values
  }

  init(from decoder: any Decoder) throws {
    if let many = try? [Value](from: decoder) {
      values = many
    } else {
      values = [try Value(from: decoder)]
    }
  }

  func encode(to encoder: any Encoder) throws {
    if values.count == 1 {
      try values[0].encode(to: encoder)
    } else {
      try values.encode(to: encoder)
    }
  }
}
