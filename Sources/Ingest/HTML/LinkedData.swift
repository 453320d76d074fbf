internal import FoundationEssentials

/// What a page says about itself in JSON-LD.
struct LinkedData {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  private(set) var language: String?

  /// Longer scripts are passed over.
  private static let byteLimit = 1 << 20

  /// Reads every `application/ld+json` script until one describes an article.
  init(of document: HTMLDocument) {
    for index in document.indices(of: .script)
    where document.string(of: .type, at: index)?.lowercased() == "application/ld+json" {
      let words = document.range(of: index).filter { document.nodes[$0].tag == .text }
        .flatMap { document.characters[document.nodes[$0].range] }
      guard words.count <= Self.byteLimit,
        let value = try? JSONDecoder().decode(Value.self, from: Data(words))
      else { continue }
      if let article = value.articles.first {
        take(article, all: value)
        return
      }
    }
  }

  private mutating func take(_ article: Value, all: Value) {
    title = article["headline"]?.text ?? article["name"]?.text
    date = article["datePublished"]?.text ?? article["dateCreated"]?.text
    language = article["inLanguage"]?.text
    author = article["author"].flatMap { Self.names($0, in: all) }
  }

  private static func names(_ value: Value, in all: Value) -> String? {
    switch value {
    case .text(let name): return name.hasPrefix("http") ? nil : name
    case .list(let values):
      let names = values.compactMap { Self.names($0, in: all) }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    case .object(let fields):
      if let name = fields["name"]?.text { return name }
      // A reference to another object of the same script.
      guard let id = fields["@id"]?.text else { return nil }
      return all.objects.first { $0["@id"]?.text == id && $0["name"] != nil }?["name"]?.text
    case .other: return nil
    }
  }

  /// JSON of any shape.
  private indirect enum Value: Decodable {
    case text(String)
    case list([Value])
    case object([String: Value])
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else if let object = try? container.decode([String: Value].self) {
        self = .object(object)
      } else {
        self = .other
      }
    }

    subscript(_ name: String) -> Value? {
      if case .object(let fields) = self { fields[name] } else { nil }
    }

    var text: String? {
      switch self {
      case .text(let text): text.isEmpty ? nil : text
      case .list(let values): values.first?.text
      case .object, .other: nil
      }
    }

    /// This object and those in its lists and its graph.
    var objects: [Value] {
      switch self {
      case .list(let values): values.flatMap(\.objects)
      case .object(let fields): [self] + (fields["@graph"]?.objects ?? [])
      case .text, .other: []
      }
    }

    var articles: [Value] {
      objects.filter { object in
        let types: [String] =
          switch object["@type"] {
          case .list(let values)?: values.compactMap(\.text)
          case let value?: value.text.map { [$0] } ?? []
          case nil: []
          }
        return types.contains {
          $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
        }
      }
    }
  }
}
