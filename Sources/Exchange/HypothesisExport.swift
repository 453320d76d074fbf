import FoundationEssentials
internal import RejoinderCore

/// The annotations that the Hypothesis client exports as JSON, or that its interface returns as rows.
public enum HypothesisExport {
  public static func isIn(_ bytes: [UInt8]) -> Bool {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else { return false }
    return file.exported != nil || file.rows != nil
  }

  public static func read(_ bytes: [UInt8]) throws(ForeignFormatError) -> ForeignAnnotations {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else {
      throw ForeignFormatError("is not an export of Hypothesis")
    }
    let rows = file.annotations ?? file.rows ?? []
    let byID = Dictionary(
      rows.compactMap { row in row.value.map { ($0.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    var result = ForeignAnnotations()
    for (index, row) in rows.enumerated() {
      let name = row.value?.id ?? "annotation \(index + 1)"
      do throws(ForeignFormatError) {
        guard let row = row.value else { throw ForeignFormatError("has a wrong shape") }
        result.annotations.append(try foreign(row, among: byID, of: file.reader))
      } catch {
        result.refused.append("\(name): it \(error.description)")
      }
    }
    return result
  }

  private struct File: Decodable {
    var exported: String?
    var reader: String?
    var annotations: [Readable]?
    var rows: [Readable]?

    enum CodingKeys: String, CodingKey {
      case exported = "export_date"
      case reader = "export_userid"
      case annotations, rows
    }
  }

  private struct Readable: Decodable {
    var value: Row?

    init(from decoder: any Decoder) throws {
      value = try? Row(from: decoder)
    }
  }

  private struct Row: Decodable {
    var id: String
    var created: String
    var updated: String
    var user: String?
    var userInfo: UserInfo?
    var uri: String
    var text: String?
    var tags: [String]?
    /// The annotations that this one replies to, the first one first.
    var references: [String]?
    var target: [Target]?

    enum CodingKeys: String, CodingKey {
      case id, created, updated, user, uri, text, tags, references, target
      case userInfo = "user_info"
    }
  }

  private struct UserInfo: Decodable {
    var name: String?

    enum CodingKeys: String, CodingKey { case name = "display_name" }
  }

  private struct Target: Decodable {
    /// Of the W3C model, and of kinds of their own.
    var selector: [WebAnnotation.Selector]?
  }

  private static func foreign(
    _ row: Row, among all: [String: Row], of reader: String?
  ) throws(ForeignFormatError) -> ForeignAnnotation {
    let place = row.references?.first.flatMap { all[$0] } ?? row
    let selectors = place.target?.first?.selector ?? []
    guard let quote = selectors.quotation else {
      throw ForeignFormatError(
        row.references?.isEmpty == false
          ? "replies to an annotation that is not there"
          : "is about the page as a whole, and not about a passage")
    }
    let text = words(of: row, for: reader)
    guard !text.isEmpty else { throw ForeignFormatError("is a highlight without words") }
    guard let created = time(row.created), let modified = time(row.updated) else {
      throw ForeignFormatError("has no time that can be read")
    }
    return ForeignAnnotation(
      id: "h" + Fingerprint(of: "hypothesis:" + row.id).digits.prefix(16), source: place.uri,
      body: .note(text), quote: quote.exact ?? "", prefix: quote.prefix ?? "",
      suffix: quote.suffix ?? "",
      characters: selectors.characters, created: created, modified: modified, keeper: "hypothesis")
  }

  /// The text, with tags as a line of their own, and with the name of whoever else wrote it.
  private static func words(of row: Row, for reader: String?) -> String {
    var parts = [row.text ?? ""]
    if let tags = row.tags, !tags.isEmpty {
      parts.append(tags.map { "#" + $0 }.joined(separator: " "))
    }
    let isForeign = row.user != nil && row.user != reader
    let text = parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n")
    guard isForeign, !text.isEmpty else { return text }
    let account = row.user.map { $0.replacing("acct:", with: "") } ?? ""
    return text + "\n\n— " + (row.userInfo?.name ?? account)
  }

  /// Times with an offset of zero, which Hypothesis writes as `+00:00`.
  private static func time(_ text: String) -> Timestamp? {
    Timestamp(iso8601: text.replacing("+00:00", with: "Z"))
  }
}
