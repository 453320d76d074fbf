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

  /// The annotation as a record of the essay with this text.
  ///
  /// The vector names the program's version, so that a text which was changed here meanwhile is kept
  /// beside it.
  public func annotation(in text: EssayText) -> Annotation {
    var position = Passage(start: 0, end: quote.utf8.count)
    if let characters {
      position = Passage(
        start: text.offset(ofCharacter: characters.lowerBound),
        end: text.offset(ofCharacter: characters.upperBound))
    }
    var anchor = Anchor(quote: quote, prefix: prefix, suffix: suffix, position: position)
    if quote.isEmpty { anchor = Anchor(of: position, in: text) }
    return Annotation(
      id: id, anchor: anchor, body: body, created: created, modified: modified,
      versions: VersionVector([Self.session: modified]))
  }

  /// What other programs are called among the sessions that change records.
  private static let session = "import"
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

extension EssayText {
  /// The byte at which a Unicode code point begins; the text's end for those beyond it.
  func offset(ofCharacter number: Int) -> Int {
    var characters = 0
    for (offset, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
      if characters == number { return offset }
      characters += 1
    }
    return utf8.count
  }

  /// How many Unicode code points begin before a byte.
  func characters(before offset: Int) -> Int {
    utf8[..<min(max(0, offset), utf8.count)].count { $0 & 0xC0 != 0x80 }
  }
}
