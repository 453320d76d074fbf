/// What a host sent for an address.
public struct FetchedPage: Sendable, Equatable {
  public var bytes: [UInt8]
  /// Without parameters, in small letters, such as `text/html`; `nil` where the host gave none.
  public var mediaType: String?
  /// As the host declared it in `Content-Type`, such as `iso-8859-1`.
  public var charset: String?
  /// Where redirects ended.
  public var address: String
  /// Whether the page was longer than what is taken of one.
  public var isCut = false

  init(bytes: [UInt8], contentType: String, address: String, isCut: Bool) {
    self.bytes = bytes
    self.address = address
    self.isCut = isCut
    let parts = contentType.split(separator: ";").map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    mediaType = parts.first?.lowercased()
    for part in parts.dropFirst() where part.lowercased().hasPrefix("charset=") {
      let value = part.dropFirst("charset=".count).filter { $0 != "\"" && $0 != "'" }
      charset = value.isEmpty ? nil : value.lowercased()
    }
  }
}
