import Glibc
import Synchronization

@testable import Store

/// A file system in memory that remembers what was done to it in which order, so that the power can
/// be cut at any moment afterwards; see ``PowerCut``.
///
/// As on a real one, a file's bytes are safe when the file has been synced, and a name is safe when
/// its folder has been.
final class SimulatedDisk: Sendable {
  typealias Inode = Int

  enum Event: Sendable {
    case made(Inode, isFolder: Bool)
    case wrote(Inode, [UInt8])
    case syncedFile(Inode)
    case syncedFolder(Inode)
    /// A name in a folder now means another entry; `nil` for none.
    case named(folder: Inode, String, Inode?)
    /// Of two names in a folder; the second one meant something else before, or nothing.
    case renamed(folder: Inode, from: String, to: String, Inode)
  }

  /// What lies on the disk.
  struct Tree: Sendable {
    var folders: [Inode: [String: Inode]] = [0: [:]]
    var files: [Inode: [UInt8]] = [:]
  }

  private struct Open {
    var inode: Inode
    var position = 0
  }

  private struct State {
    var tree = Tree()
    var open: [Int32: Open] = [:]
    var locks: [Inode: Int32] = [:]
    var modified: [Inode: Int64] = [:]
    var modes: [Inode: mode_t] = [0: 0o700]
    var events: [Event] = []
    var nextInode = 1
    var nextDescriptor: Int32 = 1000
    var clock: Int64 = 0
  }

  private let state: Mutex<State>

  /// A disk on which all that lies is safe.
  init(_ tree: Tree = Tree()) {
    var state = State()
    state.tree = tree
    state.nextInode = (Array(tree.folders.keys) + Array(tree.files.keys)).max().map { $0 + 1 } ?? 1
    self.state = Mutex(state)
  }

  var events: [Event] { state.withLock { $0.events } }

  /// What lies on the disk now.
  var tree: Tree { state.withLock(\.tree) }

  /// The file under a path.
  func file(_ path: String) -> Inode? {
    state.withLock { Self.find(path[...], from: 0, in: $0) }
  }

  /// Permissions of everything that was made.
  var modes: Set<mode_t> { state.withLock { Set($0.modes.values) } }

  /// Paths of all files.
  var files: [String] {
    state.withLock { state in
      func walk(_ folder: Inode, _ path: String) -> [String] {
        (state.tree.folders[folder] ?? [:]).flatMap { name, inode in
          state.tree.folders[inode] == nil ? [path + name] : walk(inode, path + name + "/")
        }
      }
      return walk(0, "/").sorted()
    }
  }

  // MARK: Paths

  private static func find(_ path: Substring, from folder: Inode, in state: State) -> Inode? {
    var current = path.hasPrefix("/") ? 0 : folder
    for part in path.split(separator: "/") where part != "." {
      guard let next = state.tree.folders[current]?[String(part)] else { return nil }
      current = next
    }
    return current
  }

  /// The folder that a path leads into, and the last name.
  private static func parent(
    of path: String, from descriptor: Int32, in state: State
  ) -> (Inode, String)? {
    let start = descriptor == AT_FDCWD ? 0 : state.open[descriptor]?.inode
    guard let start, let last = path.split(separator: "/").last else { return nil }
    let folder = find(path.dropLast(last.count), from: start, in: state)
    guard let folder, state.tree.folders[folder] != nil else { return nil }
    return (folder, String(last))
  }

  private static func touch(_ inode: Inode, in state: inout State) {
    state.clock += 1_000_000
    state.modified[inode] = state.clock
  }

  private static func name(
    _ name: String, _ inode: Inode?, in folder: Inode, _ state: inout State
  ) {
    state.tree.folders[folder]?[name] = inode
    state.events.append(.named(folder: folder, name, inode))
    touch(folder, in: &state)
  }

  private static func make(
    _ name: String, in folder: Inode, isFolder: Bool, mode: mode_t, _ state: inout State
  ) -> Inode {
    let inode = state.nextInode
    state.nextInode += 1
    state.modes[inode] = mode
    if isFolder { state.tree.folders[inode] = [:] } else { state.tree.files[inode] = [] }
    state.events.append(.made(inode, isFolder: isFolder))
    self.name(name, inode, in: folder, &state)
    touch(inode, in: &state)
    return inode
  }

  // MARK: Calls

