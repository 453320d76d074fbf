import Glibc
public import RejoinderCore

extension JSONLibrary {
  public func packShelf() throws(LibraryError) -> PackShelf {
    var shelf = PackShelf()
    guard let root = try openRoot() else { return shelf }
    do {
      let folder = try root.folder("packs")
      for name in try folder.names() where name.hasSuffix(".json") {
        let path = folder.path(of: name)
        switch try folder.contents(of: name) {
        case .missing: continue
        case .irregular: shelf.problems.append("\(path) is not a regular file: it is passed over")
        case .bytes(let bytes):
          do {
            shelf.packs.append(try ArgumentPack(json: bytes))
          } catch {
            shelf.problems.append("\(path) \(error.description): it is passed over")
          }
        }
      }
    } catch {
      if error.code == ENOENT { return shelf }
      throw error.readingFailed(root.path(of: "packs"))
    }
    return shelf
  }

  public func add(_ pack: ArgumentPack) throws(LibraryError) {
    let bytes: [UInt8]
    do {
      bytes = try pack.json()
    } catch {
      throw LibraryError(.inputOutput, "cannot add the pack: \(error.description)")
    }
    let name = Fingerprint(of: bytes).digits + ".json"
    try withLock("packs") { (root: borrowing Folder) throws(LibraryError) in
      do throws(SystemError) {
        let folder = try root.makeFolder("packs")
        let (name, isThere) = try Self.name(for: bytes, in: folder)
        if isThere { return try folder.confirm(name) }
        try folder.replace(name, with: bytes)
      } catch {
        throw error.writingFailed(
          "cannot add the argument pack", root.path(of: "packs/" + name),
          kept: "nothing was changed")
      }
    }
  }

  /// Where a pack lies, or can be put. A person may have changed the one that has its name: that stays.
  private static func name(
    for bytes: [UInt8], in folder: borrowing Folder
  ) throws(SystemError) -> (String, isThere: Bool) {
    let stem = Fingerprint(of: bytes).digits
    for number in 1...9999 {
      let name = stem + (number == 1 ? "" : "-\(number)") + ".json"
      switch try folder.contents(of: name) {
      case .missing: return (name, false)
      case .bytes(bytes): return (name, true)
      case .bytes, .irregular: continue
      }
    }
    throw SystemError(code: EEXIST)
  }
}
