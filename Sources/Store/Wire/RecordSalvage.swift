/// Finds records in bytes that are no JSON any more.
///
/// A record is taken where its braces match, it parses by itself, and it matches its sum. A string
/// never goes on over the end of a line, so what a damaged line does to quotation marks ends with it.
enum RecordSalvage {
  static func records(in bytes: [UInt8]) -> [JSONValue] {
    var records: [JSONValue] = []
    var index = 0
    // A hostile file of opening braces alone must not take for ever.
    var budget = 32 * bytes.count + 4096
    while index < bytes.count, budget > 0 {
      guard bytes[index] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      let end = matchingBrace(of: index, in: bytes, budget: &budget)
      if let end, let record = record(bytes[index..<end]) {
        records.append(record)
        index = end
      } else {
        index += 1
      }
    }
    return records
  }

  private static func record(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    guard let value = JSONValue(parsing: bytes) else { return nil }
    let members = value.members
    guard members["id"] != nil, members["quote"] != nil, Seal.isWhole(members) else { return nil }
    return value
  }

  /// The index after the brace that closes the one at `start`.
  private static func matchingBrace(
    of start: Int, in bytes: [UInt8], budget: inout Int
  ) -> Int? {
    var depth = 0
    var isInString = false
    var index = start
    defer { budget -= index - start + 1 }
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A where isInString: return nil
      case UInt8(ascii: "\\") where isInString: index += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}
