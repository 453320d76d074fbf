extension Timestamp {
  private static let millisecondsInDay: Int64 = 86_400_000

  /// The time in UTC as ISO 8601 writes it, with milliseconds: `2024-05-17T09:30:00.250Z`.
  ///
  /// Years outside 0 to 9999 take a sign and at least six digits, as ISO 8601 allows by agreement.
  public var iso8601: String {
    let (day, rest) = milliseconds.quotientAndRemainder(roundedDownBy: Self.millisecondsInDay)
    let date = CivilDate(day: day)
    let seconds = rest / 1000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.digits($0, 2) }
    let year =
      (0...9999).contains(date.year)
      ? Self.digits(date.year, 4)
      : (date.year < 0 ? "-" : "+") + Self.digits(abs(date.year), 6)
    let calendar = [year, Self.digits(date.month, 2), Self.digits(date.day, 2)]
    return calendar.joined(separator: "-") + "T" + clock.joined(separator: ":") + "."
      + Self.digits(rest % 1000, 3) + "Z"
  }

  /// Reads what ``iso8601`` writes; the fraction may have one to nine digits or be missing, and is
  /// cut to milliseconds.
  ///
  /// - Returns: `nil` for anything else: other zones, impossible dates, leap seconds.
  public init?(iso8601 text: String) {
    var reader = DigitReader(bytes: Array(text.utf8))
    guard let year = reader.year(), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), reader.skip("T"), let hour = reader.number(2),
      reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
      let second = reader.number(2), let fraction = reader.milliseconds(), reader.skip("Z"),
      reader.isAtEnd
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard date.isPossible, hour < 24, minute < 60, second < 60 else { return nil }
    let clock = ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    // The first day that can be told begins before the first millisecond that can: hence 128 bits.
    let total = Int128(date.dayNumber) * Int128(Self.millisecondsInDay) + Int128(clock)
    guard let milliseconds = Int64(exactly: total) else { return nil }
    self.init(milliseconds: milliseconds)
  }

  private static func digits(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// A day of the Gregorian calendar, carried on before its introduction.
private struct CivilDate {
  var year: Int64
  /// 1 to 12.
  var month: Int64
  /// 1 to 31.
  var day: Int64

  init(year: Int64, month: Int64, day: Int64) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// - Parameter day: Days since 1970-01-01.
  ///
  /// Counts in eras of 400 years of 146,097 days whose years begin in March, so that the leap day
  /// is a year's last.
  init(day number: Int64) {
    let (era, dayOfEra) = (number + 719_468).quotientAndRemainder(roundedDownBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  var dayNumber: Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = marchYear.quotientAndRemainder(roundedDownBy: 400)
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  var isPossible: Bool {
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days: Int64 = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...days).contains(day)
  }
}

/// Reads fixed-width numbers from ASCII.
private struct DigitReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  /// Exactly `width` digits.
  mutating func number(_ width: Int) -> Int64? {
    guard digitCount >= width else { return nil }
    var value: Int64 = 0
    for _ in 0..<width {
      value = value * 10 + Int64(bytes[index] - 0x30)
      index += 1
    }
    return value
  }

  mutating func year() -> Int64? {
    if skip("+") { return (6...9).contains(digitCount) ? number(digitCount) : nil }
    if skip("-") { return (6...9).contains(digitCount) ? number(digitCount).map { -$0 } : nil }
    return digitCount == 4 ? number(4) : nil
  }

  mutating func milliseconds() -> Int64? {
    guard skip(".") else { return 0 }
    let width = digitCount
    guard (1...9).contains(width), let value = number(width) else { return nil }
    let powers: [Int64] = [100, 10, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
    return width <= 3 ? value * powers[width - 1] : value / powers[width - 1]
  }

  private var digitCount: Int {
    bytes[index...].prefix { (0x30...0x39).contains($0) }.count
  }
}

extension Int64 {
  fileprivate func quotientAndRemainder(roundedDownBy divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
