import Glibc

extension Folder {
  /// Moves a damaged entry out of the way, whatever it is.
  ///
  /// - Returns: Its new name. The caller holds the lock of this folder.
  func setAside(_ name: String) throws(SystemError) -> String {
    let free = try freeName(for: name, after: ".damaged-")
    try rename(name, to: free)
    return free
  }

  /// Keeps a copy of a file of which only a part will be written again.
  ///
  /// - Returns: The copy's name. The caller holds the lock of this folder.
  func preserve(_ bytes: [UInt8], of name: String) throws(SystemError) -> String {
    let free = try freeName(for: name, after: ".damaged-")
    try write(bytes, to: free)
    return free
  }

  /// A name that nothing has: the file's with a mark and the next number.
  func freeName(for name: String, after mark: String) throws(SystemError) -> String {
    for number in 1...9999 {
      let candidate = name + mark + String(number)
      let status = status(of: candidate)
      if status.result == -ENOENT { return candidate }
      guard status.result == 0 else { throw SystemError(code: -status.result) }
    }
    throw SystemError(code: EEXIST)
  }
}
