/// Where a pattern lies in a text when a few bytes may differ.
struct Alignment: Equatable {
  /// Bytes put in, left out or replaced.
  var errors: Int
  /// Offsets into the text; `end` is exclusive.
  var start: Int
  var end: Int

  /// Finds the alignment of the whole pattern with the fewest errors.
  ///
  /// Instead of a full table only the furthest row reached on each diagonal is kept, one round for
  /// each error (Landau and Vishkin 1989, "Fast parallel and serial approximate string matching").
  /// Rows never go back, so the cost is at most diagonals × (errors + pattern), and for texts that
  /// are nearly equal little more than reading the pattern once.
  ///
  /// - Parameters:
  ///   - starts: Offsets into `text` at which the alignment may start; those before the text only
  ///     leave room to drift.
  ///   - drift: How many bytes more or fewer than the pattern up to the same point the text may have
  ///     beyond what `starts` allows; 0 where `starts` leaves room already.
  ///   - limit: The most errors that are of interest.
  /// - Returns: `nil` when more errors than `limit` are needed. Of equally good ends, the one that
  ///   makes the passage as long as the pattern.
  static func best(
    of pattern: [UInt8], in text: [UInt8], starts: ClosedRange<Int>, drift: Int, limit: Int
  ) -> Alignment? {
    var search = DiagonalSearch(
      pattern: pattern, text: text, starts: starts, drift: drift, coversText: false)
    return search.run(limit: limit)
  }

  /// The edit distance of two byte strings, or `nil` when it is above `limit`.
  static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
    var search = DiagonalSearch(
      pattern: first, text: second, starts: 0...0, drift: limit, coversText: true)
    return search.run(limit: limit)?.errors
  }
}

/// The state of one search; diagonal `d` pairs row `r` of the pattern with byte `r + d` of the text.
private struct DiagonalSearch {
  let pattern: [UInt8]
  let text: [UInt8]
  let starts: ClosedRange<Int>
  /// Whether only an alignment with the text's end counts.
  let coversText: Bool
  /// The diagonal at index 1; index 0 and the last one are never reached.
  let lowest: Int
  /// For each diagonal the furthest row, or -1, and where in the text its alignment started.
  var rows: [Int]
  var origins: [Int]

  init(
    pattern: [UInt8], text: [UInt8], starts: ClosedRange<Int>, drift: Int, coversText: Bool
  ) {
    self.coversText = coversText
    self.pattern = pattern
    self.text = text
    self.starts = starts
    lowest = starts.lowerBound - drift
    let diagonals = starts.count + 2 * drift + 2
    rows = Array(repeating: -1, count: diagonals)
    origins = Array(repeating: 0, count: diagonals)
  }

  mutating func run(limit: Int) -> Alignment? {
    for start in starts where start >= 0 && start <= text.count {
      let index = start - lowest + 1
      rows[index] = slide(from: 0, diagonal: start)
      origins[index] = start
    }
    if let found = finished(errors: 0) { return found }
    guard limit > 0 else { return nil }
    for errors in 1...limit {
      advance()
      if let found = finished(errors: errors) { return found }
    }
    return nil
  }

  /// Spends one more error on every diagonal.
  private mutating func advance() {
    // The row and origin that the diagonal to the left had before this round.
    var left = (row: -1, origin: 0)
    for index in 1..<(rows.count - 1) {
      let here = (row: rows[index], origin: origins[index])
      let right = (row: rows[index + 1], origin: origins[index + 1])
      let diagonal = lowest + index - 1
      let end = min(pattern.count, text.count - diagonal)
      var best = (row: -1, origin: 0)
      // A replaced byte comes first: of equal rows it changes the length least.
      if here.row >= 0, here.row < end { best = (here.row + 1, here.origin) }
      if right.row >= max(0, best.row), right.row < end { best = (right.row + 1, right.origin) }
      if left.row > best.row, left.row <= end { best = left }
      left = here
      guard best.row >= 0, best.row > here.row else { continue }
      rows[index] = slide(from: best.row, diagonal: diagonal)
      origins[index] = best.origin
    }
  }

  private func slide(from row: Int, diagonal: Int) -> Int {
    var row = row
    while row < pattern.count, row + diagonal < text.count, pattern[row] == text[row + diagonal] {
      row += 1
    }
    return row
  }

  private func finished(errors: Int) -> Alignment? {
    var best: Alignment?
    for index in 1..<(rows.count - 1) where rows[index] == pattern.count {
      let end = pattern.count + lowest + index - 1
      if coversText, end != text.count { continue }
      let found = Alignment(errors: errors, start: origins[index], end: max(origins[index], end))
      let surplus = abs(found.end - found.start - pattern.count)
      if let known = best, abs(known.end - known.start - pattern.count) <= surplus { continue }
      best = found
    }
    return best
  }
}
