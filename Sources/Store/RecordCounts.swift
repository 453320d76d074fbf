import RejoinderCore

/// What the list of essays says of an essay's records.
struct RecordCounts: Hashable {
  /// Claims against which the reader has argued, and those that a reply cites.
  var claimsAnswered = 0
  /// Replies with text.
  var drafts = 0

  init(claimsAnswered: Int = 0, drafts: Int = 0) {
    self.claimsAnswered = claimsAnswered
    self.drafts = drafts
  }

  init(annotations: [Annotation], replies: [Reply]) {
    let living = replies.filter { !$0.isDeleted && !$0.text.isEmpty }
    let argued = annotations.filter(\.isLivingCounterargument).map(\.anchor.position)
    let cited = living.flatMap(\.claims).map(\.position)
    claimsAnswered = Passage.countDistinct(argued + cited)
    drafts = living.count
  }
}

extension Annotation {
  fileprivate var isLivingCounterargument: Bool {
    guard !isDeleted, case .counterargument = body else { return false }
    return true
  }
}

extension Passage {
  /// Each claim once, although its passage may have been noted with slightly other ends.
  fileprivate static func countDistinct(_ passages: [Passage]) -> Int {
    var count = 0
    var last: Passage?
    for passage in passages.sorted() {
      if let last, last == passage || last.matches(passage) { continue }
      count += 1
      last = passage
    }
    return count
  }
}
