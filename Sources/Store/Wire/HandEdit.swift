/// Who edits a record by hand leaves its sum out, and can hardly be expected to keep its history too. Then
/// the edit counts as the change of a session of its own: what the reader has written meanwhile without
/// knowing of it stands beside it, and neither takes the other's place.
enum HandEdit {
  /// The file with a change noted in every record that has no sum. Of several records with one identifier
  /// nobody knows which was made from which.
  ///
  /// - Returns: `nil` where all have their sums.
  static func noted(in file: JSONFields) -> JSONFields? {
    guard case .array(let records)? = file[Seal.list] else {
      return file[Seal.field] == nil ? noted(file) : nil
    }
    guard records.contains(where: { $0.members[Seal.field] == nil }) else { return nil }
    let counts = Dictionary(records.map { ($0.members["id"], 1) }, uniquingKeysWith: +)
    var file = file
    file[Seal.list] = .array(
      records.map { record in
        guard case .object(let members) = record, counts[members["id"]] == 1 else { return record }
        return .object(noted(members))
      })
    return file
  }

  private static func noted(_ record: JSONFields) -> JSONFields {
    // Of records without a history the later one stands, as it always did.
    guard record[Seal.field] == nil, case .string? = record["modified"],
      case .array(let versions)? = record["versions"], !versions.isEmpty
    else { return record }
    var noted = record
    noted["versions"] = .array(
      versions + [
        .object([
          "session": .string("hand-" + Seal.sum(of: record)),
          "changed": record["modified"] ?? .null,
        ])
      ])
    return noted
  }
}
