import Glibc

/// Everything that the store asks of the operating system, one closure a call, so that a test can
/// make any of them fail.
///
/// As in the kernel a negative result is an error number, negated.
struct SystemCalls: Sendable {
  /// Folder descriptor, name, flags, mode.
  var open: @Sendable (Int32, String, Int32, mode_t) -> Int32
  var makeFolder: @Sendable (Int32, String, mode_t) -> Int32
  var read: @Sendable (Int32, UnsafeMutableRawBufferPointer) -> Int
  var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int
  var sync: @Sendable (Int32) -> Int32
  var setMode: @Sendable (Int32, String, mode_t) -> Int32
  /// Folder descriptor, old name, new name.
  var rename: @Sendable (Int32, String, String) -> Int32
  /// Folder descriptor, old name, further name of the same file, which must be free.
  var link: @Sendable (Int32, String, String) -> Int32
  /// Folder descriptor, name, whether it is a folder.
  var remove: @Sendable (Int32, String, Bool) -> Int32
  /// Of the entry itself, also where it is a link; an empty name means the descriptor.
  var status: @Sendable (Int32, String) -> FileStatus
  /// Names in a folder, in no order; `nil` when it cannot be read.
  var names: @Sendable (Int32) -> [String]?
  /// Takes an exclusive lock without waiting.
  var lock: @Sendable (Int32) -> Int32
  var pause: @Sendable (_ milliseconds: Int) -> Void
  var close: @Sendable (Int32) -> Void
  /// The time of day in nanoseconds since 1970, by the clock that stamps files.
  var now: @Sendable () -> Int64
}

/// What the store needs to know of a directory entry.
struct FileStatus: Hashable {
  /// 0, or an error number, negated.
  var result: Int32 = 0
  var isRegular = false
  var isFolder = false
  var device: UInt64 = 0
  var inode: UInt64 = 0
  var size: Int64 = 0
  /// Nanoseconds since 1970.
  var modified: Int64 = 0
}

/// Why a system call failed.
struct SystemError: Error, Hashable {
  /// One of the system's error numbers.
  var code: Int32

  /// In a few words, without the name of the file.
  var reason: String {
    switch code {
    case ENOSPC, EDQUOT: "no space is left"
    case EROFS: "the file system is read-only"
    case EACCES, EPERM: "permission is denied"
    case ENOENT: "there is no such file or folder"
    case ENOTDIR: "it is not a folder"
    case EISDIR: "it is a folder"
    case ELOOP: "it is a link, and links are not followed"
    case EEXIST: "it exists already"
    case EIO: "input or output failed"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    case EFBIG: "the file would be too large"
    case EOVERFLOW: "the file is larger than any of a store"
    default: "system error \(code)"
    }
  }

  /// What the reader can do about it.
  var advice: String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "free some space and try again"
    case EROFS, EACCES, EPERM: "check the permissions or choose another store with --store"
    case ENOTDIR, EISDIR, ELOOP, EEXIST, EOVERFLOW:
      "move it away or choose another store with --store"
    default: "check the disk and try again"
    }
  }
}
