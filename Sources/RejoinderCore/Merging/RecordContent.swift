/// Writes a record's content as bytes with one fixed order. Strings are compared by their bytes:
/// `==` takes canonically equivalent ones for equal, and then the winner would depend on who asks.
struct ContentWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int64) {
    let unsigned = UInt64(bitPattern: value) ^ 1 << 63
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: unsigned >> shift))
    }
  }

  mutating func write(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  mutating func write(_ value: String?) {
    write(value != nil)
    guard let value else { return }
    write(Int64(value.utf8.count))
    bytes += Array(value.utf8)
  }

  mutating func write(_ anchor: Anchor) {
    write(Int64(anchor.position.start))
    write(Int64(anchor.position.end))
    write(anchor.quote)
    write(anchor.prefix)
    write(anchor.suffix)
  }
}

extension Annotation: MergeableRecord {
  var content: [UInt8] {
    var writer = ContentWriter()
    writer.write(!isDeleted)
    writer.write(created.milliseconds)
    switch body {
    case .decision(let decision):
      writer.write("decision")
      writer.write(decision)
    case .mark(let kind):
      writer.write("mark")
      writer.write(kind.rawValue)
    case .note(let text):
      writer.write("note")
      writer.write(text)
    case .counterargument(let attack, let text, let source):
      writer.write("counterargument")
      writer.write(attack.rawValue)
      writer.write(text)
      writer.write(source)
    case .assessment(let assessment):
      writer.write("assessment")
      writer.write(assessment.counterargument)
      writer.write(Int64(assessment.rating))
      writer.write(assessment.pinned)
      writer.write(assessment.dismissed)
    }
    writer.write(anchor)
    writer.write(conflictsWith)
    return writer.bytes
  }

  var isFreeText: Bool {
    switch body {
    case .note, .counterargument: true
    case .decision, .mark, .assessment: false
    }
  }

  var words: [UInt8] {
    var writer = ContentWriter()
    switch body {
    case .note(let text): writer.write(text)
    case .counterargument(let attack, let text, let source):
      writer.write(text)
      writer.write(attack.rawValue)
      writer.write(source)
    case .decision, .mark, .assessment: break
    }
    writer.write(anchor)
    return writer.bytes
  }

  mutating func dropEvidence() {}

  func joining(_ other: Annotation) -> Annotation { self }
}

extension ContentWriter {
  fileprivate mutating func write(_ decision: Decision) {
    switch decision {
    case .accepted: write("accepted")
    case .rejected: write("rejected")
    case .retyped(let role, let kind):
      write("retyped")
      write(role.rawValue)
      write(kind.rawValue)
    }
  }
}

extension Reply: MergeableRecord {
  /// Without the receipts, which are joined rather than chosen.
  var content: [UInt8] {
    var writer = ContentWriter()
    writer.write(!isDeleted)
    writer.write(created.milliseconds)
    writer.write(text)
    writer.write(Int64(claims.count))
    for claim in claims { writer.write(claim) }
    writer.write(conflictsWith)
    return writer.bytes
  }

  var isFreeText: Bool { true }

  var words: [UInt8] {
    var writer = ContentWriter()
    writer.write(text)
    for claim in claims { writer.write(claim) }
    return writer.bytes
  }

  mutating func dropEvidence() { receipts = [] }

  func joining(_ other: Reply) -> Reply {
    guard receipts.count + other.receipts.count > 0 else { return self }
    var reply = self
    reply.receipts = Receipt.union(receipts, other.receipts)
    return reply
  }
}

extension Receipt {
  /// All receipts of both, each once, earliest first.
  static func union(_ left: [Receipt], _ right: [Receipt]) -> [Receipt] {
    var known: [[UInt8]: Receipt] = [:]
    for receipt in left + right { known[receipt.content] = receipt }
    return known.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private var content: [UInt8] {
    var writer = ContentWriter()
    writer.write(sent.milliseconds)
    writer.write(destination)
    writer.write(detail)
    return writer.bytes
  }
}
