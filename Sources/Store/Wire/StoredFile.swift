import FoundationEssentials
import RejoinderCore

/// The shape of one kind of file in the store; see `docs/file-format.md`.
protocol StoredFile: Codable {
  var schemaVersion: Int { get }
  /// The version in which files of this kind are written.
  static var newestVersion: Int { get }
  /// Whether a file of this kind may hold so much that it is written without line breaks.
  var isLarge: Bool { get }
  /// Whether files of this kind carry a sum; those that people write by hand do not.
  static var isSealed: Bool { get }
  /// Whether what lacks its sum counts as a change of its own, made by hand.
  static var notesHandEdits: Bool { get }
  /// Reads a file that is wanted before the first frame: `Codable` would take longer than the frame.
  /// `nil` leaves it to `Codable`.
  static func read(_ members: JSONFields) -> Self?
  /// What can still be read of bytes that are no file of this kind any more; `nil` for nothing.
  static func salvaged(from bytes: [UInt8]) -> Self?
  /// The best that can be made of what a damaged file still holds and of the revision before it.
  static func restored(from rest: Self?, _ previous: Self?) -> Self?
}

extension StoredFile {
  static var newestVersion: Int { currentSchemaVersion }
  var isLarge: Bool { false }
  static var isSealed: Bool { true }
  static var notesHandEdits: Bool { false }
  static func read(_ members: JSONFields) -> Self? { nil }
  static func salvaged(from bytes: [UInt8]) -> Self? { nil }
  static func restored(from rest: Self?, _ previous: Self?) -> Self? { rest ?? previous }
}

/// What was found under a file's name.
enum Stored<File> {
  case missing
  case good(File)
  /// Written by a newer version of the program; `nil` where this one cannot read any of it.
  case newer(File?, version: Int)
  /// Says that it was written by a newer version, and was sealed as a file of this one.
  case misdated(File, version: Int)
  /// The words finish the sentence "the file …"; what could still be read comes along.
  case damaged(String, File?)
}

enum JSONCoding {
  static func decode<File: StoredFile>(_ type: File.Type, from bytes: [UInt8]) -> Stored<File> {
    if bytes.isEmpty { return .damaged("is empty", nil) }
    guard case .object(let file)? = JSONValue(parsing: bytes) else {
      return .damaged("is not JSON of this store", File.salvaged(from: bytes))
    }
    guard case .integer(let number)? = file["schemaVersion"], let version = Int(exactly: number)
    else { return .damaged("is not JSON of this store", File.salvaged(from: bytes)) }
    let newest = File.newestVersion
    if File.isSealed, version != newest, let meant = withRightVersion(file) {
      let file = try? shape(type, meant)
      if version > newest, let file { return .misdated(file, version: version) }
      return .damaged("says schema version \(version) and was written as \(newest)", file)
    }
    if version > newest {
      return .newer(try? JSONDecoder().decode(type, from: Data(bytes)), version: version)
    }
    guard version >= Migration.oldest else {
      return .damaged(
        "has the schema version \(version), which never was", File.salvaged(from: bytes))
    }
    let current = Migration.migrate(file, from: version, to: newest)
    guard !File.isSealed || Seal.isWhole(current) else {
      return .damaged("does not match its sum", File.salvaged(from: bytes))
    }
    do {
      if File.notesHandEdits, version == newest, let noted = HandEdit.noted(in: current) {
        return .good(try shape(type, noted))
      }
      return .good(try shape(type, current, written: version == newest ? bytes : nil))
    } catch {
      return .damaged("has a wrong shape", File.salvaged(from: bytes))
    }
  }

  /// What a file says, whether or not its sum fits: for words that nothing else is left of.
  static func decodeUnsealed<File: StoredFile>(
    _ type: File.Type, from bytes: [UInt8]
  ) -> File? {
    guard case .object(var file)? = JSONValue(parsing: bytes) else { return nil }
    file[Seal.field] = nil
    if case .array(let records)? = file[Seal.list] {
      file[Seal.list] = .array(records.map(Seal.seal))
    }
    file["schemaVersion"] = .integer(Int64(currentSchemaVersion))
    return try? shape(type, file)
  }

  /// - Parameter written: The bytes that say the same, where there are any.
  private static func shape<File: StoredFile>(
    _ type: File.Type, _ file: JSONFields, written: [UInt8]? = nil
  ) throws -> File {
    if let read = type.read(file) { return read }
    var file = file
    var isAltered = false
    if File.isSealed, case .array(let records)? = file[Seal.list] {
      // A record that does not match its sum counts as one that cannot be understood.
      let checked = records.map { Seal.isWhole($0.members) ? $0 : .null }
      isAltered = checked.contains(.null)
      file[Seal.list] = .array(checked)
    }
    let bytes = isAltered ? nil : written
    return try JSONDecoder().decode(
      type, from: Data(bytes ?? JSONValue.object(file).canonical))
  }

  /// Keys in alphabetical order, so that equal content gives equal bytes; records one a line, so that
  /// damage to one leaves the others readable.
  static func encode<File: StoredFile>(_ file: File) throws(LibraryError) -> [UInt8] {
    let value: JSONValue?
    do {
      value = JSONValue(parsing: Array(try JSONEncoder().encode(file)))
    } catch {
      throw LibraryError(.inputOutput, "cannot write as JSON: \(error); nothing was changed")
    }
    guard let value else {
      throw LibraryError(.inputOutput, "cannot write as JSON; nothing was changed")
    }
    let sealed = File.isSealed ? Seal.seal(value) : value
    var writer = JSONWriter()
    writer.write(sealed, isLarge: file.isLarge)
    return writer.bytes
  }

  /// The version that a file says it has, whatever else is in it.
  static func version(of bytes: [UInt8]) -> Int? {
    guard case .integer(let version)? = JSONValue(parsing: bytes)?.members["schemaVersion"] else {
      return nil
    }
    return Int(exactly: version)
  }

  /// The file with the version as which it was sealed; `nil` where that cannot be told.
  private static func withRightVersion(_ file: JSONFields) -> JSONFields? {
    guard file[Seal.field] != nil else { return nil }
    var meant = file
    meant["schemaVersion"] = .integer(Int64(currentSchemaVersion))
    return Seal.isWhole(meant) ? meant : nil
  }
}

extension JSONWriter {
  /// Writes a whole file.
  fileprivate mutating func write(_ file: JSONValue, isLarge: Bool) {
    if case .object(let members) = file, case .array? = members[Seal.list] {
      writeLines(of: members)
    } else if isLarge {
      write(file)
    } else {
      write(file, indentation: 0)
    }
    put("\n")
  }

  private mutating func writeLines(of members: JSONFields) {
    for (index, member) in members.fields.enumerated() {
      put(index == 0 ? "{" : ",")
      write(member.name)
      put(":")
      guard member.name == Seal.list, case .array(let records) = member.value else {
        write(member.value)
        continue
      }
      put("[")
      for (index, record) in records.enumerated() {
        put(index == 0 ? "\n" : ",\n")
        write(record)
      }
      put("\n]")
    }
    put("}")
  }
}

extension KeyedDecodingContainer {
  /// A time in ISO 8601.
  func timestamp(forKey key: Key) throws -> Timestamp {
    let text = try decode(String.self, forKey: key)
    guard let time = Timestamp(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "not a time in UTC: \(text)")
    }
    return time
  }
}
