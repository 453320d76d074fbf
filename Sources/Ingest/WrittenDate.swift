/// Dates as people write them under a title.
enum WrittenDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads "March 3, 2021", "3 March 2021", "Mar. 3, 2021" and "2021-03-03".
  ///
  /// - Returns: ISO 8601, or `nil` for anything else.
  static func iso(_ text: String) -> String? {
    let words = text.split { " ,.".contains($0) }.map { $0.lowercased() }
    if words.count == 1 { return isoDigits(words[0]) }
    guard words.count == 3, let year = Int(words[2]), (1500...2999).contains(year) else {
      return nil
    }
    guard let month = month(words[0]) ?? month(words[1]),
      let day = Int(words[0]) ?? Int(words[1]), (1...31).contains(day)
    else { return nil }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// The date of a time such as "2021-03-03T10:00:00Z" or "2021-03-03 10:00".
  static func isoPrefix(_ text: String) -> String? {
    let text = text.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
    guard text.utf8.count > 10, let mark = text.dropFirst(10).first, mark == "T" || mark == " "
    else { return nil }
    return isoDigits(String(text.prefix(10)))
  }

  /// The first date that stands among other words.
  static func within(_ text: String) -> String? {
    let words = text.split { $0.isWhitespace || "|·•()".contains($0) }.map(String.init)
    for index in words.indices {
      if let date = isoPrefix(words[index] + " ") ?? iso(words[index]) { return date }
      if index + 3 <= words.count,
        let date = iso(words[index..<(index + 3)].joined(separator: " "))
      {
        return date
      }
    }
    return nil
  }

  private static func isoDigits(_ word: String) -> String? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), year > 0, (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return word
  }

  private static let longMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "sept",
  ]

  private static func month(_ word: String) -> Int? {
    guard months.contains(word) || longMonths.contains(word) else { return nil }
    return months.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
