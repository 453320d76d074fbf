public import RejoinderCore

/// An anchor as the files hold it.
public struct AnchorRecord: Codable, Hashable, Sendable {
  var quote: String
  var prefix: String
  var suffix: String
  /// UTF-8 bytes of the canonical text.
  var start: Int
  var end: Int

  public init(_ anchor: Anchor) {
    quote = anchor.quote
    prefix = anchor.prefix
    suffix = anchor.suffix
    start = anchor.position.start
    end = anchor.position.end
  }

  public init(from decoder: any Decoder) throws {
    try self.init(in: decoder.container(keyedBy: JSONKey.self))
  }

  /// Reads the fields of a record that is an anchor among other things.
  init(in container: KeyedDecodingContainer<JSONKey>) throws {
    quote = try container.decode(String.self, forKey: "quote")
    prefix = try container.decodeIfPresent(String.self, forKey: "prefix") ?? ""
    suffix = try container.decodeIfPresent(String.self, forKey: "suffix") ?? ""
    start = try container.decode(Int.self, forKey: "start")
    end = try container.decode(Int.self, forKey: "end")
    guard start >= 0, end >= start else {
      throw DecodingError.dataCorruptedError(
        forKey: "end", in: container, debugDescription: "no passage: \(start) to \(end)")
    }
  }

  public var anchor: Anchor {
    Anchor(
      quote: quote, prefix: prefix, suffix: suffix, position: Passage(start: start, end: end))
  }
}
