internal import RejoinderCore

/// How many claims are highlighted.
extension Model {
  /// Highlights more claims, or fewer, by so many levels. The cursor stays where it is.
  mutating func changeHighlighting(by levels: Int) {
    guard let reading else { return }
    let all = HighlightLevel.allCases
    let wanted = min(max(reading.level.rawValue + levels, all.startIndex + 1), all.count)
    guard let level = HighlightLevel(rawValue: wanted) else { return }
    if level != reading.level {
      self.reading?.level = level
      self.reading?.placeChanged = true
      refreshMarking()
    }
    notice = Notice(
      text: Phrase.highlighting(
        level, claims: self.reading?.marking.claims.count ?? 0, key: highlightingKey(at: level)))
  }

  /// The key that goes on, from the level that is neither the first nor the last.
  private func highlightingKey(at level: HighlightLevel) -> String? {
    let command: Command? =
      switch level {
      case .fewest: .showMore
      case .all: .showFewer
      case .few, .usual, .more: nil
      }
    return command.flatMap { keyMap.notation(for: $0, in: .reading) }
  }
}
