internal import RejoinderCore
internal import TerminalKit

/// A text that is too long to be read at once: where one of its parts ends, the next one begins.
extension Model {
  /// Where the page stands in a part that was gone to.
  enum PartEdge: Sendable, Hashable { case start, end }

  /// Moves, unless the part that is open ends there: then the one behind that edge is opened.
  mutating func turning(
    _ distance: Int, at now: Timestamp, _ move: (inout Model) -> Void
  ) -> [Effect] {
    guard mode == .reading, isAtEdge(distance > 0 ? .end : .start),
      let number = neighbour(distance)
    else {
      move(&self)
      return []
    }
    return openPart(number, at: distance > 0 ? .start : .end, now: now)
  }

  /// Goes to the text's first or last row, in whichever part that is.
  mutating func goToEdge(_ edge: PartEdge, at now: Timestamp) -> [Effect] {
    let number = edge == .start ? 1 : reading?.essay.parts ?? 1
    if mode == .reading, let reading, reading.part != number {
      return openPart(number, at: edge, now: now)
    }
    let effects = staying()
    switch edge {
    case .start: scrollToStart()
    case .end: scrollToEnd()
    }
    return effects
  }

  /// Gives up a part that was asked for just before: the reader wants to be in the open one after all.
  private mutating func staying() -> [Effect] {
    guard let request = awaitedRequest, awaitedPart != nil else { return [] }
    (awaitedRequest, awaitedPart) = (nil, nil)
    notice = nil
    return [.abandon(request: request)]
  }

  mutating func scroll(byPages pages: Int, at now: Timestamp) -> [Effect] {
    turning(pages, at: now) { $0.scroll(by: pages * max(1, $0.geometry.page.count - 2)) }
  }

  mutating func scroll(byHalfPages halves: Int, at now: Timestamp) -> [Effect] {
    turning(halves, at: now) { $0.scroll(by: halves * max(1, $0.geometry.page.count / 2)) }
  }

  /// Goes to another claim; behind a part's last one, to the beginning of the next part, and before its
  /// first one, to the end of the one before.
  mutating func turnClaims(_ distance: Int, at now: Timestamp) -> [Effect] {
    guard !moveClaims(distance), mode == .reading, let number = neighbour(distance) else {
      return []
    }
    return openPart(number, at: distance > 0 ? .start : .end, now: now)
  }

  /// Goes to another sentence; behind a part's last one, as ``turnClaims(_:at:)``.
  mutating func turnSentences(_ distance: Int, at now: Timestamp) -> [Effect] {
    guard !moveSentences(distance), mode == .reading, let number = neighbour(distance) else {
      return []
    }
    return openPart(number, at: distance > 0 ? .start : .end, now: now)
  }

  /// The part behind or before the one that is open.
  private func neighbour(_ distance: Int) -> Int? {
    guard let reading else { return nil }
    let number = reading.part + distance.signum()
    return (1...max(1, reading.essay.parts)).contains(number) ? number : nil
  }

  private func isAtEdge(_ edge: PartEdge) -> Bool {
    guard let reading, reading.essay.parts > 1 else { return false }
    switch edge {
    case .start: return reading.top <= RowAddress(paragraph: RowAddress.header, row: 0)
    case .end: return isAtEnd
    }
  }

  private mutating func openPart(_ number: Int, at edge: PartEdge, now: Timestamp) -> [Effect] {
    guard let path = reading?.essay.metadata.source.path else { return [] }
    // Keys that come faster than the part do not ask for it again.
    if awaitedRequest != nil, awaitedPart?.number == number { return [] }
    let effects = open(
      .part(number, of: path), named: EssaySource(part: number, of: path).name, at: now)
    if awaitedRequest != nil { awaitedPart = AwaitedPart(number: number, edge: edge) }
    return effects
  }

  /// Puts the page at the edge of the part that has come; what it shows when it is opened by itself
  /// does not count here.
  mutating func stand(at edge: PartEdge) {
    reading?.wantedFocus = nil
    reading?.edge = edge
    prepareLayout()
    switch edge {
    case .start: scrollToStart()
    case .end: scrollToEnd()
    }
    prepareLayout()
  }
}

/// A part that was asked for.
struct AwaitedPart: Sendable, Hashable {
  var number: Int
  var edge: Model.PartEdge
}

extension Reading {
  /// Which part of its text it is, counted from 1.
  var part: Int { essay.metadata.source.part }
}
