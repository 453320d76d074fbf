/// One text with what is known about it.
public struct Essay: Sendable, Equatable {
  public var metadata: EssayMetadata
  public var text: EssayText
  /// What the source offered around the essay and is not part of it, such as a comment form.
  public var offers: [SourceOffer]
  /// What readers wrote under the essay, in the page's order.
  public var comments: [PageComment]
  /// How many bytes of the source stood for no character; each is a U+FFFD in the text.
  public var replacedBytes: Int
  /// What of the source is missing because of a limit or of damage, in a sentence for the reader.
  public var cut: String?
  /// False while only the beginning of the text has been read. The text of a partial essay is a
  /// prefix of the whole one's, paragraph for paragraph.
  public var isComplete: Bool
  /// Into how many parts its file is read, each an essay of its own; 1 where it is read at once. Which
  /// of them this is, its source says: see ``EssaySource/part``.
  public var parts = 1

  public init(
    metadata: EssayMetadata, text: EssayText, offers: [SourceOffer] = [],
    comments: [PageComment] = [], replacedBytes: Int = 0, cut: String? = nil,
    isComplete: Bool = true
  ) {
    self.metadata = metadata
    self.text = text
    self.offers = offers
    self.comments = comments
    self.replacedBytes = replacedBytes
    self.cut = cut
    self.isComplete = isComplete
  }

  /// BCP 47, such as `en`: what the source says, else what the text's words say; `nil` when unknown.
  public var language: String? {
    metadata.language ?? LanguageGuess.of(text.utf8[...])?.code
  }

  /// What its reader should know of how the text came from its source: a sentence each.
  public var remarks: [String] {
    var remarks: [String] = []
    if replacedBytes > 0 {
      let count = replacedBytes == 1 ? "1 byte" : "\(replacedBytes) bytes"
      remarks.append("\(count) of the source stood for no character; � marks each place")
    }
    if let cut { remarks.append(cut) }
    return remarks
  }
}

public struct EssayMetadata: Sendable, Hashable, Codable {
  /// As the text shows it; `nil` where it shows none.
  public var title: String?
  public var author: String?
  /// As the text gives it, ISO 8601 where that could be told.
  public var date: String?
  /// BCP 47, such as `en`; `nil` where the source does not say.
  public var language: String?
  public var source: EssaySource

  public init(
    title: String? = nil, author: String? = nil, date: String? = nil, language: String? = nil,
    source: EssaySource
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.language = language
    self.source = source
  }

  /// The title, or what else a reader would call the essay.
  public var displayTitle: String {
    guard let title else { return source.name }
    return source.part == 1 ? title : "\(title), part \(source.part)"
  }
}

/// Where an essay's bytes came from.
public enum EssaySource: Sendable, Hashable, Codable {
  /// An absolute path. Of a file that is read in parts it is the first.
  case file(String)
  /// A later part of such a file, counted from 1 for the first, and the file's absolute path.
  case part(Int, of: String)
  case standardInput
  case url(String)
  /// One that comes with the program.
  case builtIn(String)

  /// What a reader would call it: a file's name without its folder, an address, a word.
  public var name: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .part(let number, let path): "\(Self.file(path).name), part \(number)"
    case .standardInput: "standard input"
    case .url(let address): address
    case .builtIn(let name): name
    }
  }

  /// One string that tells sources apart, or `nil` for standard input, which has no lasting place.
  public var key: String? {
    switch self {
    case .file(let path): "file:" + path
    case .part(let number, let path): "part:\(number):\(path)"
    case .standardInput: nil
    case .url(let address): "url:" + address
    case .builtIn(let name): "built-in:" + name
    }
  }

  /// The source that has this key; `nil` for a key that none has.
  public init?(key: String) {
    guard let colon = key.firstIndex(of: ":") else { return nil }
    let place = String(key[key.index(after: colon)...])
    switch key[..<colon] {
    case "file": self = .file(place)
    case "part":
      guard let end = place.firstIndex(of: ":"), let number = Int(place[..<end]) else { return nil }
      self.init(part: number, of: String(place[place.index(after: end)...]))
    case "url": self = .url(place)
    case "built-in": self = .builtIn(place)
    default: return nil
    }
  }

  /// One part of a file; the first is the file itself.
  public init(part number: Int, of path: String) {
    self = number > 1 ? .part(number, of: path) : .file(path)
  }

  /// Which part of its file it is, counted from 1.
  public var part: Int {
    if case .part(let number, _) = self { number } else { 1 }
  }

  /// The file that it is, or is a part of.
  public var path: String? {
    switch self {
    case .file(let path), .part(_, let path): path
    case .standardInput, .url, .builtIn: nil
    }
  }
}
