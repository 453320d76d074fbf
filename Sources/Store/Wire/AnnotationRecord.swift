import RejoinderCore

/// One annotation as `annotations.json` holds it: a flat object whose field `as` says which others
/// there are.
struct AnnotationRecord: Codable {
  var annotation: Annotation
  var unknown: UnknownFields

  init(_ annotation: Annotation, unknown: UnknownFields = .none) {
    self.annotation = annotation
    self.unknown = unknown
  }

  /// The names of all fields that this version knows.
  static let known: Set = [
    "id", "as", "quote", "prefix", "suffix", "start", "end", "created", "modified", "deleted",
    "decision", "role", "kind", "text", "attack", "source", "counterargument", "rating", "pinned",
    "dismissed", "versions", "conflictsWith", Seal.field,
  ]

  private enum Form: String, Codable {
    case claim, note, counterargument, decision, assessment
  }

  private enum Verdict: String, Codable {
    case accepted, rejected, retyped
  }

  init(from decoder: any Decoder) throws {
    // One container for all: each that is asked for makes a dictionary of the whole record.
    let container = try decoder.container(keyedBy: JSONKey.self)
    annotation = Annotation(
      id: try container.decode(String.self, forKey: "id"),
      anchor: try AnchorRecord(in: container).anchor,
      body: try Self.body(in: container),
      created: try container.timestamp(forKey: "created"),
      modified: try container.timestamp(forKey: "modified"),
      isDeleted: try container.decodeIfPresent(Bool.self, forKey: "deleted") ?? false,
      versions: try container.versionVector(forKey: "versions"),
      conflictsWith: try container.decodeIfPresent(String.self, forKey: "conflictsWith"))
    unknown = try UnknownFields(in: container, besides: Self.known)
    guard !annotation.id.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: "id", in: container, debugDescription: "an empty identifier")
    }
  }

  private static func body(
    in container: KeyedDecodingContainer<JSONKey>
  ) throws -> Annotation.Body {
    switch try container.decode(Form.self, forKey: "as") {
    case .claim:
      return .mark(kind: try container.decode(ClaimKind.self, forKey: "kind"))
    case .note:
      return .note(try container.decode(String.self, forKey: "text"))
    case .counterargument:
      return .counterargument(
        attack: try container.decode(Attack.self, forKey: "attack"),
        text: try container.decode(String.self, forKey: "text"),
        source: try container.decodeIfPresent(String.self, forKey: "source"))
    case .assessment:
      return .assessment(
        Assessment(
          counterargument: try container.decode(String.self, forKey: "counterargument"),
          rating: try container.decodeIfPresent(Int.self, forKey: "rating") ?? 0,
          pinned: try container.decodeIfPresent(Bool.self, forKey: "pinned") ?? false,
          dismissed: try container.decodeIfPresent(Bool.self, forKey: "dismissed") ?? false))
    case .decision:
      switch try container.decode(Verdict.self, forKey: "decision") {
      case .accepted: return .decision(.accepted)
      case .rejected: return .decision(.rejected)
      case .retyped:
        return .decision(
          .retyped(
            role: try container.decode(Role.self, forKey: "role"),
            kind: try container.decode(ClaimKind.self, forKey: "kind")))
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    try unknown.encode(to: encoder)
    try AnchorRecord(annotation.anchor).encode(to: encoder)
    var container = encoder.container(keyedBy: JSONKey.self)
    try container.encode(annotation.id, forKey: "id")
    try container.encode(annotation.created.iso8601, forKey: "created")
    try container.encode(annotation.modified.iso8601, forKey: "modified")
    if annotation.isDeleted { try container.encode(true, forKey: "deleted") }
    try container.encode(annotation.versions, forKey: "versions")
    try container.encodeIfPresent(annotation.conflictsWith, forKey: "conflictsWith")
    try encodeBody(to: &container)
  }

  private func encodeBody(to container: inout KeyedEncodingContainer<JSONKey>) throws {
    switch annotation.body {
    case .mark(let kind):
      try container.encode(Form.claim, forKey: "as")
      try container.encode(kind, forKey: "kind")
    case .note(let text):
      try container.encode(Form.note, forKey: "as")
      try container.encode(text, forKey: "text")
    case .counterargument(let attack, let text, let source):
      try container.encode(Form.counterargument, forKey: "as")
      try container.encode(attack, forKey: "attack")
      try container.encode(text, forKey: "text")
      try container.encodeIfPresent(source, forKey: "source")
    case .assessment(let assessment):
      try container.encode(Form.assessment, forKey: "as")
      try container.encode(assessment.counterargument, forKey: "counterargument")
      try container.encode(assessment.rating, forKey: "rating")
      try container.encode(assessment.pinned, forKey: "pinned")
      try container.encode(assessment.dismissed, forKey: "dismissed")
    case .decision(.accepted):
      try container.encode(Form.decision, forKey: "as")
      try container.encode(Verdict.accepted, forKey: "decision")
    case .decision(.rejected):
      try container.encode(Form.decision, forKey: "as")
      try container.encode(Verdict.rejected, forKey: "decision")
    case .decision(.retyped(let role, let kind)):
      try container.encode(Form.decision, forKey: "as")
      try container.encode(Verdict.retyped, forKey: "decision")
      try container.encode(role, forKey: "role")
      try container.encode(kind, forKey: "kind")
    }
  }
}
