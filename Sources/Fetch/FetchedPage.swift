/// What a host sent for an address.
public struct FetchedPage: Sendable, Equatable {
  public var bytes: [UInt8]
  /// As the host gave it, with its parameters; empty where it gave none.
  public var contentType: String
  /// Where redirects ended.
  public var address: String
  /// Whether the page was longer than what is taken of one.
  public var isCut = false

  init(bytes: [UInt8], contentType: String, address: String, isCut: Bool) {
    self.bytes = bytes
    self.contentType = contentType
    self.address = address
    self.isCut = isCut
  }

  /// The type without parameters, in small letters, such as `text/html`.
  var mediaType: String? {
    contentType.split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased() }
  }
}
