import Testing

@testable import TerminalKit

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain words", "plain words"), ("", ""), (" ", ""), ("  led by blanks", "led by blanks"),
    ("followed by one ", "followed by one"), ("two  between", "two between"),
    ("a\tb\nc\r\nd", "a b c d"), ("no\u{A0}break", "no break"), ("bell\u{7}", "bell␇"),
    ("del\u{7F}", "del␡"), ("ärger", "ärger"), ("x\u{1B}[31m", "x␛[31m"),
  ])
  func oneLineHasSingleSpacesAndNothingHidden(_ text: String, _ line: String) {
    #expect(text.oneLine == line)
    #expect(text[...].oneLine == line)
  }
}
