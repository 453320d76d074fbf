internal import Application
internal import Delivery
internal import Fetch
internal import Glibc
internal import Ingest
internal import NcursesTerminal
internal import Store
internal import TerminalKit

/// How the program ends; the numbers are those of sysexits.h.
enum ExitStatus: Int32 {
  case done = 0
  /// A check found something.
  case objection = 1
  case usage = 64
  /// The input is not an essay that can be read, or a file is damaged.
  case data = 65
  case noInput = 66
  /// A needed service or program is not available.
  case unavailable = 69
  case cannotCreate = 73
  case inputOutput = 74
  case tryAgain = 75
  /// The other side does not keep to the protocol.
  case protocolBroken = 76
  case notPermitted = 77
}

/// Why a command ends without having done what it should.
struct Failure: Error {
  let status: ExitStatus
  /// `what: which: why, and what to do`; `nil` where there is nobody left to tell, or all was said.
  let message: String?

  init(_ status: ExitStatus, _ message: String?) {
    self.status = status
    self.message = message
  }

  /// Says what is wrong in one line and ends the process.
  func leave() -> Never {
    if let message { Self.warn(message) }
    Self.exit(status)
  }

  /// One line on standard error. Whatever is in a file's name, it is one line and does nothing to
  /// the terminal.
  static func warn(_ message: String) {
    let line = Array(("rejoinder: " + message.visible + "\n").utf8)
    var written = 0
    while written < line.count {
      let count = line[written...].withUnsafeBytes {
        Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }

  static func exit(_ status: ExitStatus) -> Never {
    Glibc.exit(status.rawValue)
  }
}

extension Failure {
  /// - Parameter name: Which input it was, for errors that do not say it themselves.
  /// - Returns: `nil` for an error that is none of ours.
  init?(describing error: any Error, about name: String = "the essay") {
    switch error {
    case let error as Failure: self = error
    case let error as InputError: self.init(error)
    case is IngestError, is IngestFailure: self.init(.data, error.sentence(aboutReading: name))
    case let error as FetchError: self.init(error)
    case let error as LibraryError: self.init(error)
    case let error as DeliveryError: self.init(error)
    case let error as TerminalError: self.init(error)
    case let error as SessionError:
      switch error.kind {
      case .cannotBegin: self.init(.unavailable, "cannot begin: \(error.description)")
      case .notKept: self.init(.inputOutput, "not everything was kept: \(error.description)")
      }
    default: return nil
    }
  }

  private init(_ error: InputError) {
    let status: ExitStatus =
      switch error.kind {
      case .missing: .noInput
      case .forbidden: .notPermitted
      case .failed: .inputOutput
      case .usage: .usage
      case .cancelled: .tryAgain
      }
    self.init(status, error.sentence(aboutReading: nil))
  }

  private init(_ error: FetchError) {
    let status: ExitStatus =
      switch error.kind {
      case .usage: .usage
      case .missing: .noInput
      case .forbidden: .notPermitted
      case .unavailable: .unavailable
      case .tryAgain, .cancelled: .tryAgain
      case .protocolBroken: .protocolBroken
      case .unreadable: .data
      }
    self.init(status, error.sentence(aboutReading: nil))
  }

  private init(_ error: TerminalError) {
    let reason =
      switch error {
      case .notATerminal: "standard input: there is no terminal for keys"
      case .unknownTerminal(""): "TERM: it is not set; try TERM=xterm-256color"
      case .unknownTerminal(let name):
        "TERM=\(name): no terminal of that name is known; try TERM=xterm-256color"
      case .cannotMoveCursor(let name): "TERM=\(name): it cannot place text"
      case .alreadyOpen: "it is open already"
      }
    self.init(
      .unavailable, "cannot open the screen: \(reason); rejoinder text FILE prints the essay")
  }

  init(_ error: LibraryError) {
    let status: ExitStatus =
      switch error.kind {
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .locked: .tryAgain
      case .damaged, .newerVersion: .data
      case .unknown: .noInput
      }
    self.init(status, error.description)
  }

  init(_ error: DeliveryError) {
    let status: ExitStatus =
      switch error.kind {
      case .usage: .usage
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .notPermitted: .notPermitted
      case .unavailable: .unavailable
      }
    self.init(status, error.description)
  }
}
