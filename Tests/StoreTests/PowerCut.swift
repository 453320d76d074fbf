import RejoinderCore

@testable import Store

/// What may lie on a disk after the power was cut.
///
/// What was synced is there. Of everything later any part may be: POSIX promises no order between
/// writes, names and files that were not synced. A renaming either happened or did not, but both names
/// may be there.
struct PowerCut {
  /// What becomes of that which was not synced.
  enum Luck: Sendable, Hashable {
    case all, none
    /// Names are there, but the bytes of files are not.
    case namesWithoutBytes
    /// Each thing by itself.
    case chance(seed: UInt64)
  }

  private struct File {
    var safe: [UInt8] = []
    var unsafe: [UInt8] = []
  }

  private struct Folder {
    var safe: [String: SimulatedDisk.Inode] = [:]
    var unsafe: [SimulatedDisk.Event] = []
  }

  private var files: [SimulatedDisk.Inode: File] = [:]
  private var folders: [SimulatedDisk.Inode: Folder] = [0: Folder()]
  private var numbers: SplitMix64
  private let luck: Luck

  /// The disk after `events`, to be started from an empty one.
  static func disk(after events: some Sequence<SimulatedDisk.Event>, _ luck: Luck) -> SimulatedDisk
  {
    var cut = PowerCut(luck)
    for event in events { cut.take(event) }
    return SimulatedDisk(cut.rest())
  }

  private init(_ luck: Luck) {
    self.luck = luck
    var seed: UInt64 = 0
    if case .chance(let chosen) = luck { seed = chosen }
    numbers = SplitMix64(seed: seed)
  }

  private mutating func take(_ event: SimulatedDisk.Event) {
    switch event {
    case .made(let inode, let isFolder):
      if isFolder { folders[inode] = Folder() } else { files[inode] = File() }
    case .wrote(let inode, let bytes): files[inode]?.unsafe += bytes
    case .syncedFile(let inode):
      guard let file = files[inode] else { return }
      files[inode] = File(safe: file.safe + file.unsafe)
    case .syncedFolder(let inode):
      guard var folder = folders[inode] else { return }
      for event in folder.unsafe { Self.apply(event, to: &folder.safe, isWhole: true) }
      folder.unsafe = []
      folders[inode] = folder
    case .named(let folder, _, _), .renamed(let folder, _, _, _):
      folders[folder]?.unsafe.append(event)
    }
  }

  private static func apply(
    _ event: SimulatedDisk.Event, to names: inout [String: SimulatedDisk.Inode], isWhole: Bool
  ) {
    switch event {
    case .named(_, let name, let inode): names[name] = inode
    case .renamed(_, let old, let new, let inode):
      names[new] = inode
      if isWhole, names[old] == inode { names[old] = nil }
    case .made, .wrote, .syncedFile, .syncedFolder: break
    }
  }

  private mutating func happens() -> Bool {
    switch luck {
    case .all, .namesWithoutBytes: true
    case .none: false
    case .chance: Bool.random(using: &numbers)
    }
  }

  private mutating func rest() -> SimulatedDisk.Tree {
    var tree = SimulatedDisk.Tree()
    for inode in files.keys.sorted() {
      guard let file = files[inode] else { continue }
      tree.files[inode] = file.safe + remains(of: file.unsafe)
    }
    for inode in folders.keys.sorted() {
      guard let folder = folders[inode] else { continue }
      var names = folder.safe
      for event in folder.unsafe where happens() {
        Self.apply(event, to: &names, isWhole: happens())
      }
      tree.folders[inode] = names
    }
    return tree
  }

  /// Bytes that were not synced: there, not there, cut off, or never written where room was made.
  private mutating func remains(of bytes: [UInt8]) -> [UInt8] {
    switch luck {
    case .all: return bytes
    case .none, .namesWithoutBytes: return []
    case .chance:
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: return []
      case 1: return Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &numbers)))
      case 2: return [UInt8](repeating: 0, count: bytes.count)
      default: return bytes
      }
    }
  }
}
