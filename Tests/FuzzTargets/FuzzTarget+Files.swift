internal import Fetch
internal import FoundationEssentials
internal import Glibc
internal import Reader
internal import RejoinderCore
internal import Store
internal import TerminalKit

extension FuzzTarget {
  func packFault(in bytes: [UInt8]) -> String? {
    guard let pack = try? ArgumentPack(json: bytes) else { return nil }
    let text = EssayText(canonical: "A lamp burns.\n\n" + pack.claims.map(\.quote).joined())
    guard let match = pack.match(in: text) else { return nil }
    let marking = Marking(sentences: [], packs: [match], annotations: [])
    for claim in marking.claims where claim.passage.end > text.count { return "\(claim.passage)" }
    return nil
  }

  /// A library in memory-backed files, whose annotations are the bytes.
  ///
  /// It is a new one each time: damaged files are set aside under names that are free, and looking for
  /// one among those of all that was fed before took longer with every execution.
  func recordsFault(in bytes: [UInt8]) -> String? {
    let root = "/dev/shm/rejoinder-fuzz-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: root) }
    let library = JSONLibrary(root: root)
    let essay = Essay(
      metadata: EssayMetadata(source: .standardInput),
      text: EssayText(canonical: "We should switch the lamps off.\n\nIt is late."))
    guard let id = try? library.register(essay, as: nil, at: .zero) else { return nil }
    for name in ["annotations.json", "essay.json", "place.json"] {
      let path = "\(root)/essays/\(id.rawValue)/\(name)"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      guard descriptor >= 0 else { return nil }
      _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      _ = close(descriptor)
      _ = try? library.summaries()
      guard let records = try? library.records(of: id) else { continue }
      let live = records.annotations.filter { !$0.isDeleted }
      for resolution in resolve(live.map(\.anchor), in: essay.text) {
        if let passage = resolution.passage, passage.end > essay.text.count { return "\(passage)" }
      }
      _ = try? library.essay(id)
    }
    return nil
  }

  /// The same keys come out whatever pieces the bytes come in, as long as time does not pass.
  func keysFault(in bytes: [UInt8]) -> String? {
    var atOnce = KeyDecoder()
    let events = atOnce.feed(bytes) + atOnce.flush()
    var inPieces = KeyDecoder()
    var others: [TerminalEvent] = []
    for byte in bytes { others += inPieces.feed(CollectionOfOne(byte)) }
    others += inPieces.flush()
    if events != others { return "\(events) or \(others)" }
    if atOnce.isPending { return "something is pending after the end" }
    var latin = KeyDecoder(isUTF8: false)
    _ = latin.feed(bytes) + latin.flush()
    return nil
  }

  func pagesFault(in bytes: [UInt8]) -> String? {
    let outline = PageOutline(of: bytes)
    if outline.words > bytes.count { return "\(outline.words) words" }
    guard let address = try? Address(String(decoding: bytes, as: UTF8.self)) else { return nil }
    guard let again = try? Address(address.text) else { return "\(address) is none" }
    if again != address { return "\(address) is \(again)" }
    return address.text.unicodeScalars.contains { $0.value <= 0x20 } ? "\(address)" : nil
  }

  func linesFault(in bytes: [UInt8]) -> String? {
    let essay = Essay(
      metadata: EssayMetadata(title: "Lamps", source: .standardInput),
      text: EssayText(
        canonical: "We should switch the lamps off. It is late.\n\nNobody walks here."))
    var reader = LinearReader(
      Model(size: Size(columns: 80, rows: 24), keyMap: .standard, seed: 1, essay: essay),
      columns: 40)
    _ = reader.start(at: .zero)
    reader.introduce()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(60) {
      _ = reader.obey(String(line), at: Timestamp(milliseconds: 1))
      for said in reader.takeLines() where said.unicodeScalars.contains(where: \.isControl) {
        return "a control is said: \(said.debugDescription)"
      }
    }
    _ = reader.end(at: .zero)
    return nil
  }
}
