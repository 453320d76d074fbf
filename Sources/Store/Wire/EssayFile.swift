import RejoinderCore

/// `essay.json`: what is known about an essay, and which file beside it holds the text.
struct EssayFile: StoredFile, Equatable {
  var schemaVersion = currentSchemaVersion
  var title: String?
  var author: String?
  var date: String?
  var language: String?
  var source: SourceRecord
  /// Keys of all the sources from which the essay was opened.
  var sourceKeys: [String]
  var fingerprint: String
  /// Length of the text.
  var bytes: Int
  var words: Int
  /// Missing stands for true.
  var isComplete: Bool?
  var offers: [SourceOffer]
  /// Missing stands for none.
  var comments: [PageComment]?
  /// Missing stands for 0.
  var replacedBytes: Int?
  var cut: String?
  /// Into how many parts its file is read; missing stands for 1.
  var parts: Int?
  /// ISO 8601.
  var added: String

  init(_ essay: Essay, fingerprint: Fingerprint, sourceKeys: [String], added: Timestamp) {
    title = essay.metadata.title
    author = essay.metadata.author
    date = essay.metadata.date
    language = essay.language
    source = SourceRecord(essay.metadata.source)
    self.sourceKeys = sourceKeys
    self.fingerprint = fingerprint.digits
    bytes = essay.text.count
    words = essay.text.wordCount
    isComplete = essay.isComplete ? nil : false
    offers = essay.offers
    comments = essay.comments.isEmpty ? nil : essay.comments
    cut = essay.cut
    parts = essay.parts == 1 ? nil : essay.parts
    replacedBytes = essay.replacedBytes == 0 ? nil : essay.replacedBytes
    self.added = added.iso8601
  }

  var metadata: EssayMetadata {
    EssayMetadata(
      title: title, author: author, date: date, language: language, source: source.source)
  }
}

/// A source as the files hold it.
struct SourceRecord: Codable, Hashable {
  enum Kind: String, Codable {
    case file, url
    case builtIn = "built-in"
    case standardInput = "standard input"
  }

  var kind: Kind
  /// A path, an address or a name; standard input has none.
  var place: String?
  /// Which part of the file it is, counted from 1; missing stands for the first.
  var part: Int?

  init(_ source: EssaySource) {
    part = source.part == 1 ? nil : source.part
    switch source {
    case .file(let path), .part(_, let path): (kind, place) = (.file, path)
    case .url(let address): (kind, place) = (.url, address)
    case .builtIn(let name): (kind, place) = (.builtIn, name)
    case .standardInput: (kind, place) = (.standardInput, nil)
    }
  }

  var source: EssaySource {
    switch kind {
    case .file: EssaySource(part: part ?? 1, of: place ?? "")
    case .url: .url(place ?? "")
    case .builtIn: .builtIn(place ?? "")
    case .standardInput: .standardInput
    }
  }
}
