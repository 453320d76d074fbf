internal import RejoinderCore

/// The outline: what supports what.
extension Model {
  mutating func openOutline() {
    guard let reading else { return }
    guard !reading.marking.claims.isEmpty else {
      notice = Notice(text: noClaimsYet)
      return
    }
    mode = .outline
    if outline.source == outlineSource {
      outline.choose(reading.cursor)
    } else if outline.asked != outlineSource {
      outline = OutlineList()
    }
  }

  mutating func closeOutline() {
    mode = .reading
  }

  /// Goes to the chosen statement in the text.
  mutating func goToStatement() {
    guard let statement = outline.chosenStatement else { return }
    mode = .reading
    focus(statement.passage)
  }

  /// Asks for the outline as the marking now is, if it is shown and was not asked for yet.
  mutating func outlineShown() -> [Effect] {
    guard mode == .outline || mode == .help && help.origin == .outline, let reading,
      let source = outlineSource, outline.asked != source
    else { return [] }
    outline.asked = source
    return [
      .outline(
        reading.marking, of: reading.essay, request: source.request, revision: source.revision)
    ]
  }

  mutating func take(_ found: Outline, request: Int, revision: Int) {
    let source = OutlineList.Source(request: request, revision: revision)
    guard source == outlineSource else { return }
    outline.take(found, of: source, cursor: reading?.cursor)
  }

  /// What an outline of the essay at hand would be made of.
  var outlineSource: OutlineList.Source? {
    reading.map { .init(request: $0.request, revision: $0.markingRevision) }
  }

  /// Whether the outline on the screen will change when an answer comes.
  var awaitsOutline: Bool { mode == .outline && outline.source != outlineSource }
}
