/// What the program says to its reader, apart from what stands in the tables of commands and styles.
enum Phrase {
  static let why = "Marked because it "
  static let noteLabel = "Your note: "
  static let source = "Source: "
  static let looking = "Looking for claims…"
  static let noClaims = "No claims found here. V selects a sentence, m marks it."
  static let notAClaim = "Not marked as a claim."

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  static func dismissed(_ number: Int) -> String { "\(number) dismissed; Tab shows them" }

  static func more(_ hidden: Int) -> String {
    hidden > 0 ? "… \(count(hidden, "more")) · Tab" : "… more · Tab"
  }
}
