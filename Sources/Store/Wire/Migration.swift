/// The version of the file format that this program writes.
let currentSchemaVersion = 2

/// Brings files of earlier versions up to date, one version at a time.
enum Migration {
  /// What makes a file of version `n` one of version `n + 1` stands at `n`. Files are written in the
  /// newest version when they next change; until then they stay as they are.
  private static let steps: [Int: @Sendable (JSONFields) -> JSONFields] = [
    1: sealed
  ]

  static let oldest = 1

  /// - Parameter version: From ``oldest`` up to `newest`.
  static func migrate(
    _ file: JSONFields, from version: Int, to newest: Int
  ) -> JSONFields {
    var file = file
    for version in version..<max(version, newest) {
      if let step = steps[version] { file = step(file) }
      file["schemaVersion"] = .integer(Int64(version + 1))
    }
    return file
  }

  /// Version 2 brought the sums. What version 1 kept under that name was somebody else's.
  private static func sealed(_ file: JSONFields) -> JSONFields {
    var file = file
    file[Seal.field] = nil
    if case .array(let records)? = file[Seal.list] {
      file[Seal.list] = .array(
        records.map { record in
          guard case .object(var members) = record else { return record }
          members[Seal.field] = nil
          return .object(members)
        })
    }
    return file
  }
}
