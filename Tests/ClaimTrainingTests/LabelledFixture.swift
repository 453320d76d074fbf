/// A corpus of four short essays, in the form of the one that the detector is trained on.
enum LabelledFixture {
  static let marks = "001 thesis 0 main 3\n002 thesis 4 main 2\n003 thesis 0 main 4\n"

  static var lines: String { text(essays) }

  /// The same with the labels of the first essay turned round.
  static var swapped: String {
    var swapped = essays
    swapped[0].sentences = swapped[0].sentences.map { unit, text in
      (unit == "assumption" ? "anecdote" : "assumption", text)
    }
    return text(swapped)
  }

  private static let essays: [(name: String, sentences: [(unit: String, text: String)])] = [
    (
      "001-ferrymuststay",
      [
        ("assumption", "The ferry must stay, whatever the bridge may promise."),
        ("anecdote", "On Monday the harbour office closed its window at noon."),
        ("testimony", "The harbour master told me that the boats were full in June."),
        ("assumption", "A harbour without a ferry is a car park with a view."),
      ]
    ),
    (
      "002-breadandrent",
      [
        ("statistics", "In 2014 the rent rose by 9 percent, and the wages by 1."),
        ("anecdote", "My neighbour moved to her sister last winter."),
        ("assumption", "Nobody should have to choose between bread and rent."),
        ("testimony", "A clerk said that the waiting list was closed in March."),
        ("assumption", "The council must build, and it should begin with its own land."),
      ]
    ),
    (
      "003-schoolbells",
      [
        ("assumption", "School should begin later, because tired children cannot learn."),
        ("statistics", "A study of 400 pupils found that they slept 50 minutes longer in 2012."),
        ("common-ground", "Everybody knows that children need sleep."),
        ("anecdote", "Last year one school rang its bell at nine."),
        ("assumption", "Early bells are a cruel habit, and a stupid one."),
      ]
    ),
    (
      "004-thewell",
      [
        ("anecdote", "The well was dug in 1911 by two brothers."),
        ("testimony", "The mayor said on Tuesday that it would be filled."),
        ("assumption", "It is wrong to bury what still gives water."),
        ("no-unit", "More soon."),
      ]
    ),
  ]

  private static func text(
    _ essays: [(name: String, sentences: [(unit: String, text: String)])]
  ) -> String {
    var lines = ""
    for essay in essays {
      for (index, sentence) in essay.sentences.enumerated() {
        let label =
          switch sentence.unit {
          case "assumption": "claim"
          case "no-unit": "none"
          default: "premise"
          }
        lines += """
          {"doc": "\(essay.name)", "paragraph": \(index / 3), "text": "\(sentence.text)", \
          "unit": "\(sentence.unit)", "label": "\(label)"}

          """
      }
    }
    return lines
  }
}
