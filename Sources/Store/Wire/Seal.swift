internal import RejoinderCore

/// The sum that a record carries, so that a byte that has changed is noticed: the hash ``FNV1a``
/// of the record's canonical JSON without the sum, as 16 hexadecimal digits.
///
/// It guards against failing disks and careless tools, not against somebody who wants to deceive. A
/// record without a sum was written by hand and counts as whole.
enum Seal {
  static let field = "sum"
  /// A list whose elements carry sums of their own and are no part of the file's.
  static let list = "records"

  static func sum(of record: JSONFields) -> String {
    var content = record
    content[field] = nil
    content[list] = nil
    return FNV1a(JSONValue.object(content).canonical).value.hexadecimal
  }

  static func seal(_ record: JSONValue) -> JSONValue {
    guard case .object(var members) = record else { return record }
    members[field] = .string(sum(of: members))
    if case .array(let records)? = members[list] { members[list] = .array(records.map(seal)) }
    return .object(members)
  }

  /// Whether a record is as it was sealed; elements of its list are not looked at.
  static func isWhole(_ record: JSONFields) -> Bool {
    guard let sum = record[field] else { return true }
    return sum == .string(self.sum(of: record))
  }
}
