internal import Application
internal import RejoinderCore

/// `claims --format w3c`: claims as annotations of the W3C Web Annotation Data Model, in JSON-LD.
///
/// A TextPositionSelector counts characters of the text, which are Unicode code points, and not bytes.
struct ClaimAnnotations {
  let study: Study

  /// The essay's IRI.
  private let source: String

  init(of study: Study) {
    self.study = study
    let essay = study.dossier.essay
    source = essay.metadata.source.iri(of: essay.text)
  }

  var json: JSON {
    let claims = study.marking.claims
    let positions = Self.characters(
      at: claims.flatMap { [$0.passage.start, $0.passage.end] }, in: study.dossier.essay.text.utf8)
    return .object([
      ("@context", .string("http://www.w3.org/ns/anno.jsonld")),
      ("type", .string("AnnotationCollection")),
      ("label", .string("Claims of " + study.dossier.essay.metadata.displayTitle)),
      ("total", .int(claims.count)),
      (
        "first",
        .object([
          ("type", .string("AnnotationPage")),
          ("startIndex", .int(0)),
          (
            "items",
            .elements(claims.count) { index in
              annotation(
                claims[index], start: positions[claims[index].passage.start] ?? 0,
                end: positions[claims[index].passage.end] ?? 0)
            }
          ),
        ])
      ),
    ])
  }

  private func annotation(_ claim: Claim, start: Int, end: Int) -> JSON {
    let text = study.dossier.essay.text
    let anchor = Anchor(of: claim.passage, in: text)
    let id = Fingerprint(of: "\(source)#\(claim.passage.start)-\(claim.passage.end)").digits
    return .object([
      ("id", .string("urn:rejoinder:claim:" + id)),
      ("type", .string("Annotation")),
      ("motivation", .string("classifying")),
      (
        "body",
        .object([
          ("type", .string("TextualBody")),
          ("purpose", .string("classifying")),
          ("value", .string(ClaimsText.label(claim.role, claim.kind))),
        ])
      ),
      (
        "target",
        .object([
          ("source", .string(source)),
          (
            "selector",
            .array([
              .object([
                ("type", .string("TextQuoteSelector")), ("exact", .string(anchor.quote)),
                ("prefix", .string(anchor.prefix)), ("suffix", .string(anchor.suffix)),
              ]),
              .object([
                ("type", .string("TextPositionSelector")), ("start", .int(start)),
                ("end", .int(end)),
              ]),
            ])
          ),
        ])
      ),
    ])
  }

  /// How many characters stand before each of the offsets, in one walk through the text.
  private static func characters(at offsets: [Int], in utf8: [UInt8]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var characters = 0
    var index = 0
    for offset in offsets.sorted() {
      while index < min(offset, utf8.count) {
        if utf8[index] & 0xC0 != 0x80 { characters += 1 }
        index += 1
      }
      result[offset] = characters
    }
    return result
  }
}

extension EssaySource {
  /// The address of an essay with this text: an IRI, as linked data wants it.
  func iri(of text: EssayText) -> String {
    switch self {
    case .url(let address): address
    case .file(let path): "file://" + Self.percentEncoded(path)
    // No address names a part of a file.
    case .standardInput, .builtIn, .part: "urn:rejoinder:essay:" + Fingerprint(of: text.utf8).digits
    }
  }

  private static func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || "0123456789/-._~".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
