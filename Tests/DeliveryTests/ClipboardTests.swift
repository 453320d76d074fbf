import Testing

@testable import Delivery

@Suite struct ClipboardTests {
  private let escape: Character = "\u{1B}"

  private func string(_ offer: ClipboardOffer) -> String {
    String(decoding: offer.sequence, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("外?>", "5aSWPz4="),
  ])
  func encodesAsTheStandardHasIt(text: String, expected: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func encodesEveryByte() {
    let encoded = Base64.encode(Array(0...255))
    #expect(encoded.count == 344)
    #expect(String(decoding: encoded.suffix(12), as: UTF8.self) == "+fr7/P3+/w==")
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], Multiplexer.none), ([:], .none),
    (["TERM": "xterm", "TMUX": "/tmp/tmux-0/default,1,0"], .tmux),
    (["TERM": "screen", "TMUX": "/tmp/tmux-0/default,1,0", "STY": "1.a"], .tmux),
    (["TERM": "screen.xterm", "STY": "123.pts-0.host"], .screen),
    (["TERM": "tmux-256color"], .tmux), (["TERM": "screen-256color"], .screen),
    (["TERM": "xterm", "TMUX": "", "STY": ""], .none),
  ])
  func tellsWhatRunsTheSession(environment: [String: String], expected: Multiplexer) {
    #expect(Multiplexer(environment: environment) == expected)
  }

  @Test func offersPlainly() {
    #expect(string(ClipboardOffer("foo", through: .none)) == "\(escape)]52;c;Zm9v\u{7}")
  }

  @Test func wrapsForTmuxWithEveryEscapeDoubled() {
    let plain = "\(escape)]52;c;Zm9v\u{7}"
    let wrapped = "\(escape)Ptmux;\(escape)\(plain)\(escape)\\"
    #expect(string(ClipboardOffer("foo", through: .tmux)) == wrapped + plain)
  }

  @Test(arguments: [0, 1, 567, 568, 569, 570, 5_000])
  func screenGetsPiecesThatItTakes(count: Int) {
    let text = String(repeating: "x", count: count)
    let sequence = string(ClipboardOffer(text, through: .screen))
    let pieces = sequence.split(separator: "\(escape)\\")
    #expect(pieces.allSatisfy { $0.hasPrefix("\(escape)P") && $0.utf8.count + 2 <= 768 })
    let joined = pieces.map { $0.dropFirst(2) }.joined()
    #expect(joined == string(ClipboardOffer(text, through: .none)))
  }

  @Test func theReceiptPromisesNoMoreThanIsKnown() {
    let offer = ClipboardOffer("e\u{301}x", through: .none)
    #expect(offer.receipt == "offered 2 characters to the terminal's clipboard")
    #expect(
      ClipboardOffer("x", through: .none).receipt
        == "offered 1 character to the terminal's clipboard")
    for multiplexer in [Multiplexer.none, .tmux, .screen] {
      let receipt = ClipboardOffer("reply", through: multiplexer).receipt
      #expect(!receipt.lowercased().contains("copied"))
    }
  }

  @Test func aLongTextIsOfferedWithAWarning() {
    let limit = ClipboardOffer.commonLimit
    #expect(!ClipboardOffer(String(repeating: "x", count: limit), through: .none).mayBeCut)
    let long = ClipboardOffer(String(repeating: "x", count: limit + 1), through: .none)
    #expect(long.mayBeCut)
    #expect(long.receipt.contains("it may be cut"))
    #expect(long.sequence.count > 99_992)
  }
}
