/// A text for the clipboard of the reader's own terminal, by the control sequence OSC 52.
///
/// It works over SSH and needs no program, but terminals do not answer: some ignore it, some ask
/// their user, some cut long texts. So this is an offer, and its receipt says no more than that.
public struct ClipboardOffer: Sendable, Hashable {
  /// The longest text, in bytes, that survives terminals which limit a sequence to 100,000 bytes:
  /// 99,992 of them are left for base64.
  public static let commonLimit = 74_994

  /// What to send to the terminal; it prints nothing and does not move the cursor.
  public let sequence: [UInt8]
  /// What was done, for the receipt and the status line.
  public let receipt: String
  /// Whether the text is longer than ``commonLimit``.
  public let mayBeCut: Bool

  public init(_ text: String, through multiplexer: Multiplexer) {
    let bytes = Array(text.utf8)
    mayBeCut = bytes.count > Self.commonLimit
    sequence = Self.wrap(Self.plain(bytes), for: multiplexer)
    let offer = "offered \(Self.characters(text)) to the terminal's clipboard"
    receipt =
      mayBeCut
      ? offer + "; it may be cut, many terminals take \(Self.commonLimit) bytes"
        + " and this is \(bytes.count): check it where you paste, or write it to a file"
      : offer
  }

  static func characters(_ text: String) -> String {
    let count = text.count
    return count == 1 ? "1 character" : "\(count) characters"
  }
}

// MARK: - Sequences

extension ClipboardOffer {
  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07
  private static let startOfControlString: [UInt8] = [escape, UInt8(ascii: "P")]
  private static let endOfControlString: [UInt8] = [escape, UInt8(ascii: "\\")]
  /// GNU screen 4.9 drops a control string longer than this, its introducer and end included.
  private static let screenLimit = 768

  /// The sequence for a terminal. It ends in BEL, which may stand inside the string of another.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    [escape] + Array("]52;c;".utf8) + Base64.encode(bytes) + [bell]
  }

  private static func wrap(_ plain: [UInt8], for multiplexer: Multiplexer) -> [UInt8] {
    switch multiplexer {
    case .none: plain
    case .tmux: throughTmux(plain) + plain
    case .screen: throughScreen(plain)
    }
  }

  /// tmux hands a sequence on where `allow-passthrough` is on, and takes one for itself where
  /// `set-clipboard` is on. Both are sent: each is ignored where the other is wanted, and the same
  /// text twice does no harm. With neither on (tmux 3.3's default) only ``TmuxBuffer`` helps.
  private static func throughTmux(_ plain: [UInt8]) -> [UInt8] {
    let doubled = plain.flatMap { $0 == escape ? [escape, escape] : [$0] }
    return startOfControlString + Array("tmux;".utf8) + doubled + endOfControlString
  }

  /// screen hands on what stands in device control strings, one after the other.
  private static func throughScreen(_ plain: [UInt8]) -> [UInt8] {
    let room = screenLimit - startOfControlString.count - endOfControlString.count
    return stride(from: 0, to: plain.count, by: room).flatMap { start in
      startOfControlString + plain[start..<min(start + room, plain.count)] + endOfControlString
    }
  }
}
