import FoundationEssentials
import RejoinderCore

/// The shape of one kind of file in the store; see `docs/file-format.md`.
protocol StoredFile: Codable {
  var schemaVersion: Int { get }
  /// Whether a file of this kind may hold so much that it is written without line breaks.
  var isLarge: Bool { get }
}

extension StoredFile {
  var isLarge: Bool { false }
}

/// The version of the file format that this program writes.
let currentSchemaVersion = 1

/// What was found under a file's name.
enum Stored<File> {
  case missing
  case good(File)
  /// Written by a newer version of the program; `nil` where this one cannot read any of it.
  case newer(File?, version: Int)
  /// The words finish the sentence "the file …".
  case damaged(String)
}

enum JSONCoding {
  static func decode<File: StoredFile>(_ type: File.Type, from bytes: [UInt8]) -> Stored<File> {
    if bytes.isEmpty { return .damaged("is empty") }
    let data = Data(bytes)
    let decoder = JSONDecoder()
    do {
      let file = try decoder.decode(type, from: data)
      if file.schemaVersion == currentSchemaVersion { return .good(file) }
      if file.schemaVersion > currentSchemaVersion {
        return .newer(file, version: file.schemaVersion)
      }
      return .damaged("has the schema version \(file.schemaVersion), which never was")
    } catch {
      let version = version(of: bytes)
      if let version, version > currentSchemaVersion { return .newer(nil, version: version) }
      return .damaged(version == nil ? "is not JSON of this store" : "has a wrong shape")
    }
  }

  /// Keys in alphabetical order, so that equal content gives equal bytes.
  static func encode(_ file: some StoredFile) throws(LibraryError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !file.isLarge { encoder.outputFormatting.insert(.prettyPrinted) }
    do {
      return try Array(encoder.encode(file)) + [0x0A]
    } catch {
      throw LibraryError(.inputOutput, "cannot write as JSON: \(error); nothing was changed")
    }
  }

  /// The version that a file says it has, whatever else is in it.
  static func version(of bytes: [UInt8]) -> Int? {
    (try? JSONDecoder().decode(Header.self, from: Data(bytes)))?.schemaVersion
  }

  private struct Header: Decodable {
    var schemaVersion: Int
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
