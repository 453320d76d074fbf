internal import Glibc
public import Ingest
public import RejoinderCore
internal import Synchronization

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
  /// Whether the rest comes when somebody writes it: a pipe and the like.
  public let isStream: Bool
  private let name: String
  /// Of a file; 0 where nothing tells.
  private let size: Int
  private let descriptor: Int32
  private let cancellation: Cancellation

  /// How many bytes are read before the first frame.
  public static let headSize = 64 * 1024

  /// Opens a file; `-` is standard input. Waits for the first bytes of a pipe, but not for long.
  ///
  /// - Parameters:
  ///   - folder: What a relative path is relative to.
  ///   - format: Overrules what the content looks like.
  public convenience init(
    path: String, folder: String, format: FormatName? = nil
  ) throws(InputError) {
    if path == "-" {
      try self.init(
        descriptor: fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0), source: .standardInput,
        hint: InputHint(format: format),
        name: "standard input")
      return
    }
    // A FIFO that nobody writes to would not open otherwise.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw InputError(opening: path, code: errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0 {
      let objection: InputError? =
        switch status.st_mode & S_IFMT {
        case S_IFDIR: InputError(.missing, "\(path): is a folder; give a file")
        case S_IFCHR where isatty(descriptor) == 1:
          InputError(.usage, "\(path): it is a terminal; give a file")
        default: nil
        }
      if let objection {
        _ = close(descriptor)
        throw objection
      }
    }
    try self.init(
      descriptor: descriptor, source: EssaySource(path: path, in: folder),
      hint: InputHint(name: path, format: format), name: path)
  }

  private init(
    descriptor: Int32, source: EssaySource, hint: InputHint, name: String
  ) throws(InputError) {
    self.descriptor = descriptor
    self.source = source
    self.hint = hint
    self.name = name
    cancellation = Cancellation()
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    isStream = kind != S_IFREG && kind != S_IFBLK
    size = kind == S_IFREG ? Int(status.st_size) : 0
    var reader = InputReader(descriptor, waits: isStream, cancel: cancellation.descriptor)
    do {
      let end = try reader.read(upTo: Self.headSize, patience: Self.patience)
      isWhole = end == .ended
    } catch {
      throw InputError(.failed, "\(name): reading failed: \(error.text); try again")
    }
    head = reader.bytes
  }

  deinit {
    _ = close(descriptor)
  }

  /// Milliseconds that a pipe is waited for before the first frame: enough for a program that was
  /// started together with this one, and not felt.
  private static let patience = 60

  /// What was read of an input.
  public struct Contents: Sendable {
    public var bytes: [UInt8]
    /// Where reading stopped before the end, in words for the reader.
    public var stop: String?
  }

  /// Everything: the head and what follows it, as far as it is of use; see
  /// ``EssayParser/byteLimit(forInput:hint:)``. What comes after that is left where it is. To be
  /// called once.
  ///
  /// - Parameter grown: Called with what is there while a pipe is waited for. Not more often than it
  ///   can be looked at.
  public func readAll(grown: ([UInt8]) -> Void = { _ in }) throws(InputError) -> Contents {
    var reader = InputReader(
      descriptor, waits: isStream, cancel: cancellation.descriptor, bytes: head)
    if isWhole { return Contents(bytes: head) }
    var limit = Self.headSize
    var told = head.count
    while true {
      if reader.bytes.count >= Self.headSize, limit == Self.headSize {
        limit = EssayParser().byteLimit(
          forInput: Array(reader.bytes.prefix(Self.headSize)), hint: hint)
        reader.reserve(min(size, limit))
      }
      let end: InputReader.End
      do {
        end = try reader.read(upTo: limit, patience: isStream ? Self.pause : nil)
      } catch {
        throw InputError(.failed, "\(name): reading failed: \(error.text); try again")
      }
      switch end {
      case .late:
        // Parsing anew costs time for every byte: large texts are shown when they have doubled.
        let isWorth = reader.bytes.count < Self.headSize * 8 || reader.bytes.count > told * 2
        if reader.bytes.count > told, isWorth {
          told = reader.bytes.count
          grown(reader.bytes)
        }
      case .ended: return Contents(bytes: reader.bytes)
      case .full where limit == Self.headSize: continue
      case .full:
        return Contents(
          bytes: reader.bytes,
          stop: "\(name): only its first \(limit >> 20) MB were read; cut it into parts")
      case .lines:
        return Contents(
          bytes: reader.bytes,
          stop:
            "\(name): only its first \(InputReader.lineLimit) lines were read; cut it into parts")
      case .zeros:
        return Contents(
          bytes: reader.bytes,
          stop: "\(name): read as far as byte \(reader.bytes.count): only zeros follow")
      case .cancelled:
        guard !reader.bytes.isEmpty else { throw InputError(.cancelled, "\(name): stopped") }
        return Contents(
          bytes: reader.bytes,
          stop: "\(name): you stopped it after \(reader.bytes.count) bytes")
      }
    }
  }

  /// Milliseconds without news after which what is there is shown.
  private static let pause = 100

  /// Makes ``readAll(grown:)`` return with what is there, now or when it is called.
  public func cancel() {
    cancellation.cancel()
  }
}

/// Why an input cannot be read, in words that follow the program's name.
public struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    case missing, forbidden, failed, usage
    /// The reader stopped it before anything had come.
    case cancelled
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
