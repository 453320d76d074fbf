internal import FoundationEssentials

/// What a careful editor would mark in editorials of the corpus, as numbers of sentences.
///
/// One editorial a line: its number, `thesis`, the sentences that would do as the thesis, `main`, the
/// other main claims. A line that begins with `#` is a comment.
package struct EditorMarks {
  package struct Marks {
    package var theses: Set<Int> = []
    package var others: Set<Int> = []

    package var all: Set<Int> { theses.union(others) }
  }

  /// By the editorial's number.
  package private(set) var marks: [String: Marks] = [:]

  package init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard let number = words.first else { continue }
      var found = Marks()
      var isThesis = true
      for word in words.dropFirst() {
        if let sentence = Int(word) {
          if isThesis { found.theses.insert(sentence) } else { found.others.insert(sentence) }
        } else {
          isThesis = word == "thesis"
        }
      }
      marks[String(number)] = found
    }
  }

  package static func read(_ path: String) throws -> EditorMarks {
    try EditorMarks(String(contentsOfFile: path, encoding: .utf8))
  }

  package subscript(essay: LabelledEssay) -> Marks? { marks[essay.number] }
}
