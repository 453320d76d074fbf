import Glibc
import RejoinderCore
import Testing

@testable import Store

/// A JSON store with one essay, three annotations, two replies and a place.
struct StoreFixture {
  let folder: TemporaryFolder
  let id: EssayID
  static let annotations = [Fixture.note("a"), Fixture.note("b"), Fixture.note("c")]
  static let place = ReadingPlace(top: 24, focus: 25, furthest: 100, seen: Fixture.time(3000))

  /// Where the essay's files lie, relative to the temporary folder.
  var essay: String { "store/essays/\(id.rawValue)" }
  private let calls: SystemCalls
  var library: JSONLibrary {
    JSONLibrary(root: folder.path + "/store", patience: 2000, calls: calls)
  }

  /// - Parameter isSynced: Whether files are written through to the disk; without it a test that does
  ///   so ten thousand times takes seconds and not minutes.
  init(isSynced: Bool = true) throws {
    folder = try TemporaryFolder()
    var calls = SystemCalls.live
    if !isSynced { calls.sync = { _ in 0 } }
    self.calls = calls
    let library = JSONLibrary(root: folder.path + "/store", patience: 2000, calls: calls)
    id = try Self.fill(library)
  }

  static func fill(_ library: JSONLibrary) throws -> EssayID {
    let id = try library.register(Fixture.essay(), as: nil, at: Fixture.time(1))
    _ = try library.record(annotations, in: id)
    _ = try library.record(Fixture.reply("r", "First reply"), in: id)
    _ = try library.record(Fixture.reply("s", "Second reply"), in: id)
    try library.record(place, in: id)
    return id
  }

  /// Names in the essay's folder and in that of its replies.
  func names() throws -> [String] { try folder.entries(in: essay) }

  /// The permission bits of an entry; links are not followed.
  func mode(_ path: String) -> mode_t {
    var entry = stat()
    return lstat(path, &entry) == 0 ? entry.st_mode & 0o7777 : 0
  }
}
