import Glibc

extension SystemCalls {
  /// The operating system's own. Interrupted calls are repeated.
  static let live = SystemCalls(
    open: { folder, name, flags, mode in
      repeating { Glibc.openat(folder, name, flags | O_CLOEXEC, mode) }
    },
    makeFolder: { folder, name, mode in repeating { mkdirat(folder, name, mode) } },
    read: { file, buffer in
      while true {
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR { return -Int(errno) }
      }
    },
    write: { file, buffer in
      while true {
        let count = Glibc.write(file, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR { return -Int(errno) }
      }
    },
    sync: { file in repeating { fsync(file) } },
    setMode: { folder, name, mode in
      repeating { name.isEmpty ? fchmod(folder, mode) : fchmodat(folder, name, mode, 0) }
    },
    rename: { folder, old, new in repeating { renameat(folder, old, folder, new) } },
    link: { folder, old, new in repeating { linkat(folder, old, folder, new, 0) } },
    remove: { folder, name, isFolder in
      repeating { unlinkat(folder, name, isFolder ? AT_REMOVEDIR : 0) }
    },
    status: { folder, name in
      var entry = stat()
      let result = repeating {
        name.isEmpty
          ? fstat(folder, &entry) : fstatat(folder, name, &entry, AT_SYMLINK_NOFOLLOW)
      }
      guard result >= 0 else { return FileStatus(result: result) }
      return FileStatus(
        isRegular: entry.st_mode & S_IFMT == S_IFREG,
        isFolder: entry.st_mode & S_IFMT == S_IFDIR, device: UInt64(entry.st_dev),
        inode: UInt64(entry.st_ino), size: Int64(entry.st_size),
        modified: Int64(entry.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(entry.st_mtim.tv_nsec))
    },
    names: { folder in namesInFolder(folder) },
    lock: { file in repeating { flock(file, LOCK_EX | LOCK_NB) } },
    pause: { milliseconds in
      var time = timespec(
        tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
      nanosleep(&time, nil)
    },
    close: { file in _ = Glibc.close(file) },
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    })

  private static func repeating(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { return -errno }
    }
  }

  private static func namesInFolder(_ folder: Int32) -> [String]? {
    // A descriptor of its own, because the stream closes the one it is given.
    let copy = Glibc.openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return nil }
    guard let stream = fdopendir(copy) else {
      Glibc.close(copy)
      return nil
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    return errno == 0 ? names : nil
  }
}
