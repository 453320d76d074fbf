import Analysis
import RejoinderCore
import Testing

@testable import ClaimTraining

@Suite struct ModelTrainingTests {
  private static let settings: ModelTraining.Settings = {
    var settings = ModelTraining.Settings()
    settings.slots = 1 << 10
    settings.folds = 2
    return settings
  }()

  private func model(
    _ lines: String = LabelledFixture.lines, marks: String = LabelledFixture.marks
  ) throws -> ClaimModel {
    ModelTraining(
      try LabelledEssay.read(lines.utf8), marks: EditorMarks(marks), settings: Self.settings
    ).model()
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let first = try model().bytes
    #expect(try model().bytes == first)
    #expect(first.count < 256 * 1_024)
  }

  @Test func anotherInputGivesOtherBytes() throws {
    let bytes = try model().bytes
    #expect(try model(LabelledFixture.swapped).bytes != bytes)
    #expect(try model(marks: "001 thesis 0").bytes != bytes)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let bytes = try model().bytes
    let read = try #require(ClaimModel(bytes: bytes))
    #expect(read.bytes == bytes)
  }

  @Test func damagedModelsAreRefused() throws {
    let bytes = try model().bytes
    #expect(ClaimModel(bytes: []) == nil)
    #expect(ClaimModel(bytes: Array(bytes.dropLast())) == nil)
    #expect(ClaimModel(bytes: bytes + [0]) == nil)
    for index in 0..<9 {
      var damaged = bytes
      damaged[index] ^= 0x55
      #expect(ClaimModel(bytes: damaged) == nil, "byte \(index)")
    }
  }

  @Test func learnsWhatTheLabelsSay() throws {
    let essays = try LabelledEssay.read(LabelledFixture.lines.utf8)
    let training = ModelTraining(essays, marks: EditorMarks(""), settings: Self.settings)
    let scores = training.crossValidatedScores()
    let labels = essays.flatMap { essay in essay.sentences.indices.map(essay.isClaim) }
    func mean(_ wanted: Bool) -> Double {
      let found = zip(scores, labels).filter { $0.1 == wanted }.map(\.0)
      return found.reduce(0, +) / Double(found.count)
    }
    #expect(mean(true) > mean(false) + 0.5)
  }

  @Test func titlesArePutTogetherFromTheText() throws {
    let essays = try LabelledEssay.read(LabelledFixture.lines.utf8)
    #expect(essays.map(\.number) == ["001", "002", "003", "004"])
    let title = try #require(essays[0].essay.metadata.title)
    #expect(Set(title.split(separator: " ")) == ["ferry", "must", "stay"])
  }

  @Test func marksAreNumbersAfterTheirWords() throws {
    let marks = EditorMarks("# comment\n001 thesis 3 5 main 0 9\n002 main 1\n")
    #expect(marks.marks["001"]?.theses == [3, 5])
    #expect(marks.marks["001"]?.all == [0, 3, 5, 9])
    #expect(marks.marks["002"]?.theses == [])
    #expect(marks.marks.count == 2)
  }
}
