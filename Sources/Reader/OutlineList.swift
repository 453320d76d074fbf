internal import RejoinderCore

/// The outline, while it is shown: what supports what, as a tree that can be walked.
struct OutlineList: Sendable {
  private(set) var outline = Outline.empty
  /// Index into the outline's rows.
  private(set) var chosen = 0
  /// What the outline was made of.
  private(set) var source: Source?
  /// What was last asked for.
  var asked: Source?

  /// One state of one essay's marking.
  struct Source: Sendable, Hashable {
    var request: Int
    var revision: Int
  }

  var rows: [Outline.Row] { outline.rows }

  var chosenStatement: Outline.Statement? { statement(at: chosen) }

  func statement(at row: Int) -> Outline.Statement? {
    rows.indices.contains(row) ? outline.statements[rows[row].statement] : nil
  }

  /// - Parameter cursor: Where the reader is in the text; the statement there is chosen, unless the
  ///   outline was walked before.
  mutating func take(_ outline: Outline, of source: Source, cursor: Passage?) {
    let kept = self.source == nil ? cursor : chosenStatement?.passage ?? cursor
    self.outline = outline
    self.source = source
    choose(kept)
  }

  /// Chooses the statement at a place, else the last one before it.
  mutating func choose(_ passage: Passage?) {
    guard let passage else {
      chosen = 0
      return
    }
    let statements = outline.statements
    let next = statements.partitionIndex { $0.passage.start > passage.start }
    let index = max(0, next - 1)
    chosen = rows.firstIndex { $0.statement == index } ?? 0
  }

  mutating func move(by distance: Int) {
    chosen = min(max(0, chosen + distance), max(0, rows.count - 1))
  }

  /// Goes on by so many claims, over the premises between them.
  mutating func moveClaims(by distance: Int) {
    var left = abs(distance)
    let step = distance < 0 ? -1 : 1
    var row = chosen
    while left > 0, rows.indices.contains(row + step) {
      row += step
      if statement(at: row)?.claim != nil {
        chosen = row
        left -= 1
      }
    }
  }
}
