import Glibc

/// The file of the index that holds the folded texts of all essays, one after the other. It is only
/// ever added to; what no entry points to is left behind with the next generation.
struct TextFile: ~Copyable {
  private let descriptor: Int32
  private let calls: SystemCalls
  private(set) var size: Int

  static func name(_ generation: UInt64) -> String { "texts-\(generation)" }

  /// Opens a generation for reading, or for adding to it, and then makes it where it is missing.
  init(
    generation: UInt64, in folder: borrowing Folder, forAdding: Bool
  ) throws(SystemError) {
    calls = folder.calls
    let flags = (forAdding ? O_WRONLY | O_CREAT | O_APPEND : O_RDONLY) | O_NOFOLLOW | O_NONBLOCK
    descriptor = calls.open(folder.descriptor, Self.name(generation), flags, 0o600)
    size = 0
    guard descriptor >= 0 else { throw SystemError(code: -descriptor) }
    // The umask may have taken rights away that the owner needs.
    if forAdding { _ = calls.setMode(descriptor, "", 0o600) }
    let status = calls.status(descriptor, "")
    guard status.isRegular else { throw SystemError(code: EINVAL) }
    guard let size = Int(exactly: status.size) else { throw SystemError(code: EOVERFLOW) }
    self.size = size
  }

  deinit {
    if descriptor >= 0 { calls.close(descriptor) }
  }

  /// Adds a text and says where it lies.
  mutating func add(_ text: [UInt8]) throws(SystemError) -> IndexEntry.Slice {
    var result = Result<IndexEntry.Slice, SystemError>.failure(SystemError(code: EIO))
    text.withUnsafeBytes { bytes in
      do throws(SystemError) {
        result = .success(try add(bytes))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  mutating func add(_ text: UnsafeRawBufferPointer) throws(SystemError) -> IndexEntry.Slice {
    let slice = IndexEntry.Slice(offset: size, count: text.count, hash: WordHash.hash(of: text))
    var written = 0
    while written < text.count {
      let count = calls.write(descriptor, UnsafeRawBufferPointer(rebasing: text[written...]))
      guard count > 0 else { throw SystemError(code: count == 0 ? EIO : Int32(-count)) }
      written += count
    }
    size += text.count
    return slice
  }

  /// Goes through texts in the order in which they lie in the file, a megabyte at a time whatever the
  /// file's size.
  ///
  /// - Parameters:
  ///   - slices: Ordered by offset.
  ///   - body: Gets the number of a slice and its text; `nil` where the file does not hold what it
  ///     held when the slice was noted.
  func forEach(
    _ slices: [IndexEntry.Slice], _ body: (Int, UnsafeRawBufferPointer?) -> Void
  ) {
    let largest = slices.lazy.map(\.count).max() ?? 0
    let window = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1 << 20, min(largest, size, Folder.sizeLimit)), alignment: 16)
    defer { window.deallocate() }
    var start = 0
    var count = 0
    for (number, slice) in slices.enumerated() {
      let (end, overflows) = slice.offset.addingReportingOverflow(slice.count)
      guard !overflows, slice.count <= Folder.sizeLimit, slice.offset >= start, end <= size else {
        body(number, nil)
        continue
      }
      while end > start + count {
        // What lies before the slice is not needed any more.
        let used = min(count, max(0, slice.offset - start))
        if used > 0, let base = window.baseAddress {
          memmove(base, base + used, count - used)
          start += used
          count -= used
        }
        let room = UnsafeMutableRawBufferPointer(rebasing: window[count...])
        let read = calls.read(descriptor, room)
        guard read > 0 else { break }
        count += read
      }
      guard slice.offset >= start, end <= start + count else {
        body(number, nil)
        continue
      }
      let text = UnsafeRawBufferPointer(
        rebasing: window[(slice.offset - start)..<(end - start)])
      body(number, WordHash.hash(of: text) == slice.hash ? text : nil)
    }
  }
}
