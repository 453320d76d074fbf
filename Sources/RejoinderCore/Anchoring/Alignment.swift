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
  ///   - starts: Offsets into `text` at which the alignment may start without an error.
  ///   - limit: The most errors that are of interest.
  /// - Returns: `nil` when more errors than `limit` are needed. Of equally good ends, the one that
  ///   makes the passage as long as the pattern.
  static func best(
    of pattern: [UInt8], in text: [UInt8], starts: ClosedRange<Int>, limit: Int
  ) -> Alignment? {
    var search = DiagonalSearch(
      pattern: pattern, text: text, starts: starts, limit: limit, coversText: false)
    return search.run(limit: limit)
  }

  /// The edit distance of two byte strings, or `nil` when it is above `limit`.
  static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
    var search = DiagonalSearch(
      pattern: first, text: second, starts: 0...0, limit: limit, coversText: true)
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
    pattern: [UInt8], text: [UInt8], starts: ClosedRange<Int>, limit: Int, coversText: Bool
  ) {
    self.coversText = coversText
    self.pattern = pattern
    self.text = text
    self.starts = starts
    lowest = starts.lowerBound - limit
    let diagonals = starts.count + 2 * limit + 2
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
    let earlier = rows
    let earlierOrigins = origins
    for index in 1..<(rows.count - 1) {
      let diagonal = lowest + index - 1
      var row = -1
      var origin = 0
      func consider(_ candidate: Int, from source: Int) {
        guard candidate > row, candidate <= pattern.count, candidate + diagonal <= text.count else {
          return
        }
        row = candidate
        origin = earlierOrigins[source]
      }
      // A replaced byte comes first: of equal rows it changes the length least.
      if earlier[index] >= 0 { consider(earlier[index] + 1, from: index) }
      if earlier[index + 1] >= 0 { consider(earlier[index + 1] + 1, from: index + 1) }
      if earlier[index - 1] >= 0 { consider(earlier[index - 1], from: index - 1) }
      if row < 0 || row < earlier[index] { continue }
      rows[index] = slide(from: row, diagonal: diagonal)
      origins[index] = origin
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
