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
  public var displayTitle: String { title ?? source.name }
}

/// Where an essay's bytes came from.
public enum EssaySource: Sendable, Hashable, Codable {
  /// An absolute path.
  case file(String)
  case standardInput
  case url(String)
  /// One that comes with the program.
  case builtIn(String)

  /// What a reader would call it: a file's name without its folder, an address, a word.
  public var name: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .standardInput: "standard input"
    case .url(let address): address
    case .builtIn(let name): name
    }
  }

  /// One string that tells sources apart, or `nil` for standard input, which has no lasting place.
  public var key: String? {
    switch self {
    case .file(let path): "file:" + path
    case .standardInput: nil
    case .url(let address): "url:" + address
    case .builtIn(let name): "built-in:" + name
    }
  }
}
