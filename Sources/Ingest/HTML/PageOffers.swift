import RejoinderCore

/// What a page offers to those who want to answer: a form, an endpoint, an address.
struct PageOffers {
  private let document: HTMLDocument
  private let base: WebAddress?

  /// Fields beyond these belong to no comment form.
  private static let fieldLimit = 60
  private static let formLimit = 100

  init(of document: HTMLDocument, base: WebAddress?) {
    self.document = document
    self.base = base
  }

  var all: [SourceOffer] {
    [commentForm(), webmention(), mail()].compactMap(\.self)
  }

  // MARK: The form

  private func commentForm() -> SourceOffer? {
    let forms = document.indices(of: .form).prefix(Self.formLimit)
      .map { ($0, score(ofForm: $0)) }.filter { $0.1 > 0 }
    guard let index = forms.max(by: { $0.1 < $1.1 })?.0 else { return nil }
    let fields = fields(of: index)
    let written = document.string(of: .action, at: index) ?? ""
    let form = CommentForm(
      action: base?.resolving(written) ?? written,
      method: document.string(of: .method, at: index)?.lowercased() == "get" ? "get" : "post",
      encoding: document.string(of: .enctype, at: index)?.lowercased()
        ?? "application/x-www-form-urlencoded",
      fields: fields)
    return SourceOffer(kind: .commentForm, text: heading(before: index), form: form)
  }

  /// How surely a form is for comments: it has room for a text, and names itself so.
  private func score(ofForm index: Int) -> Int {
    let range = document.range(of: index)
    guard let area = range.first(where: { document.nodes[$0].tag == .textarea }) else { return 0 }
    var score = 0
    let names = [HTMLDocument.Attribute.id, .class, .action, .name].compactMap {
      document.string(of: $0, at: index)?.lowercased()
    }.joined(separator: " ")
    if names.contains("comment") { score += 4 }
    if names.contains("respond") || names.contains("reply") { score += 2 }
    if names.contains("contact") || names.contains("newsletter") || names.contains("search") {
      score -= 3
    }
    let areaNames = [HTMLDocument.Attribute.id, .name].compactMap {
      document.string(of: $0, at: area)?.lowercased()
    }.joined(separator: " ")
    if areaNames.contains("comment") { score += 3 }
    let heading = heading(before: index).lowercased()
    if ["comment", "reply", "respond", "answer", "say"].contains(where: heading.contains) {
      score += 2
    }
    return score
  }

  private func fields(of form: Int) -> [CommentForm.Field] {
    var fields: [CommentForm.Field] = []
    for index in document.range(of: form) where fields.count < Self.fieldLimit {
      guard let name = document.string(of: .name, at: index), !name.isEmpty else { continue }
      let type: String
      var value = document.string(of: .value, at: index) ?? ""
      switch document.nodes[index].tag {
      case .textarea:
        type = "textarea"
        value = rawText(of: index)
      case .select:
        type = "select"
        value = chosenOption(of: index)
      case .input:
        type = document.string(of: .type, at: index)?.lowercased() ?? "text"
        if ["button", "reset", "image", "file"].contains(type) { continue }
        if type == "checkbox" || type == "radio" {
          if document.bytes(of: .checked, at: index) == nil, type == "radio" { continue }
          if value.isEmpty { value = "on" }
        }
      default: continue
      }
      fields.append(
        CommentForm.Field(
          name: name, type: type, value: value, label: label(of: index),
          isRequired: document.bytes(of: .required, at: index) != nil))
    }
    return fields
  }

  private func rawText(of index: Int) -> String {
    document.range(of: index).filter { document.nodes[$0].tag == .text }
      .map { String(decoding: document.characters[document.nodes[$0].range], as: UTF8.self) }
      .joined()
  }

  private func chosenOption(of select: Int) -> String {
    let options = document.indices(of: .option, in: document.range(of: select))
    let chosen =
      options.first { document.bytes(of: .selected, at: $0) != nil } ?? options.first
    return chosen.map { document.string(of: .value, at: $0) ?? rawText(of: $0) } ?? ""
  }

  private func label(of index: Int) -> String? {
    if let id = document.string(of: .id, at: index) {
      let label = document.indices(of: .label).first { document.string(of: .for, at: $0) == id }
      let words = label.map { document.text(of: $0) } ?? ""
      if !words.isEmpty { return words }
    }
    var parent = document.nodes[index].parent
    while parent >= 0, document.nodes[parent].tag != .form {
      if document.nodes[parent].tag == .label {
        let words = document.text(of: parent)
        if !words.isEmpty { return words }
      }
      parent = document.nodes[parent].parent
    }
    return document.string(of: .placeholder, at: index)
      ?? document.string(of: .ariaLabel, at: index)
  }

  /// The last heading before a form, or what its button says.
  private func heading(before form: Int) -> String {
    let heading = document.nodes.indices[..<form].last {
      document.nodes[$0].tag.headingLevel != nil
    }
    let inside = document.range(of: form).first { document.nodes[$0].tag.headingLevel != nil }
    let words = (inside ?? heading).map { document.text(of: $0, upTo: 80) } ?? ""
    return words.isEmpty ? "Comment form" : words
  }

  // MARK: The rest

  private func webmention() -> SourceOffer? {
    for index in document.nodes.indices {
      let tag = document.nodes[index].tag
      guard tag == .link || tag == .a, document.has("webmention", in: .rel, at: index),
        let written = document.string(of: .href, at: index)
      else { continue }
      let address = base?.resolving(written) ?? written
      return SourceOffer(kind: .webmention, text: "Webmention", address: address)
    }
    return nil
  }

  private func mail() -> SourceOffer? {
    for index in document.indices(of: .a) {
      // Of fifty thousand links hardly one is a mailbox.
      guard let bytes = document.bytes(of: .href, at: index),
        bytes.first.map({ $0 | 0x20 }) == 0x6D,
        let written = document.string(of: .href, at: index),
        written.lowercased().hasPrefix("mailto:")
      else { continue }
      let address = written.dropFirst(7).prefix { $0 != "?" }
      // Without an address it is a button for telling others.
      guard address.contains("@") else { continue }
      let words = document.text(of: index, upTo: 80)
      return SourceOffer(
        kind: .mail, text: words.isEmpty ? String(address) : words, address: String(address))
    }
    return nil
  }
}
