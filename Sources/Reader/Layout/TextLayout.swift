internal import RejoinderCore

/// The rows of an essay's heading and paragraphs at one width, broken when they are first needed.
///
/// What is here can always be computed anew from the essay; `update` fills it ahead so that drawing
/// finds it ready.
struct TextLayout: Sendable {
  private(set) var columns: Int
  /// In order of the paragraphs, a binary search away.
  private var known: [(paragraph: Int, rows: [Passage])] = []
  private var header: [PageRow]?

  /// More paragraphs than any screen shows; beyond it the layout starts afresh.
  private static let capacity = 4096

  init(columns: Int) {
    self.columns = columns
  }

  func rows(of paragraph: Int, in text: EssayText) -> [Passage] {
    let index = index(of: paragraph)
    if known.indices.contains(index), known[index].paragraph == paragraph {
      return known[index].rows
    }
    guard text.paragraphs.indices.contains(paragraph) else { return [] }
    return broken(text.paragraphs[paragraph], of: text)
  }

  private func broken(_ paragraph: Paragraph, of text: EssayText) -> [Passage] {
    ParagraphShape(of: paragraph, columns: columns).breaker.rows(
      of: paragraph.passage, in: text.utf8, marks: text.marks(in: paragraph.passage)
    ) { _ in false }
  }

  /// Title and byline, as far as the source shows them, and a gap.
  func header(of essay: EssayMetadata) -> [PageRow] { header ?? brokenHeader(of: essay) }

  private func brokenHeader(of essay: EssayMetadata) -> [PageRow] {
    guard let title = essay.title else { return [] }
    var rows = title.wrapped(columns: columns).map(PageRow.title)
    var byline = essay.author ?? ""
    if let date = essay.date { byline += byline.isEmpty ? date : " · " + date }
    if !byline.isEmpty { rows += byline.wrapped(columns: columns).map(PageRow.byline) }
    return rows + [.gap]
  }

  /// Breaks what stands around a place now, so that asking for it later costs nothing.
  ///
  /// - Parameter count: How many rows are wanted from `paragraph` on.
  mutating func prepare(around paragraph: Int, rows count: Int, of essay: Essay) {
    if known.count > Self.capacity { forget() }
    if header == nil { header = brokenHeader(of: essay.metadata) }
    var rest = count
    let first = max(0, min(paragraph - 2, essay.text.paragraphs.count))
    for next in first..<essay.text.paragraphs.count {
      guard rest > 0 else { return }
      let rows = prepare(next, of: essay.text)
      if next >= paragraph { rest -= rows }
    }
  }

  /// - Returns: How many rows the paragraph has.
  private mutating func prepare(_ paragraph: Int, of text: EssayText) -> Int {
    let index = index(of: paragraph)
    if known.indices.contains(index), known[index].paragraph == paragraph {
      return known[index].rows.count
    }
    let rows = broken(text.paragraphs[paragraph], of: text)
    known.insert((paragraph, rows), at: index)
    return rows.count
  }

  /// Where a paragraph's rows are, or belong.
  private func index(of paragraph: Int) -> Int {
    known.partitionIndex { $0.paragraph >= paragraph }
  }

  /// Takes another width; `true` when that changes anything.
  mutating func resize(columns: Int) -> Bool {
    guard columns != self.columns else { return false }
    self.columns = columns
    forget()
    return true
  }

  mutating func forget() {
    known.removeAll(keepingCapacity: true)
    header = nil
  }
}
