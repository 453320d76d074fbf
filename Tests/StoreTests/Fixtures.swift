import RejoinderCore

/// Short names for what the tests write down.
enum Fixture {
  static let words = """
    All wars are avoidable. Those who say otherwise have a war to sell.

    Diplomacy failed in 1914 because nobody tried it. “Nobody”, said Zürich, “wanted to”.

    Therefore every government should try longer than it wants to.
    """

  /// The field with the schema version, as the store's files have it.
  static var version: Regex<Substring> { /"schemaVersion" ?: ?2/ }

  static func essay(
    _ words: String = words, source: EssaySource = .file("/essays/wars.txt"),
    title: String? = "On wars"
  ) -> Essay {
    Essay(
      metadata: EssayMetadata(
        title: title, author: "A. Writer", date: "2024-05-17", language: "en", source: source),
      text: EssayText(canonical: words),
      offers: [SourceOffer(kind: .commentForm, text: "Leave a Reply")])
  }

  /// One with everything that a layout and a page can have.
  static func laidOut() -> Essay {
    var essay = essay()
    var paragraphs = essay.text.paragraphs
    paragraphs[0].kind = .heading(level: 2)
    paragraphs[1].kind = .listItem
    paragraphs[1].nesting = Nesting(
      quotations: 2, item: ListItem(.task(isDone: true), depth: 3, isContinued: true),
      isTight: true)
    paragraphs[2].kind = .tableRow
    let spans: [TextSpan.Kind] = [.emphasis, .strong, .code, .struck, .link(1), .note(2)]
    essay.text = EssayText(
      utf8: essay.text.utf8, paragraphs: paragraphs,
      spans: spans.enumerated().map { TextSpan(Passage(start: $0, end: $0 + 3), $1) },
      references: [Reference("https://example.org/")])
    let field = CommentForm.Field(
      name: "comment", type: "textarea", label: "Comment", isRequired: true)
    essay.offers.append(
      SourceOffer(
        kind: .commentForm, text: "Answer", address: "https://example.org/a",
        form: CommentForm(
          action: "/post", method: "post", encoding: "multipart/form-data", fields: [field])))
    essay.comments = [PageComment(author: "B.", date: nil, text: "No.", depth: 1)]
    essay.replacedBytes = 3
    essay.cut = "The rest is missing"
    essay.parts = 3
    return essay
  }

  static func time(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

  static func anchor(_ start: Int, _ end: Int, in essay: Essay = essay()) -> Anchor {
    Anchor(of: Passage(start: start, end: end), in: essay.text)
  }

  static func note(
    _ id: String, _ text: String = "Is this so?", at modified: Int64 = 1000, deleted: Bool = false
  ) -> Annotation {
    Annotation(
      id: id, anchor: anchor(0, 23), body: .note(text), created: time(1000),
      modified: time(modified), isDeleted: deleted)
  }

  /// A version that a session made of another one.
  static func changed(
    _ reply: Reply, _ text: String, by session: String, at modified: Int64
  ) -> Reply {
    var reply = reply
    reply.text = text
    reply.modified = time(modified)
    reply.versions = reply.versions.noting(session, at: reply.modified)
    return reply
  }

  static func changed(
    _ annotation: Annotation, _ text: String, by session: String, at modified: Int64
  ) -> Annotation {
    var annotation = annotation
    annotation.body = .note(text)
    annotation.modified = time(modified)
    annotation.versions = annotation.versions.noting(session, at: annotation.modified)
    return annotation
  }

  static func reply(_ id: String, _ text: String, at modified: Int64 = 2000) -> Reply {
    Reply(
      id: id, text: text, claims: [anchor(0, 23)], created: time(2000), modified: time(modified))
  }

  /// One annotation of each form.
  static let everyForm: [Annotation] = {
    let bodies: [Annotation.Body] = [
      .decision(.accepted), .decision(.rejected), .decision(.retyped(role: .thesis, kind: .policy)),
      .mark(kind: .value), .note("Line one\nline “two” \u{1F409}"),
      .counterargument(attack: .undercut, text: "No.", source: "Kellogg–Briand Pact, 1928"),
      .counterargument(attack: .rebuttal, text: "Never.", source: nil),
      .assessment(Assessment(counterargument: "p:1", rating: -2, pinned: true, dismissed: true)),
    ]
    return bodies.enumerated().map { index, body in
      Annotation(
        id: "form-\(index)", anchor: anchor(24, 67), body: body, created: time(Int64(index)),
        modified: time(5000), isDeleted: index % 2 == 1)
    }
  }()

  static let pack = ArgumentPack(
    title: "Against wars", author: "B. Reader",
    essay: EssayReference(title: "On wars", author: "A. Writer"),
    claims: [
      PackClaim(
        quote: "All wars are avoidable.", role: .thesis, kind: .fact, scheme: nil,
        counterarguments: [
          PackCounterargument(
            text: "Some are wars of defence.", attack: .rebuttal, source: "UN Charter, 1945")
        ])
    ])
}
