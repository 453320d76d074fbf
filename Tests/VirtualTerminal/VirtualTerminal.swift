internal import CVirtualTerminal
public import TerminalKit

/// A terminal emulator with a pseudo terminal, to see what a program shows and to type to it.
///
/// Nothing here sleeps: ``wait(_:until:)`` looks at the screen whenever something has arrived.
public final class VirtualTerminal {
  /// One cell as the emulator shows it.
  public struct Cell: Sendable, Hashable {
    /// Empty in a cell that was never written and in the right half of a wide glyph.
    public var text: String
    public var width: Int
    /// Index into the palette; `nil` is the terminal's own colour.
    public var foreground: Int?
    public var background: Int?
    public var attributes: Appearance.Attributes
  }

  /// What became of the program.
  public enum Status: Sendable, Hashable {
    case exited(Int)
    case killed(signal: Int)
    case stopped(signal: Int)
    case resumed
  }

  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Milliseconds that anything may take before a test gives up. Generous: only a failing test ever
  /// waits so long.
  public static let patience = 20_000

  public private(set) var size: Size
  private let terminal: OpaquePointer
  private let companion: AnyObject?

  /// - Parameter companion: What is there as long as the program runs that is started here, such as the
  ///   folder that it writes to: removed under it, that would be made again and left behind.
  public init(size: Size, keeping companion: AnyObject? = nil) throws(Failure) {
    guard let terminal = rj_virtual_terminal_new(Int32(size.columns), Int32(size.rows)) else {
      throw Failure(description: "no pseudo terminal to be had")
    }
    self.terminal = terminal
    self.size = size
    self.companion = companion
  }

  deinit {
    rj_virtual_terminal_free(terminal)
  }

  /// The descriptor for a program in this process.
  public var programSide: Int32 { rj_virtual_terminal_program_side(terminal) }
}

// MARK: Looking

extension VirtualTerminal {
  public subscript(row: Int, column: Int) -> Cell {
    let cell = rj_virtual_terminal_cell(terminal, Int32(row), Int32(column))
    var text = String.UnicodeScalarView()
    let scalars = cell.scalars
    for value in [scalars.0, scalars.1, scalars.2, scalars.3, scalars.4, scalars.5] {
      guard value != 0, let scalar = Unicode.Scalar(value) else { break }
      text.append(scalar)
    }
    var attributes: Appearance.Attributes = []
    if cell.bold != 0 { attributes.insert(.bold) }
    if cell.italic != 0 { attributes.insert(.italic) }
    if cell.underline != 0 { attributes.insert(.underline) }
    if cell.reverse != 0 { attributes.insert(.reverse) }
    return Cell(
      text: String(text), width: Int(cell.width),
      foreground: cell.foreground == -1 ? nil : Int(cell.foreground),
      background: cell.background == -1 ? nil : Int(cell.background), attributes: attributes)
  }

