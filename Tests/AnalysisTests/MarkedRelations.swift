import RejoinderCore

@testable import Analysis

/// What a careful reader says that lines of the marked essays support: a line and the lines that it may
/// be said to support. Lines are counted from 0; what is no claim and stands here is a premise.
struct MarkedRelations: CustomStringConvertible, Sendable {
  let essay: MarkedEssay
  let relations: [Int: Set<Int>]

  var description: String { essay.name }

  /// The essay as the reader would mark it.
  var marking: Marking {
    var marking = Marking()
    let passages = essay.passages
    for (line, verdict) in essay.verdicts.enumerated() {
      let kind: ClaimKind = verdict == .policy || verdict == .thesis ? .policy : .value
      switch verdict {
      case .thesis, .policy, .marked:
        marking.claims.append(
          Claim(
            passage: passages[line], role: verdict == .thesis ? .thesis : .claim, kind: kind,
            confidence: 1, standing: .detected))
      case .free, .never:
        if relations[line] != nil { marking.premises.append(passages[line]) }
      }
    }
    return marking
  }

  /// The weights were set while looking at these.
  static let seen = [
    MarkedRelations(
      essay: .streetlights,
      relations: [
        0: [2], 1: [2], 4: [5, 2], 9: [11], 5: [2], 6: [2], 11: [2], 13: [14, 2], 14: [2], 17: [2],
        18: [2],
      ]),
    MarkedRelations(
      essay: .slowTrain,
      relations: [1: [2], 5: [4], 7: [6, 8], 4: [2], 6: [2], 8: [2, 6], 10: [2]]),
    MarkedRelations(
      essay: .lateFees,
      relations: [1: [12], 6: [12, 4], 8: [9], 4: [12], 5: [12, 4], 9: [12], 11: [12], 13: [12]]),
    MarkedRelations(
      essay: .homework,
      relations: [
        1: [0], 5: [0, 6], 6: [7, 0], 7: [0], 9: [0], 10: [0, 9], 11: [0], 12: [11], 14: [11, 0],
      ]),
    MarkedRelations(
      essay: .pavements,
      relations: [
        0: [2], 1: [2], 2: [3], 5: [3], 8: [9], 9: [3], 11: [3], 12: [3], 13: [3], 14: [3],
      ]),
    MarkedRelations(
      essay: .museums,
      relations: [4: [5], 5: [1], 8: [7], 9: [7, 8], 7: [1], 11: [1], 13: [1], 14: [1]]),
    MarkedRelations(
      essay: .lawns,
      relations: [
        4: [3], 5: [3, 6], 3: [13], 6: [13, 3], 10: [13], 11: [13], 14: [13, 15], 15: [13],
      ]),
  ]

  /// Nothing was changed for these.
  static let unseen = [
    MarkedRelations(
      essay: .cranes,
      relations: [
        4: [2], 6: [2], 8: [10, 11, 2], 9: [10, 11, 2], 10: [11, 2], 11: [2], 12: [11, 2], 14: [2],
      ]),
    MarkedRelations(
      essay: .quietCarriage,
      relations: [1: [3], 2: [3], 3: [11], 6: [11], 7: [11], 10: [11], 12: [11], 13: [11]]),
  ]
}

extension MarkedEssay {
  /// Where the lines stand in the text.
  var passages: [Passage] {
    var start = 0
    return lines.map { line in
      let passage =
        essay.text.firstPassage(of: line, from: start) ?? Passage(start: start, end: start)
      start = passage.end
      return passage
    }
  }
}
