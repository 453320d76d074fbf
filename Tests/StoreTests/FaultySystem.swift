import Glibc
import Synchronization

@testable import Store

/// Makes the calls to the system fail from a chosen one on.
struct FaultySystem {
  enum Fault: CaseIterable, Sendable {
    /// One call reports a full disk.
    case fullDisk
    /// One write takes only a part, and the next one fails.
    case shortWrite
    /// One call fails as if the disk were going to die.
    case brokenDisk
    /// From now on nothing can be written: the disk was mounted anew, read-only.
    case readOnly
    /// Nothing happens any more: the process was killed.
    case killed
  }

  private final class Countdown: Sendable {
    private let left: Mutex<Int>
    init(_ calls: Int) { left = Mutex(calls) }

    /// How many calls are left; 0 for the one that fails, less for those after it.
    func next() -> Int {
      left.withLock { left in
        left -= 1
        return left
      }
    }
    var isOver: Bool { left.withLock { $0 <= 0 } }
  }

  private let countdown: Countdown
  let calls: SystemCalls

  /// Whether the fault came to pass.
  var hasStruck: Bool { countdown.isOver }

  init(_ fault: Fault, atCall number: Int, on system: SystemCalls = .live) {
    let countdown = Countdown(number)
    self.countdown = countdown
    let code: Int32 =
      switch fault {
      case .fullDisk, .shortWrite: ENOSPC
      case .brokenDisk, .killed: EIO
      case .readOnly: EROFS
      }
    @Sendable func fails(isWrite: Bool = true) -> Bool {
      let left = countdown.next()
      if fault == .readOnly { return isWrite && left <= 0 }
      return left == 0 || (left < 0 && fault == .killed)
    }
    var calls = system
    calls.open = { folder, name, flags, mode in
      let isWrite = flags & O_ACCMODE != O_RDONLY
      return fails(isWrite: isWrite) ? -code : system.open(folder, name, flags, mode)
    }
    calls.makeFolder = { fails() ? -code : system.makeFolder($0, $1, $2) }
    calls.read = { fails(isWrite: false) ? -Int(code) : system.read($0, $1) }
    calls.write = { file, buffer in
      if fault != .shortWrite { return fails() ? -Int(code) : system.write(file, buffer) }
      let left = countdown.next()
      if left == 0, buffer.count > 1 {
        return system.write(file, UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count / 2)]))
      }
      return left == 0 || left == -1 ? -Int(code) : system.write(file, buffer)
    }
    calls.sync = { fails() ? -code : system.sync($0) }
    calls.setMode = { fails() ? -code : system.setMode($0, $1, $2) }
    calls.rename = { fails() ? -code : system.rename($0, $1, $2) }
    calls.link = { fails() ? -code : system.link($0, $1, $2) }
    calls.remove = { fails() ? -code : system.remove($0, $1, $2) }
    calls.lock = { fails(isWrite: false) ? -code : system.lock($0) }
    calls.names = { fails(isWrite: false) ? nil : system.names($0) }
    self.calls = calls
  }
}
