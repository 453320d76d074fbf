internal import RejoinderCore

/// The rows of an essay's paragraphs at one width, broken when they are first needed.
///
/// What is here can always be computed anew from the text; `update` fills it ahead so that drawing
/// finds it ready.
struct TextLayout: Sendable {
  private(set) var columns: Int
  private var rows: [Int: [Passage]] = [:]

  /// More paragraphs than any screen shows; beyond it the layout starts afresh.
  private static let capacity = 4096

  init(columns: Int) {
    self.columns = columns
  }

  func rows(of paragraph: Int, in text: EssayText) -> [Passage] {
    if let known = rows[paragraph] { return known }
    guard text.paragraphs.indices.contains(paragraph) else { return [] }
    return broken(text.paragraphs[paragraph], of: text)
  }

  private func broken(_ paragraph: Paragraph, of text: EssayText) -> [Passage] {
    ParagraphShape(of: paragraph, columns: columns).breaker.rows(
      of: paragraph.passage, in: text.utf8, marks: text.marks(in: paragraph.passage)
    ) { _ in false }
  }

  /// Breaks the given paragraphs now, so that asking for them later costs nothing.
  mutating func prepare(_ paragraphs: Range<Int>, of text: EssayText) {
    if rows.count > Self.capacity { rows.removeAll(keepingCapacity: true) }
    for paragraph in paragraphs.clamped(to: text.paragraphs.indices)
    where rows[paragraph] == nil {
      rows[paragraph] = broken(text.paragraphs[paragraph], of: text)
    }
  }

  /// Takes another width; `true` when that changes anything.
  mutating func resize(columns: Int) -> Bool {
    guard columns != self.columns else { return false }
    self.columns = columns
    rows.removeAll(keepingCapacity: true)
    return true
  }

  mutating func forget() {
    rows.removeAll(keepingCapacity: true)
  }
}
