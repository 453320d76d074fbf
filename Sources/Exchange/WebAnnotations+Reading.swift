import FoundationEssentials
public import RejoinderCore

extension WebAnnotations {
  /// Whether the bytes are meant as annotations of the W3C model.
  public static func areIn(_ bytes: [UInt8]) -> Bool {
    (try? JSONDecoder().decode(Envelope.self, from: Data(bytes)))?.context != nil
  }

  /// Reads an annotation, a page or a collection of them.
  ///
  /// - Parameter now: When they came, for those that do not say when they were made.
  public static func read(
    _ bytes: [UInt8], at now: Timestamp
  ) throws(ForeignFormatError) -> ForeignAnnotations {
    let data = Data(bytes)
    guard let envelope = try? JSONDecoder().decode(Envelope.self, from: data) else {
      throw ForeignFormatError("is not JSON")
    }
    guard envelope.context?.values.contains(.address(WebAnnotation.contextAddress)) == true else {
      throw ForeignFormatError("has no @context of the Web Annotation Data Model")
    }
    var items = envelope.items ?? envelope.first?.items ?? []
    if envelope.type?.values.contains("Annotation") == true {
      items = [Item(decoding: data)]
    }
    guard !items.isEmpty || envelope.total == 0 else {
      throw ForeignFormatError("holds no annotation, nor a page of them")
    }
    var result = ForeignAnnotations()
    for (index, item) in items.enumerated() {
      let name = item.annotation?.id ?? "annotation \(index + 1)"
      do throws(ForeignFormatError) {
        let (found, refused) = try foreign(item, at: now)
        result.annotations += found
        result.refused += refused.map { "\(name): \($0)" }
      } catch {
        result.refused.append("\(name): it \(error.description)")
      }
    }
    return result
  }

  private struct Envelope: Decodable {
    var context: OneOrMany<Context>?
    var type: OneOrMany<String>?
    var total: Int?
    var items: [Item]?
    var first: Page?

    enum CodingKeys: String, CodingKey {
      case context = "@context"
      case type, total, items, first
    }
  }

  /// An address, or definitions that are of no use here.
  private enum Context: Codable, Equatable {
    case address(String)
    case other

    init(from decoder: any Decoder) throws {
      let text = try? decoder.singleValueContainer().decode(String.self)
      self = text.map(Context.address) ?? .other
    }

    func encode(to encoder: any Encoder) throws {}
  }

  private struct Page: Decodable {
    var items: [Item]?

    init(from decoder: any Decoder) throws {
      // A page may be named by its address alone, and lie elsewhere.
      items = (try? decoder.container(keyedBy: Key.self))
        .flatMap { try? $0.decode([Item].self, forKey: .items) }
    }

    private enum Key: String, CodingKey { case items }
  }

  /// An annotation, of whatever shape.
  private struct Item: Decodable {
    var annotation: WebAnnotation?

    init(decoding data: Data) {
      annotation = try? JSONDecoder().decode(WebAnnotation.self, from: data)
    }

    init(from decoder: any Decoder) throws {
      annotation = try? WebAnnotation(from: decoder)
    }
  }

  /// One for each target that is a passage, the first of which has the annotation's own name, and a
  /// sentence for each that is none.
  private static func foreign(
    _ item: Item, at now: Timestamp
  ) throws(ForeignFormatError) -> ([ForeignAnnotation], refused: [String]) {
    guard let annotation = item.annotation else { throw ForeignFormatError("has a wrong shape") }
    guard let id = annotation.id, !id.isEmpty, id != namespace else {
      throw ForeignFormatError("has no id")
    }
    guard annotation.type?.values.contains("Annotation") == true else {
      throw ForeignFormatError("is not of the type Annotation")
    }
    let targets = annotation.target?.values ?? []
    guard !targets.isEmpty else { throw ForeignFormatError("has no target") }
    let created = annotation.created.flatMap(Timestamp.init(iso8601:)) ?? now
    let modified = annotation.modified.flatMap(Timestamp.init(iso8601:)) ?? created
    var found: [ForeignAnnotation] = []
    var refused: [String] = []
    for (index, target) in targets.enumerated() {
      do throws(ForeignFormatError) {
        let (source, quote, characters) = try passage(of: target)
        found.append(
          ForeignAnnotation(
            id: recordID(of: id) + (index == 0 ? "" : "-\(index + 1)"), source: source,
            body: try body(of: annotation), quote: quote.exact ?? "", prefix: quote.prefix ?? "",
            suffix: quote.suffix ?? "", characters: characters, created: created,
            modified: modified))
      } catch {
        guard targets.count > 1 else { throw error }
        refused.append("its target \(index + 1) \(error.description)")
      }
    }
    return (found, refused)
  }

  private static func passage(
    of target: WebAnnotation.Target
  ) throws(ForeignFormatError) -> (String, quote: WebAnnotation.Selector, characters: Range<Int>?) {
    guard case .part(let source, let selectors) = target else {
      throw ForeignFormatError("is about a whole page, and not about a passage")
    }
    guard let quote = selectors.quotation else {
      throw ForeignFormatError("quotes no passage (it has no TextQuoteSelector)")
    }
    return (source, quote, selectors.characters)
  }

  /// Identifiers of records from here come back as they were.
  static func recordID(of iri: String) -> String {
    guard !iri.hasPrefix(namespace) else { return String(iri.dropFirst(namespace.count)) }
    return "w" + Fingerprint(of: iri).digits.prefix(16)
  }

  private static func body(
    of annotation: WebAnnotation
  ) throws(ForeignFormatError) -> Annotation.Body {
    let bodies = annotation.body?.values ?? []
    func text(_ purpose: String) -> String? {
      bodies.first { $0.purpose?.values.contains(purpose) == true }?.value
    }
    let classification = text("classifying")
    if let words = text("replying") {
      return .counterargument(
        attack: classification.flatMap(Attack.init) ?? .rebuttal, text: words,
        source: text("linking"))
    }
    let words = bodies.filter { $0.purpose?.values.contains("classifying") != true }
      .compactMap(\.value)
    let said = (words + [annotation.bodyValue].compactMap(\.self)).joined(separator: "\n\n")
    if !said.isEmpty { return .note(said) }
    if let kind = classification?.split(separator: " ").last.flatMap({
      ClaimKind(rawValue: String($0))
    }) {
      return .mark(kind: kind)
    }
    throw ForeignFormatError("says nothing in words")
  }
}