  var calls: SystemCalls {
    SystemCalls(
      open: { folder, path, flags, mode in
        self.state.withLock { Self.open(folder, path, flags, mode, &$0) }
      },
      makeFolder: { folder, path, mode in
        self.state.withLock { state in
          guard let (parent, name) = Self.parent(of: path, from: folder, in: state) else {
            return -ENOENT
          }
          guard state.tree.folders[parent]?[name] == nil else { return -EEXIST }
          _ = Self.make(name, in: parent, isFolder: true, mode: mode, &state)
          return 0
        }
      },
      read: { file, buffer in self.state.withLock { Self.read(file, buffer, &$0) } },
      write: { file, bytes in self.state.withLock { Self.write(file, bytes, &$0) } },
      sync: { file in
        self.state.withLock { state in
          guard let inode = state.open[file]?.inode else { return -EBADF }
          let isFolder = state.tree.folders[inode] != nil
          state.events.append(isFolder ? .syncedFolder(inode) : .syncedFile(inode))
          return 0
        }
      },
      setMode: { folder, path, mode in
        self.state.withLock { state in
          guard let inode = Self.inode(path, from: folder, in: state) else { return -ENOENT }
          state.modes[inode] = mode
          return 0
        }
      },
      rename: { folder, old, new in self.state.withLock { Self.rename(folder, old, new, &$0) } },
      link: { folder, old, new in
        self.state.withLock { state in
          guard let parent = state.open[folder]?.inode,
            let inode = state.tree.folders[parent]?[old]
          else { return -ENOENT }
          guard state.tree.folders[parent]?[new] == nil else { return -EEXIST }
          Self.name(new, inode, in: parent, &state)
          return 0
        }
      },
      remove: { folder, path, isFolder in
        self.state.withLock { Self.remove(folder, path, isFolder, &$0) }
      },
      status: { folder, path in self.state.withLock { Self.status(folder, path, $0) } },
      names: { folder in
        self.state.withLock { state in
          state.open[folder].flatMap { state.tree.folders[$0.inode] }.map { Array($0.keys) }
        }
      },
      lock: { file in
        self.state.withLock { state in
          guard let inode = state.open[file]?.inode else { return -EBADF }
          if let holder = state.locks[inode], holder != file { return -EWOULDBLOCK }
          state.locks[inode] = file
          return 0
        }
      },
      pause: { _ in },
      close: { file in
        self.state.withLock { state in
          guard let inode = state.open.removeValue(forKey: file)?.inode else { return }
          if state.locks[inode] == file { state.locks[inode] = nil }
        }
      },
      // Long after the last change, so that the index trusts what it has seen.
      now: { self.state.withLock { $0.clock + 10_000_000_000 } })
  }

  private static func inode(_ path: String, from folder: Int32, in state: State) -> Inode? {
    if path.isEmpty { return state.open[folder]?.inode }
    guard let (parent, name) = parent(of: path, from: folder, in: state) else { return nil }
    return state.tree.folders[parent]?[name]
  }

  private static func open(
    _ folder: Int32, _ path: String, _ flags: Int32, _ mode: mode_t, _ state: inout State
  ) -> Int32 {
    let inode: Inode
    if let found = path == "/" || path == "." ? 0 : self.inode(path, from: folder, in: state) {
      guard flags & O_EXCL == 0 else { return -EEXIST }
      guard flags & O_DIRECTORY == 0 || state.tree.folders[found] != nil else { return -ENOTDIR }
      guard flags & O_ACCMODE == O_RDONLY || state.tree.folders[found] == nil else {
        return -EISDIR
      }
      inode = found
    } else {
      guard flags & O_CREAT != 0 else { return -ENOENT }
      guard let (parent, name) = parent(of: path, from: folder, in: state) else { return -ENOENT }
      inode = make(name, in: parent, isFolder: false, mode: mode, &state)
    }
    let descriptor = state.nextDescriptor
    state.nextDescriptor += 1
    state.open[descriptor] = Open(inode: inode)
    return descriptor
  }

  private static func read(
    _ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ state: inout State
  ) -> Int {
    guard let open = state.open[file], let bytes = state.tree.files[open.inode] else {
      return -Int(EISDIR)
    }
    let part = bytes.dropFirst(open.position).prefix(buffer.count)
    buffer.copyBytes(from: part)
    state.open[file]?.position += part.count
    return part.count
  }

  private static func write(
    _ file: Int32, _ buffer: UnsafeRawBufferPointer, _ state: inout State
  ) -> Int {
    guard let inode = state.open[file]?.inode else { return -Int(EBADF) }
    state.tree.files[inode]?.append(contentsOf: buffer)
    state.events.append(.wrote(inode, Array(buffer)))
    touch(inode, in: &state)
    return buffer.count
  }

  private static func rename(
    _ folder: Int32, _ old: String, _ new: String, _ state: inout State
  ) -> Int32 {
    guard let parent = state.open[folder]?.inode, let inode = state.tree.folders[parent]?[old]
    else { return -ENOENT }
    if let target = state.tree.folders[parent]?[new] {
      // As POSIX has it, renaming one name of a file to another one does nothing.
      if target == inode { return 0 }
      if let entries = state.tree.folders[target], !entries.isEmpty { return -ENOTEMPTY }
    }
    state.tree.folders[parent]?[new] = inode
    state.tree.folders[parent]?[old] = nil
    state.events.append(.renamed(folder: parent, from: old, to: new, inode))
    touch(parent, in: &state)
    return 0
  }

  private static func remove(
    _ folder: Int32, _ path: String, _ isFolder: Bool, _ state: inout State
  ) -> Int32 {
    guard let (parent, name) = parent(of: path, from: folder, in: state),
      let inode = state.tree.folders[parent]?[name]
    else { return -ENOENT }
    if let entries = state.tree.folders[inode] {
      guard isFolder else { return -EISDIR }
      guard entries.isEmpty else { return -ENOTEMPTY }
    } else if isFolder {
      return -ENOTDIR
    }
    self.name(name, nil, in: parent, &state)
    return 0
  }

  private static func status(_ folder: Int32, _ path: String, _ state: State) -> FileStatus {
    guard let inode = inode(path, from: folder, in: state) else {
      return FileStatus(result: -ENOENT)
    }
    let isFolder = state.tree.folders[inode] != nil
    return FileStatus(
      isRegular: !isFolder, isFolder: isFolder, device: 1, inode: UInt64(inode),
      size: Int64(state.tree.files[inode]?.count ?? 0), modified: state.modified[inode] ?? 0)
  }
}
