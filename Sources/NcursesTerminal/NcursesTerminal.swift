internal import CTerminal
public import TerminalKit

/// The terminal that the process runs in, drawn on by ncurses. There is one at a time, and it belongs
/// to one thread.
public final class NcursesTerminal: Terminal {
  public private(set) var size: Size
  public let capabilities: TerminalCapabilities

  /// Looks of the styles at the terminal's depth, by their numbers.
  private let appearances: [Appearance]
  private let encoder: RowEncoder
  /// Styles that ncurses has been told of.
  private var definedStyles = Array(repeating: false, count: Int(UInt8.max) + 1)
  /// What the terminal shows; `nil` if everything must be drawn.
  private var shown: Screen?
  private var events: EventReader
  private var isOpen = true

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - palette: Looks of the styles that screens will name.
  ///   - environment: Name, character set and descriptors of the terminal.
  public init(palette: Palette, environment: TerminalEnvironment) throws(TerminalError) {
    let status = environment.name.withCString { name in
      var options = rj_open_options(
        name: name, input: environment.input, output: environment.output,
        is_utf8: environment.isUTF8 ? 1 : 0)
      return rj_terminal_open(&options)
    }
    switch status {
    case RJ_OPENED: break
    case RJ_NOT_A_TERMINAL: throw .notATerminal
    case RJ_CANNOT_MOVE_CURSOR: throw .cannotMoveCursor(environment.name)
    case RJ_ALREADY_OPEN: throw .alreadyOpen
    default: throw .unknownTerminal(environment.name)
    }
    capabilities = TerminalCapabilities(
      isUTF8: environment.isUTF8,
      depth: environment.refusesColour
        ? .monochrome : Self.depth(colours: Int(rj_terminal_colours())),
      name: environment.name)
    appearances = palette.appearances(at: capabilities.depth)
    encoder = RowEncoder(isUTF8: environment.isUTF8, appearances: appearances)
    events = EventReader(isUTF8: environment.isUTF8)
    size = Self.currentSize()
  }

  deinit {
    close()
  }

  private static func depth(colours: Int) -> ColourDepth {
    switch colours {
    case 256...: .indexed256
    case 16...: .sixteen
    case 8...: .eight
    default: .monochrome
    }
  }

  private static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    rj_terminal_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  public func present(_ screen: Screen) {
    guard isOpen else { return }
    if let shown, shown == screen { return }
    let before = shown?.size == screen.size ? shown : nil
    if before == nil { rj_terminal_erase() }
    for row in 0..<min(screen.size.rows, size.rows) {
      let cells = screen.row(row)
      if let before, before.row(row) == cells { continue }
      put(cells, row: row)
    }
    if let cursor = screen.cursor {
      rj_terminal_place_cursor(Int32(cursor.row), Int32(cursor.column))
    } else {
      rj_terminal_place_cursor(-1, -1)
    }
    rj_terminal_refresh()
    shown = screen
  }

  private func put(_ cells: ArraySlice<Cell>, row: Int) {
    for cell in cells where !definedStyles[Int(cell.style.rawValue)] { define(cell.style) }
    let encoded = encoder.encode(cells, columns: size.columns)
    rj_terminal_put_row(Int32(row), encoded, encoded.count)
  }

  private func define(_ style: StyleID) {
    let number = Int(style.rawValue)
    definedStyles[number] = true
    let appearance = number < appearances.count ? appearances[number] : Appearance()
    rj_terminal_define_style(
      style.rawValue, appearance.foreground.map(Int32.init) ?? -1,
      appearance.background.map(Int32.init) ?? -1, UInt32(appearance.attributes.rawValue))
  }

  public func wait(timeout: Int?, wakeDescriptor: Int32?) -> [TerminalEvent] {
    guard isOpen else { return [.closed] }
    return events.wait(timeout: timeout, wakeDescriptor: wakeDescriptor) { signal in
      self.answer(signal)
    }
  }

  /// - Returns: What a signal means for the application, if anything.
  private func answer(_ signal: rj_signal) -> TerminalEvent? {
    switch signal {
    case RJ_INTERRUPTED: return .signal(.interrupt)
    case RJ_TERMINATED: return .signal(.terminate)
    case RJ_HUNG_UP: return .signal(.hangup)
    case RJ_STOPPED: return .signal(.stop)
    case RJ_RESUMED:
      rj_terminal_restore_modes()
      return .signal(.resume)
    default:
      return fit().map(TerminalEvent.resized)
    }
  }

  /// Takes over the window's size.
  ///
  /// - Returns: The new size if it is another.
  private func fit() -> Size? {
    rj_terminal_fit()
    let current = Self.currentSize()
    guard current != size else { return nil }
    size = current
    shown = nil
    return current
  }

  public func send(_ controlSequence: [UInt8]) {
    guard isOpen else { return }
    rj_terminal_send(controlSequence, controlSequence.count)
  }

  public func ring() {
    guard isOpen else { return }
    rj_terminal_ring()
  }

  public func lend(to body: () -> Void) {
    guard isOpen else { return body() }
    rj_terminal_suspend()
    body()
    rj_terminal_resume()
    if let size = fit() { events.add(.resized(size)) }
  }

  public func close() {
    guard isOpen else { return }
    isOpen = false
    rj_terminal_close()
  }
}
