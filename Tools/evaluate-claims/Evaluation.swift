import Analysis
import ClaimTraining
import RejoinderCore

/// What the detector makes of labelled essays, in figures.
struct Evaluation {
  private let analyzer = Analyzer()
  private let essays: [Judged]

  /// An essay with what the detector says of the corpus's own sentences.
  private struct Judged {
    let essay: LabelledEssay
    let marks: EditorMarks.Marks?
    let estimates: [ClaimEstimate]
    let sentences: [Sentence]
  }

  init(_ labelled: [LabelledEssay], marks: EditorMarks) {
    let analyzer = analyzer
    essays = labelled.map { essay in
      Judged(
        essay: essay, marks: marks[essay],
        estimates: analyzer.detector.estimates(of: essay.sentences[...], in: essay.essay),
        sentences: analyzer.judged(essay.sentences, in: essay.essay))
    }
  }

  func report() {
    row("detector", analyzer.version)
    row("essays", "\(essays.count)")
    reportContestability()
    reportMarks()
    reportPremises()
    reportLevels()
    var boundaries = BoundaryAgreement()
    for judged in essays {
      boundaries.add(
        analyzer.sentences(of: judged.essay.essay), expected: judged.essay.sentences)
    }
    row("sentence boundaries F1", boundaries.score)
  }

  // MARK: Against the corpus

  private func reportContestability() {
    let measures = Measures(
      essays: essays.map { judged in
        judged.estimates.indices.map { index in
          let estimate = judged.estimates[index]
          return Measures.Judgement(
            confidence: estimate.confidence,
            weight: estimate.isEligible ? estimate.weight : -100,
            isClaim: judged.essay.isClaim(at: index))
        }
      })
    row("AUC", measures.areaUnderCurve)
    row("average precision", measures.averagePrecision)
    row("P@30% by confidence", measures.precision(top: 0.3, by: \.confidence))
    row("P@30% by importance", measures.precision(top: 0.3, by: \.weight))
    row("calibration error (ECE)", measures.calibrationError)
  }

  /// Of what the corpus calls a premise, how much is given its kind.
  private func reportPremises() {
    var right = 0
    var all = 0
    var byKind = PremiseKind.allCases.map { _ in (right: 0, found: 0, all: 0) }
    for judged in essays {
      for index in judged.estimates.indices {
        guard let kind = judged.essay.premise(at: index) else { continue }
        let found = judged.estimates[index].premise
        all += 1
        if found == kind { right += 1 }
        for (place, candidate) in PremiseKind.allCases.enumerated() {
          if kind == candidate { byKind[place].all += 1 }
          if found == candidate { byKind[place].found += 1 }
          if kind == candidate, found == candidate { byKind[place].right += 1 }
        }
      }
    }
    row("premise kind, accuracy", share(right, all))
    for (kind, counts) in zip(PremiseKind.allCases, byKind) {
      row(
        "  \(kind.rawValue)",
        "precision \(thousandths(share(counts.right, counts.found))), "
          + "recall \(thousandths(share(counts.right, counts.all))), of \(counts.all)")
    }
    let sentences = essays.flatMap { judged in
      zip(judged.sentences, judged.essay.labels)
    }
    row(
      "role claim or premise, accuracy",
      share(
        sentences.count { $0.0.isClaim == ($0.1 == "claim") }, sentences.count))
  }

  // MARK: Against an editor's marks

  private func reportMarks() {
    let marked = essays.filter { $0.marks?.theses.isEmpty == false }
    guard !marked.isEmpty else { return }
    row("essays with an editor's marks", "\(marked.count)")
    for (name, key) in [("confidence", \ClaimEstimate.confidence), ("importance", \.weight)] {
      let places = marked.map { judged in place(ofThesis: judged, by: key) }
      row("thesis in the top third by \(name)", share(places.count { $0 <= 1.0 / 3 }, places.count))
      row("all its wordings, by \(name)", wordings(of: marked, by: key))
      row("main claims in the top 30% by \(name)", mainClaims(of: marked, by: key))
    }
    row(
      "thesis is one of the editor's",
      share(
        marked.count { judged in
          judged.sentences.firstIndex { $0.role == .thesis }
            .map { judged.marks?.theses.contains($0) == true } ?? false
        }, marked.count))
  }

  private func order(_ judged: Judged, by key: KeyPath<ClaimEstimate, Float>) -> [Int] {
    judged.estimates.indices.sorted { left, right in
      (judged.estimates[left][keyPath: key], right)
        > (judged.estimates[right][keyPath: key], left)
    }
  }

  /// Where the best of the theses stands, 0 for the first of all sentences, 1 for the last.
  private func place(
    ofThesis judged: Judged, by key: KeyPath<ClaimEstimate, Float>
  ) -> Double {
    let place = order(judged, by: key).firstIndex { judged.marks?.theses.contains($0) == true }
    return Double(place ?? judged.estimates.count) / Double(max(1, judged.estimates.count))
  }

  private func wordings(
    of marked: [Judged], by key: KeyPath<ClaimEstimate, Float>
  ) -> Double {
    let shares = marked.map { judged in
      let best = order(judged, by: key).prefix((judged.estimates.count + 2) / 3)
      let theses = judged.marks?.theses ?? []
      return share(best.count { theses.contains($0) }, theses.count)
    }
    return shares.reduce(0, +) / Double(shares.count)
  }

  private func mainClaims(
    of marked: [Judged], by key: KeyPath<ClaimEstimate, Float>
  ) -> Double {
    let shares = marked.map { judged in
      let best = order(judged, by: key).prefix(
        max(1, Int(Double(judged.estimates.count) * 0.3 + 0.5)))
      return share(best.count { judged.marks?.all.contains($0) == true }, best.count)
    }
    return shares.reduce(0, +) / Double(shares.count)
  }

  // MARK: What is shown

  private func reportLevels() {
    for level in HighlightLevel.allCases {
      var shown = 0
      var claims = 0
      var all = 0
      var main = 0
      var mainShown = 0
      var theses = 0
      var marked = 0
      for judged in essays {
        let found = judged.sentences.indices.filter {
          judged.sentences[$0].isHighlighted(at: level)
        }
        shown += found.count
        all += judged.sentences.count
        claims += found.count { judged.essay.isClaim(at: $0) }
        guard let marks = judged.marks else { continue }
        marked += 1
        main += marks.all.count
        mainShown += found.count { marks.all.contains($0) }
        if found.contains(where: { marks.theses.contains($0) }) { theses += 1 }
      }
      row(
        "level \(level)",
        "\(thousandths(share(shown, all))) of the sentences, "
          + "precision \(thousandths(share(claims, shown))), "
          + "main claims \(thousandths(share(mainShown, main))), "
          + "thesis \(thousandths(share(theses, marked)))")
    }
  }

  // MARK: Printing

  private func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  private func row(_ name: String, _ value: Double) { row(name, thousandths(value)) }

  private func row(_ name: String, _ value: String) {
    print(name + String(repeating: " ", count: max(1, 42 - name.count)) + value)
  }

  private func thousandths(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let digits = "\(thousandths % 1_000)"
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension Sentence {
  fileprivate var isClaim: Bool { role == .claim || role == .thesis }
}
