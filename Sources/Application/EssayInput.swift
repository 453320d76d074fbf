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
  /// Bytes of plain text beyond which a file is read in parts.
  private let wholeLimit: Int
  private let partLength: Int
  private let descriptor: Int32
  private let cancellation: Cancellation

  /// How many bytes are read before the first frame.
  public static let headSize = 64 * 1024

  /// Opens a file; `-` is standard input. Waits for the first bytes of a pipe, but not for long.
  ///
  /// - Parameters:
  ///   - folder: What a relative path is relative to.
  ///   - format: Overrules what the content looks like.
  ///   - wholeLimit: Bytes of plain text beyond which a file is read in parts.
  ///   - partLength: Bytes of a part; see ``TextPart``.
  public convenience init(
    path: String, folder: String, format: FormatName? = nil,
    wholeLimit: Int = EssayParser.textLimit, partLength: Int = TextPart.length
  ) throws(InputError) {
    if path == "-" {
      try self.init(
        descriptor: fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0), source: .standardInput,
        hint: InputHint(format: format),
        name: "standard input", wholeLimit: wholeLimit, partLength: partLength)
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
      hint: InputHint(name: path, format: format), name: path, wholeLimit: wholeLimit,
      partLength: partLength)
  }

  private init(
    descriptor: Int32, source: EssaySource, hint: InputHint, name: String, wholeLimit: Int,
    partLength: Int
  ) throws(InputError) {
    self.descriptor = descriptor
    self.source = source
    self.hint = hint
    self.name = name
    self.wholeLimit = wholeLimit
    self.partLength = partLength
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
    /// What of a long text it is.
    public var part: TextPart?
  }

  /// A part of a text that is too long to be read at once; `nil` for any other input.
  ///
  /// - Parameter number: From 1; is clamped to the parts that there are.
  public func part(_ number: Int) -> TextPart? {
    // A text that ends in its head, with a hole behind it, is not long.
    guard size > wholeLimit, !head.contains(0), EssayParser().isReadInParts(head, hint: hint) else {
      return nil
    }
    return TextPart(number, ofBytes: size, length: partLength)
  }

  /// Reads one part; to be called once, and instead of ``readAll(grown:)``.
  ///
  /// Read and not mapped: a file that another program makes shorter meanwhile ends a reading, where it
  /// would end a program that has it mapped.
  public func read(_ part: TextPart) throws(InputError) -> Contents {
    let start = part.isFirst ? 0 : try cut(at: part.nominalStart)
    let end = part.isLast ? size : try cut(at: part.nominalEnd)
    guard lseek(descriptor, off_t(start), SEEK_SET) == off_t(start) else {
      throw readingFailed(String(cString: strerror(errno)))
    }
    var reader = InputReader(descriptor, waits: false, cancel: cancellation.descriptor)
    reader.reserve(max(0, end - start))
    var contents = Contents(bytes: [], part: part)
    do {
      switch try reader.read(upTo: max(0, end - start), patience: nil) {
      case .lines:
        contents.stop =
          "\(name): of part \(part.number) only the first \(InputReader.lineLimit) lines were read"
      case .zeros:
        contents.stop =
          "\(name): read as far as byte \(start + reader.bytes.count): only zeros follow"
        // What follows a hole is not worth going to.
        if part.isFirst { contents.part = TextPart(1, ofBytes: reader.bytes.count) }
      case .ended, .full, .late, .cancelled: break
      }
    } catch {
      throw readingFailed(error.text)
    }
    contents.bytes = reader.bytes
    return contents
  }

  /// Where a part begins.
  private func cut(at nominal: Int) throws(InputError) -> Int {
    var count = 0
    let window = [UInt8](unsafeUninitializedCapacity: TextPart.window) { buffer, used in
      count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(nominal))
      used = max(0, count)
    }
    if count < 0 { throw readingFailed(String(cString: strerror(errno))) }
    return nominal + TextPart.cut(in: window)
  }

  private func readingFailed(_ reason: String) -> InputError {
    InputError(.failed, "\(name): reading failed: \(reason); try again")
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
        throw readingFailed(error.text)
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
