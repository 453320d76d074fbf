import FoundationEssentials
import RejoinderCore

/// A whole library as one file: what `docs/file-format.md` calls an export.
struct LibraryFile: Encodable {
  var schemaVersion = currentSchemaVersion
  /// Tells such a file from a pack.
  var kind = Self.kind
  /// ISO 8601.
  var exported: String
  var essays: [EssayEntry]
  var packs: [ArgumentPackFile]

  static let kind = "rejoinder library"

  /// The file's bytes. Each text has its fingerprint and each other part its sum, so that damage to one
  /// is told from damage to all.
  func bytes() throws(LibraryError) -> [UInt8] {
    let encoded: [UInt8]
    do {
      encoded = Array(try JSONEncoder().encode(self))
    } catch {
      throw LibraryError(.inputOutput, "cannot write as JSON: \(error); nothing was changed")
    }
    guard case .object(var file)? = JSONValue(parsing: encoded) else {
      throw LibraryError(.inputOutput, "cannot write as JSON; nothing was changed")
    }
    file["essays"] = file["essays"].map { essays in
      .array(essays.elements.map { .object(EssayEntry.sealed($0.members)) })
    }
    file["packs"] = file["packs"].map { .array($0.elements.map(Seal.seal)) }
    var writer = JSONWriter()
    writer.write(.object(file), indentation: 0)
    return writer.bytes + [0x0A]
  }
}

/// One essay with everything that was done to it.
struct EssayEntry: Encodable {
  var id: String
  var essay: EssayFile
  /// Empty where it could not be read; see ``isWithoutText``.
  var text: String
  var layout: LayoutFile?
  /// Fingerprints of the texts that the essay had before.
  var texts: [String]?
  var annotations: [AnnotationRecord]
  var replies: [ReplyFile]
  var revisions: [RevisionFile]
  var place: PlaceFile?

  /// Whether only records are here: the fingerprint that `essay` names is that of a text which could not
  /// be read.
  var isWithoutText: Bool { text.isEmpty && essay.fingerprint != Fingerprint(of: "").digits }

  var records: ImportedRecords {
    ImportedRecords(
      annotations: annotations.map(\.annotation), replies: replies.map(\.reply),
      revisions: Dictionary(
        revisions.map { ($0.id, $0.revisions) }, uniquingKeysWith: { $0.joined(with: $1) }),
      sourceKeys: essay.sourceKeys, texts: (texts ?? []).compactMap(Fingerprint.init(digits:)))
  }

  private static let parts = ["essay", "layout", "place"]
  private static let lists = ["annotations", "replies", "revisions"]

  fileprivate static func sealed(_ members: JSONFields) -> JSONFields {
    var members = members
    for name in parts { members[name] = members[name].map(Seal.seal) }
    for name in lists {
      members[name] = members[name].map { .array($0.elements.map(Seal.seal)) }
    }
    return members
  }
}

// MARK: Reading

extension EssayEntry {
  /// Reads what can be read of an entry.
  ///
  /// - Parameter refused: A sentence for each part that cannot be read: which, and why.
  /// - Returns: `nil` where not even the essay is named.
  init?(_ value: JSONValue, number: Int, refused: inout [String]) {
    let members = value.members
    let title = members["essay"]?.members["title"]?.text.map { " “\($0)”" } ?? ""
    guard let id = members["id"]?.text, let text = members["text"]?.text else {
      refused.append("essay \(number)\(title): it has no identifier or no text")
      return nil
    }
    let name = "essay \(id.prefix(12))\(title)"
    self.id = id
    self.text = text
    let fingerprint = Fingerprint(of: text)
    do throws(PartFault) {
      essay = try Part(members["essay"] ?? .null).decoded()
    } catch {
      refused.append(
        "\(name): what is known of it \(error.reason); its title, author and source were not taken")
      essay = EssayFile(
        Essay(
          metadata: EssayMetadata(source: .standardInput),
          text: EssayText(canonical: Array(text.utf8))), fingerprint: fingerprint, sourceKeys: [],
        added: .zero)
    }
    func part<File: Decodable>(_ field: String, _ what: String) -> (File?, String?) {
      guard let value = members[field], value != .null else { return (nil, nil) }
      do throws(PartFault) {
        return (try Part(value).decoded(), nil)
      } catch {
        return (nil, "\(name): \(what) \(error.reason)")
      }
    }
    func list<File: Decodable>(_ field: String, _ what: String) -> ([File], [String]) {
      var read: [File] = []
      var faults: [String] = []
      for (index, value) in (members[field]?.elements ?? []).enumerated() {
        do throws(PartFault) {
          read.append(try Part(value).decoded())
        } catch {
          let named = value.members["id"]?.text ?? "\(index + 1)"
          faults.append("\(name): \(what) \(named): it \(error.reason)")
        }
      }
      return (read, faults)
    }
    let (layout, layoutFault): (LayoutFile?, String?) = part("layout", "its layout")
    let (place, placeFault): (PlaceFile?, String?) = part("place", "the place in it")
    let (annotations, annotationFaults): ([AnnotationRecord], [String]) =
      list("annotations", "annotation")
    let (replies, replyFaults): ([ReplyFile], [String]) = list("replies", "reply")
    let (revisions, revisionFaults): ([RevisionFile], [String]) =
      list("revisions", "earlier texts of reply")
    self.layout = layout
    self.place = place
    self.annotations = annotations
    self.replies = replies
    self.revisions = revisions
    texts = members["texts"]?.elements.compactMap(\.text)
    refused += [layoutFault, placeFault].compactMap(\.self) + annotationFaults + replyFaults
    refused += revisionFaults
  }
}

/// Why a part of an export cannot be taken; the words finish a sentence about it.
struct PartFault: Error {
  var reason: String
}

/// A part of an export that carries its own sum.
struct Part {
  private let value: JSONValue

  init(_ value: JSONValue) {
    self.value = value
  }

  func decoded<File: Decodable>() throws(PartFault) -> File {
    guard case .object(let members) = value else { throw PartFault(reason: "is no object") }
    guard Seal.isWhole(members) else { throw PartFault(reason: "does not match its sum") }
    do {
      return try JSONDecoder().decode(File.self, from: Data(value.canonical))
    } catch let error as DecodingError {
      throw PartFault(reason: error.reason)
    } catch {
      throw PartFault(reason: "has a wrong shape")
    }
  }
}

extension DecodingError {
  /// Which field it is about, as the end of a sentence.
  fileprivate var reason: String {
    switch self {
    case .keyNotFound(let key, _): "lacks the field \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.last.map { "has a wrong value in \($0.stringValue)" }
        ?? "has a wrong shape"
    @unknown default: "has a wrong shape"
    }
  }
}

extension JSONValue {
  /// The elements of a list; none for anything else.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
