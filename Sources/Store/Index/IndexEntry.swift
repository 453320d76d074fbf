import RejoinderCore

/// What the index knows of one essay.
struct IndexEntry {
  var stamp: EssayStamp
  /// `nil` for a folder in which nothing was ever kept.
  var summary: EssaySummary?
  /// Where the essay's folded text lies in the file of texts, and the hash of it.
  var text: Slice?

  struct Slice: Hashable {
    var offset: Int
    var count: Int
    var hash: UInt64
  }
}

/// The file of the index: `catalogue`. Everything in it can be made again from the essays, so it has
/// a form that is quick to read and no other merit: lengths and numbers are 64 bits, little-endian.
struct IndexCatalogue {
  /// Goes up when the form changes; a catalogue of another one counts as missing.
  private static let form: UInt64 = 0x3130_4E4A_5249_4452
  /// Bytes of the shortest entry: the length of its name, and six numbers.
  private static let leastEntry = 7 * 8
  /// More bytes than any file of texts has.
  private static let textLimit = 1 << 40

  var entries: [String: IndexEntry] = [:]
  /// Tells one file of texts from the next.
  var generation: UInt64 = 0
  /// How long the file of texts is.
  var textSize = 0

  init() {}

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 16 else { return nil }
    let content = bytes.count - 8
    let isWhole = bytes.withUnsafeBytes { buffer in
      let hash = WordHash.hash(of: UnsafeRawBufferPointer(rebasing: buffer[..<content]))
      return UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: content, as: UInt64.self))
        == hash
    }
    guard isWhole else { return nil }
    var reader = IndexReader(bytes)
    guard reader.word() == Self.form, let generation = reader.word(), let size = reader.count(),
      let count = reader.count()
    else { return nil }
    // A hash can be computed for any numbers, so those that nothing bounds are looked at.
    guard size <= Self.textLimit, count <= bytes.count / Self.leastEntry else { return nil }
    (self.generation, textSize) = (generation, size)
    entries.reserveCapacity(count)
    for _ in 0..<count {
      guard let name = reader.text(), let entry = reader.entry(named: name) else { return nil }
      if let text = entry.text {
        guard text.count <= size, text.offset <= size - text.count else { return nil }
      }
      entries[name] = entry
    }
  }

  var bytes: [UInt8] {
    var writer = IndexWriter()
    writer.write(Self.form)
    writer.write(generation)
    writer.write(textSize)
    writer.write(entries.count)
    for (name, entry) in entries {
      writer.write(name)
      writer.write(entry)
    }
    let hash = writer.bytes.withUnsafeBytes { WordHash.hash(of: $0) }
    writer.write(hash)
    return writer.bytes
  }
}

private struct IndexReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func word() -> UInt64? {
    guard index + 8 <= bytes.count else { return nil }
    defer { index += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }

  mutating func number() -> Int? { word().map { Int(truncatingIfNeeded: $0) } }

  /// A number that can count something.
  mutating func count() -> Int? { number().flatMap { $0 >= 0 ? $0 : nil } }

  mutating func text() -> String? {
    guard let count = count(), count <= bytes.count - index else { return nil }
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }

  mutating func optionalText() -> String?? {
    guard let isThere = word() else { return nil }
    return isThere == 0 ? .some(nil) : text().map(Optional.some)
  }

  mutating func entry(named name: String) -> IndexEntry? {
    guard let digest = word(), let hasText = word(), let offset = count(), let length = count(),
      let hash = word(), let hasSummary = word()
    else { return nil }
    let text =
      hasText == 0 ? nil : IndexEntry.Slice(offset: offset, count: length, hash: hash)
    var entry = IndexEntry(stamp: EssayStamp(digest: digest), summary: nil, text: text)
    if hasSummary == 0 { return entry }
    guard let summary = summary(named: name) else { return nil }
    entry.summary = summary
    return entry
  }

  private mutating func summary(named name: String) -> EssaySummary? {
    guard let id = EssayID(name), let title = text(), let author = optionalText(),
      let source = source(), let words = number(), let progress = word(),
      let claims = number(), let drafts = number(), let lastRead = word()
    else { return nil }
    let share = Double(bitPattern: progress)
    guard (0...1).contains(share) else { return nil }
    return EssaySummary(
      id: id, title: title, author: author, source: source, words: words,
      progress: share, claimsAnswered: claims, drafts: drafts,
      lastRead: Timestamp(milliseconds: Int64(bitPattern: lastRead)))
  }

  private mutating func source() -> EssaySource? {
    guard let kind = word(), let place = text() else { return nil }
    switch kind {
    case 0: return .file(place)
    case 1: return .url(place)
    case 2: return .builtIn(place)
    case 3: return .standardInput
    case 4: return number().map { .part($0, of: place) }
    default: return nil
    }
  }
}

private struct IndexWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
  }

  mutating func write(_ number: Int) { write(UInt64(truncatingIfNeeded: number)) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ entry: IndexEntry) {
    write(entry.stamp.digest)
    write(entry.text == nil ? 0 : 1)
    write(entry.text?.offset ?? 0)
    write(entry.text?.count ?? 0)
    write(entry.text?.hash ?? 0)
    write(entry.summary == nil ? 0 : 1)
    guard let summary = entry.summary else { return }
    write(summary.title)
    write(summary.author == nil ? 0 : 1)
    if let author = summary.author { write(author) }
    write(summary.source)
    write(summary.words)
    write(summary.progress.bitPattern)
    write(summary.claimsAnswered)
    write(summary.drafts)
    write(UInt64(bitPattern: summary.lastRead.milliseconds))
  }

  private mutating func write(_ source: EssaySource) {
    switch source {
    case .file(let place): write(0, place)
    case .url(let place): write(1, place)
    case .builtIn(let place): write(2, place)
    case .standardInput: write(3, "")
    case .part(let number, let place):
      write(4, place)
      write(number)
    }
  }

  private mutating func write(_ kind: Int, _ place: String) {
    write(kind)
    write(place)
  }
}
