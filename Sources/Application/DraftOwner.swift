internal import FoundationEssentials
internal import RejoinderCore
internal import Store

/// Which record of which essay a draft is that an editor has.
struct DraftOwner: Sendable, Hashable {
  var essay: EssayID
  /// A reply, or a counterargument or note.
  var record: String
  /// What the draft is about: the library has no record of one that has just been begun.
  var claims: [Anchor]

  init(essay: EssayID, record: String, claims: [Anchor] = []) {
    self.essay = essay
    self.record = record
    self.claims = claims
  }

  /// - Returns: `nil` for a line that is none.
  init?(line: String) {
    guard let known = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)),
      let essay = EssayID(known.essay)
    else { return nil }
    self.init(essay: essay, record: known.record, claims: known.claims.map(\.anchor))
  }

  var line: String {
    let line = Line(
      essay: essay.rawValue, record: record, claims: claims.map(AnchorRecord.init))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private struct Line: Codable {
    var essay: String
    var record: String
    var claims: [AnchorRecord]
  }
}