  /// A row's text without blanks at its end.
  public func text(row: Int) -> String {
    var text = ""
    for column in 0..<size.columns {
      let cell = self[row, column]
      if cell.width > 0 { text += cell.text.isEmpty ? " " : cell.text }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows, joined by line feeds.
  public var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  /// The cursor's place; `nil` if it is hidden.
  public var cursor: Position? {
    let state = rj_virtual_terminal_state(terminal)
    guard state.is_cursor_visible != 0 else { return nil }
    return Position(row: Int(state.cursor_row), column: Int(state.cursor_column))
  }

  /// Whether the alternate screen is shown.
  public var isAlternate: Bool { rj_virtual_terminal_state(terminal).is_alternate != 0 }

  /// How often the bell rang.
  public var bellCount: Int { Int(rj_virtual_terminal_state(terminal).bells) }

  /// Whether the line is edited and echoed, as a shell expects to find it.
  public var isLineEdited: Bool { rj_virtual_terminal_state(terminal).is_line_edited != 0 }

  /// All bytes that the program has sent, as far as they are shown.
  public var received: [UInt8] {
    var count = 0
    let bytes = rj_virtual_terminal_received(terminal, &count)
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}

// MARK: Waiting

extension VirtualTerminal {
  /// Shows all that has arrived.
  public func advance() {
    while rj_virtual_terminal_advance(terminal, 0) > 0 {}
  }

  /// Waits until `condition` holds.
  ///
  /// - Throws: After ``patience``, with `what` and the screen in the message.
  public func wait(_ what: String, until condition: () -> Bool) throws(Failure) {
    let end = rj_virtual_terminal_milliseconds() + Int64(Self.patience)
    advance()
    while !condition() {
      guard rj_virtual_terminal_milliseconds() < end else {
        throw Failure(description: "waited in vain for: \(what); the screen:\n\(text)")
      }
      // Some conditions, such as a process's end, send nothing: look again soon.
      if rj_virtual_terminal_advance(terminal, 20) < 0 {
        rj_virtual_terminal_pause(5)
      }
    }
  }

  /// Waits until a text is on the screen.
  public func wait(forText text: String) throws(Failure) {
    try wait("the text “\(text)”") { self.text.contains(text) }
  }

  /// Waits until something becomes of the program.
  public func waitForStatus() throws(Failure) -> Status {
    var found: Status?
    try wait("the program to end or stop") {
      found = found ?? status()
      return found != nil
    }
    guard let found else { throw Failure(description: "no status") }
    // The last bytes of a process may come after the word that it has ended.
    while rj_virtual_terminal_advance(terminal, 500) > 0 {}
    return found
  }

  private func status() -> Status? {
    var detail: Int32 = 0
    return switch rj_virtual_terminal_status(terminal, &detail) {
    case 1: .exited(Int(detail))
    case 2: .killed(signal: Int(detail))
    case 3: .stopped(signal: Int(detail))
    case 4: .resumed
    default: nil
    }
  }
}

// MARK: Doing

extension VirtualTerminal {
  public func type(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    rj_virtual_terminal_type(terminal, bytes, bytes.count)
  }

  public func type(_ text: String) {
    type(text.utf8)
  }

  /// Presses keys, given in ``TerminalKit/Key/notation``, as xterm sends them.
  public func press(_ keys: String...) {
    for notation in keys {
      guard let key = Key(notation: notation) else { continue }
      type(KeyEncoding.bytes(of: key))
    }
  }

  /// Pastes a text, with marks around it if the program has asked for them.
  public func paste(_ text: String) {
    advance()
    let bytes = Array(text.utf8)
    rj_virtual_terminal_paste(terminal, bytes, bytes.count)
  }

  public func resize(to size: Size) {
    advance()
    self.size = size
    rj_virtual_terminal_resize(terminal, Int32(size.columns), Int32(size.rows))
  }

  /// Breaks the connection.
  public func hangUp() {
    rj_virtual_terminal_hang_up(terminal)
  }
}

// MARK: Programs

extension VirtualTerminal {
  /// Identifier of the program's process; 0 if there is none.
  public var process: Int32 { rj_virtual_terminal_process(terminal) }

  /// Starts a program on this terminal. Only one can be started.
  ///
  /// - Parameters:
  ///   - path: Path of the program's file.
  ///   - arguments: Without the program's name.
  ///   - environment: All of its environment.
  ///   - directory: Where it is started; `nil` for the current one.
  ///   - input: A descriptor in place of the terminal, as when something is piped in.
  ///   - output: The same for standard output.
  public func spawn(
    _ path: String, _ arguments: [String] = [], environment: [String: String],
    directory: String? = nil, input: Int32? = nil, output: Int32? = nil
  ) throws(Failure) {
    let status = CStrings([path] + arguments).withPointers { arguments in
      CStrings(environment.map { "\($0.key)=\($0.value)" }).withPointers { variables in
        rj_virtual_terminal_spawn(
          terminal, path, arguments, variables, directory, input ?? -1, output ?? -1)
      }
    }
    guard status == 0 else { throw Failure(description: "\(path) cannot be started: \(status)") }
  }
}
