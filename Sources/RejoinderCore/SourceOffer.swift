/// Something the source offered beside the essay, kept as a note; some of it is a way to answer.
public struct SourceOffer: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable {
    case commentForm, shareLinks, relatedPosts, subscription, navigation
    /// An endpoint for Webmention.
    case webmention
    /// A mail address.
    case mail
  }

  public var kind: Kind
  /// The words in which it was offered, such as "Leave a Reply".
  public var text: String
  /// The endpoint of a Webmention or the mail address; `nil` otherwise.
  public var address: String?
  /// Of comment forms that the page itself holds.
  public var form: CommentForm?

  public init(kind: Kind, text: String, address: String? = nil, form: CommentForm? = nil) {
    self.kind = kind
    self.text = text
    self.address = address
    self.form = form
  }
}

/// A page's form for comments, as far as sending it needs.
public struct CommentForm: Sendable, Hashable, Codable {
  public struct Field: Sendable, Hashable, Codable {
    public var name: String
    /// As HTML names it: `text`, `email`, `url`, `hidden`, `checkbox`, `textarea`, …
    public var type: String
    /// What the page filled in; of a checkbox what is sent when it is ticked.
    public var value: String
    /// What the page calls the field; `nil` where it does not say.
    public var label: String?
    public var isRequired: Bool

    public init(
      name: String, type: String, value: String = "", label: String? = nil,
      isRequired: Bool = false
    ) {
      self.name = name
      self.type = type
      self.value = value
      self.label = label
      self.isRequired = isRequired
    }
  }

  /// Where the form is sent, absolute where the page's own address is known.
  public var action: String
  /// `get` or `post`.
  public var method: String
  /// The media type of what is sent, such as `application/x-www-form-urlencoded`.
  public var encoding: String
  /// In the page's order; the comment itself is the first `textarea` that is not hidden.
  public var fields: [Field]

  public init(action: String, method: String, encoding: String, fields: [Field]) {
    self.action = action
    self.method = method
    self.encoding = encoding
    self.fields = fields
  }
}

/// A comment that a page shows under its essay.
public struct PageComment: Sendable, Hashable, Codable {
  public var author: String?
  /// As the page gives it, ISO 8601 where that could be told.
  public var date: String?
  /// Paragraphs parted by blank lines.
  public var text: String
  /// 0 for an answer to the essay, 1 for an answer to such an answer, and so on.
  public var depth: Int

  public init(author: String?, date: String?, text: String, depth: Int) {
    self.author = author
    self.date = date
    self.text = text
    self.depth = depth
  }
}
