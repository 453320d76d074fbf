import RejoinderCore

extension AnnotationFile {
  /// The words of annotations from bytes in which they cannot be understood any more: better a note
  /// without its passage than none. What holds no words is left out.
  static func rescued(from bytes: [UInt8]) -> [Annotation] {
    var lines = bytes.split(separator: 0x0A)
    if case .array(let records)? = JSONValue(parsing: bytes)?.members[Seal.list] {
      lines = records.map { $0.canonical[...] }
    }
    return lines.compactMap(annotation)
  }

  private static func annotation(in line: ArraySlice<UInt8>) -> Annotation? {
    let fields = Dictionary(
      BrokenJSON.strings(in: line).map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
    guard let text = text(of: fields), !text.allSatisfy(\.isWhitespace) else { return nil }
    let quote = fields["quote"] ?? ""
    let time = fields["modified"].flatMap(Timestamp.init(iso8601:))
    let isCounterargument = fields["as"] == "counterargument" || fields["attack"] != nil
    return Annotation(
      id: fields["id"].flatMap { $0.isEmpty ? nil : $0 }
        ?? "rescued-" + Fingerprint(of: Array(line)).digits.prefix(8),
      anchor: Anchor(
        quote: quote, prefix: fields["prefix"] ?? "", suffix: fields["suffix"] ?? "",
        position: Passage(start: 0, end: quote.utf8.count)),
      body: isCounterargument
        ? .counterargument(
          attack: fields["attack"].flatMap(Attack.init) ?? .rebuttal, text: text,
          source: fields["source"]) : .note(text),
      created: fields["created"].flatMap(Timestamp.init(iso8601:)) ?? time ?? .zero,
      modified: time ?? .zero,
      isDeleted: String(decoding: line, as: UTF8.self).contains(/"deleted" ?: ?true/),
      conflictsWith: fields["conflictsWith"])
  }

  /// What a record says, also where the name of that field was damaged.
  private static func text(of fields: [String: String]) -> String? {
    if let text = fields["text"] { return text }
    guard ["note", "counterargument", nil].contains(fields["as"]) else { return nil }
    return fields.filter { !AnnotationRecord.known.contains($0.key) && $0.value.contains(" ") }
      .map(\.value).max { $0.utf8.count < $1.utf8.count }
  }
}
