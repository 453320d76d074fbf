internal import Glibc
public import Ingest
public import RejoinderCore

/// The bytes of an essay as they come: a beginning at once, the rest when it is asked for.
///
/// Owns its descriptor.
public final class EssayInput: Sendable {
  public let source: EssaySource
  /// What its name and the reader say of its format.
  public let hint: InputHint
  /// What was read first; enough for any page.
  public let head: [UInt8]
  /// Whether ``head`` is all there is.
  public let isWhole: Bool
  private let descriptor: Int32

  /// How many bytes are read before the first frame.
  public static let headSize = 64 * 1024

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - folder: What a relative path is relative to.
  ///   - format: Overrules what the content looks like.
  public convenience init(
    path: String, folder: String, format: FormatName? = nil
  ) throws(InputError) {
    if path == "-" {
      try self.init(
        descriptor: dup(STDIN_FILENO), source: .standardInput, hint: InputHint(format: format),
        name: "standard input")
      return
    }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw InputError(opening: path, code: errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      _ = close(descriptor)
      throw InputError(.missing, "\(path): is a folder; give a file")
    }
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    let resolved = realpath(absolute, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    try self.init(
      descriptor: descriptor, source: .file(resolved ?? absolute),
      hint: InputHint(name: path, format: format), name: path)
  }

  private init(
    descriptor: Int32, source: EssaySource, hint: InputHint, name: String
  ) throws(InputError) {
    self.descriptor = descriptor
    self.source = source
    self.hint = hint
    do {
      head = try Self.read(descriptor, atMost: Self.headSize)
    } catch {
      throw InputError(.failed, "\(name): reading failed: \(error.text); try again")
    }
    isWhole = head.count < Self.headSize
  }

  deinit {
    _ = close(descriptor)
  }

  /// Everything: the head and what follows it. To be called once.
  public func readAll() throws(InputError) -> [UInt8] {
    if isWhole { return head }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    do {
      let rest = try Self.read(
        descriptor, atMost: .max, before: head, expecting: isFile ? Int(status.st_size) : 0)
      return rest
    } catch {
      throw InputError(.failed, "\(source.name): reading failed: \(error.text); try again")
    }
  }

  private struct ReadFailure: Error {
    var text: String
  }

  /// Reads until `limit` bytes are there or the input ends.
  private static func read(
    _ descriptor: Int32, atMost limit: Int, before: [UInt8] = [], expecting size: Int = 0
  ) throws(ReadFailure) -> [UInt8] {
    var bytes = before
    bytes.reserveCapacity(max(before.count, min(size + 1, 1 << 34)))
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while bytes.count < limit {
      let count = Glibc.read(descriptor, chunk.baseAddress, min(chunk.count, limit - bytes.count))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw ReadFailure(text: String(cString: strerror(errno)))
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }
}

/// Why an input cannot be read, in words that follow the program's name.
public struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    case missing, forbidden, failed
  }

  public var kind: Kind
  public var description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  fileprivate init(opening path: String, code: Int32) {
    switch code {
    case ENOENT, ENOTDIR:
      self.init(.missing, "\(path): there is no such file; check the name")
    case EACCES, EPERM:
      self.init(.forbidden, "\(path): you may not read it; check its permissions")
    default:
      self.init(.failed, "\(path): cannot be opened: \(String(cString: strerror(code)))")
    }
  }
}
