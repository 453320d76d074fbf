public import RejoinderCore

/// An annotation as another program wrote it: what it says, and of which passage of which text.
public struct ForeignAnnotation: Sendable, Hashable {
  /// The record's identifier here: its own where it came from here, else one made of its own.
  public var id: String
  /// The address of the text that it is about.
  public var source: String
  public var body: Annotation.Body
  /// The passage's words, with what stands around them.
  public var quote: String
  public var prefix: String
  public var suffix: String
  /// Where the passage lay, in Unicode code points of the text; `nil` where that was not said.
  public var characters: Range<Int>?
  public var created: Timestamp
  public var modified: Timestamp
  /// Who keeps the annotation in one version at a time, so that a later one replaces an earlier one;
  /// `nil` where anybody may have changed it, as in a file.
  public var keeper: String?

  /// The annotation as a record of the essay with this text.
  ///
  /// The vector names the version as a change of its own, so that a text which was changed here or in
  /// another file is kept beside it, and the same file brings nothing new a second time.
  ///
  /// - Parameter counted: The text's code points; whoever asks for many annotations counts them once.
  public func annotation(in text: EssayText, counted: CodePoints) -> Annotation {
    var position = Passage(start: 0, end: quote.utf8.count)
    if let characters {
      position = Passage(
        start: counted.offset(of: characters.lowerBound),
        end: counted.offset(of: characters.upperBound))
    }
    var anchor = Anchor(quote: quote, prefix: prefix, suffix: suffix, position: position)
    if quote.isEmpty { anchor = Anchor(of: position, in: text) }
    return Annotation(
      id: id, anchor: anchor, body: body, created: created, modified: modified,
      versions: VersionVector([session: modified]))
  }

  /// What it is called among the sessions that change records: its keeper, else what it says.
  private var session: String {
    if let keeper { return keeper }
    let content = [quote, prefix, suffix, String(describing: body)]
    let lengths = content.map { String($0.utf8.count) }
    let digits = Fingerprint(of: Array((lengths + content).joined(separator: " ").utf8)).digits
    return "import-" + digits.prefix(16)
  }
}

/// What a file of annotations held.
public struct ForeignAnnotations: Sendable, Hashable {
  public var annotations: [ForeignAnnotation]
  /// A sentence for each annotation that cannot be used: which, and why.
  public var refused: [String]

  public init(annotations: [ForeignAnnotation] = [], refused: [String] = []) {
    self.annotations = annotations
    self.refused = refused
  }
}

/// Why a file of annotations cannot be read; the words finish the sentence "the file …".
public struct ForeignFormatError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  init(_ description: String) {
    self.description = description
  }
}
