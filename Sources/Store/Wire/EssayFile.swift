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
  /// ISO 8601.
  var added: String

  init(_ essay: Essay, fingerprint: Fingerprint, sourceKeys: [String], added: Timestamp) {
    title = essay.metadata.title
    author = essay.metadata.author
    date = essay.metadata.date
    language = essay.metadata.language
    source = SourceRecord(essay.metadata.source)
    self.sourceKeys = sourceKeys
    self.fingerprint = fingerprint.digits
    bytes = essay.text.count
    words = essay.text.wordCount
    isComplete = essay.isComplete ? nil : false
    offers = essay.offers
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

  init(_ source: EssaySource) {
    switch source {
    case .file(let path): (kind, place) = (.file, path)
    case .url(let address): (kind, place) = (.url, address)
    case .builtIn(let name): (kind, place) = (.builtIn, name)
    case .standardInput: (kind, place) = (.standardInput, nil)
    }
  }

  var source: EssaySource {
    switch kind {
    case .file: .file(place ?? "")
    case .url: .url(place ?? "")
    case .builtIn: .builtIn(place ?? "")
    case .standardInput: .standardInput
    }
  }
}

/// `<fingerprint>.layout.json`: the paragraphs of a text, where blank lines alone do not tell them.
struct LayoutFile: StoredFile {
  var schemaVersion = currentSchemaVersion
  var paragraphs: [ParagraphRecord]

  var isLarge: Bool { paragraphs.count > 1000 }

  init(_ text: EssayText) {
    paragraphs = text.paragraphs.map(ParagraphRecord.init)
  }
}

struct ParagraphRecord: Codable {
  enum Kind: String, Codable {
    case body, heading, quotation
    case listItem = "list item"
    case preformatted
  }

  /// UTF-8 bytes of the canonical text.
  var start: Int
  var end: Int
  var kind: Kind
  /// Of headings only.
  var level: Int?

  init(_ paragraph: Paragraph) {
    start = paragraph.passage.start
    end = paragraph.passage.end
    switch paragraph.kind {
    case .body: kind = .body
    case .heading(let level): (kind, self.level) = (.heading, level)
    case .quotation: kind = .quotation
    case .listItem: kind = .listItem
    case .preformatted: kind = .preformatted
    }
  }

  var paragraph: Paragraph {
    let kind: Paragraph.Kind =
      switch kind {
      case .body: .body
      case .heading: .heading(level: level ?? 1)
      case .quotation: .quotation
      case .listItem: .listItem
      case .preformatted: .preformatted
      }
    return Paragraph(Passage(start: start, end: end), kind: kind)
  }
}
