/// An absolute http or https address, taken apart as far as relative ones need it.
struct WebAddress: Sendable, Hashable {
  /// Scheme and host, such as `https://example.org`.
  let origin: String
  /// From the first slash on, without query and fragment; never empty.
  let path: String
  let query: String

  /// `nil` for anything else.
  init?(_ address: String) {
    let address = Self.cleaned(address)
    guard let scheme = Self.scheme(of: address), scheme == "http" || scheme == "https" else {
      return nil
    }
    let rest = address.utf8.dropFirst(scheme.utf8.count + 1)
    guard rest.starts(with: "//".utf8) else { return nil }
    let afterSlashes = rest.dropFirst(2)
    let host = afterSlashes.prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty else { return nil }
    origin = scheme + "://" + String(decoding: host, as: UTF8.self)
    let place = afterSlashes[host.endIndex...]
    let bare = place.prefix { $0 != UInt8(ascii: "#") }
    let path = bare.prefix { $0 != UInt8(ascii: "?") }
    self.path = path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
    query = String(decoding: bare[path.endIndex...], as: UTF8.self)
  }

  /// The absolute address of `reference`, as RFC 3986, section 5, describes it for http.
  func resolving(_ reference: String) -> String {
    let reference = Self.cleaned(reference)
    if Self.scheme(of: reference) != nil { return reference }
    if reference.hasPrefix("//") { return String(origin.prefix { $0 != "/" }) + reference }
    if reference.isEmpty { return origin + path + query }
    if reference.hasPrefix("#") { return origin + path + query + reference }
    if reference.hasPrefix("?") { return origin + path + reference }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let place = reference.prefix { $0 != "?" && $0 != "#" }
    let rest = reference[place.endIndex...]
    let parts = place.split(separator: "/", omittingEmptySubsequences: false)
    var kept: [Substring] = reference.hasPrefix("/") ? [] : Array(folder.dropFirst())
    for (index, part) in (reference.hasPrefix("/") ? parts.dropFirst() : parts[...]).enumerated() {
      let isLast = index == parts.count - (reference.hasPrefix("/") ? 2 : 1)
      switch part {
      case "..":
        _ = kept.popLast()
        if isLast { kept.append("") }
      case ".":
        if isLast { kept.append("") }
      default: kept.append(part)
      }
    }
    return origin + "/" + kept.joined(separator: "/") + rest
  }

  /// The scheme in lower case, where the address begins with one.
  static func scheme(of address: String) -> String? {
    let scheme = address.utf8.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
        || byte == 0x2D || byte == 0x2E
    }
    guard scheme.count >= 2, scheme.endIndex < address.utf8.endIndex,
      address.utf8[scheme.endIndex] == UInt8(ascii: ":"), let first = scheme.first,
      (0x61...0x7A).contains(first | 0x20)
    else { return nil }
    return String(decoding: scheme, as: UTF8.self).lowercased()
  }

  /// Without white space around it and line breaks in it, as browsers take addresses.
  static func cleaned(_ address: String) -> String {
    // Nearly all are clean, and a page may have fifty thousand.
    if address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) { return address }
    var bytes = Array(address.utf8.filter { $0 >= 0x20 && $0 != 0x7F })
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes.drop { $0 == 0x20 }, as: UTF8.self)
  }
}
