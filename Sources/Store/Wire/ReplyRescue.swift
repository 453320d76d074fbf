import FoundationEssentials
import RejoinderCore

extension ReplyFile {
  /// The words of a reply from bytes that are no reply any more: better a draft without its claims
  /// than none.
  ///
  /// - Parameter id: The identifier to give it where the bytes do not tell.
  static func rescued(from bytes: [UInt8], id: String) -> Reply? {
    if let file = JSONCoding.decodeUnsealed(ReplyFile.self, from: bytes) { return file.reply }
    let strings = BrokenJSON.strings(in: bytes)
    let named = strings.first { $0.name == "text" && !$0.value.isEmpty }?.value
    let longest = strings.map(\.value).filter { $0.contains(" ") }
      .max { $0.utf8.count < $1.utf8.count }
    guard let text = named ?? longest else { return nil }
    let time =
      strings.compactMap { $0.name == "modified" ? Timestamp(iso8601: $0.value) : nil }.first
      ?? .zero
    let own = strings.first { $0.name == "id" && !$0.value.isEmpty }?.value
    return Reply(id: own ?? id, text: text, claims: [], created: time, modified: time)
  }
}
