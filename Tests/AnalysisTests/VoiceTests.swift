import RejoinderCore
import Testing

@testable import Analysis

/// Who speaks in one sentence, and what for.
@Suite struct VoiceTests {
  private func voice(_ text: String) -> Voice {
    let utf8 = Array(text.utf8)
    var words: [Word] = []
    let marks = WordReader.read(utf8, 0..<utf8.count, with: .english, into: &words)
    return Voice(words[...], marks)
  }

  @Test(arguments: [
    "Critics say that the bridge is a toy.",
    "Some will call this theft.",
    "Many of them fear that the ferry will go.",
    "If the ferry goes, they warn, the island will empty.",
    "The island will empty, or so the argument goes.",
    "A ferry, says the harbour office, costs less than a bridge.",
    "We are told that patience is a virtue.",
    "It is often argued that bridges bring traffic.",
    "There are those who say that the island should be left alone.",
    "Opponents insist that the toll must not rise.",
    "But critics say it is not only ugly but dangerous.",
    "The mayor has said that the road should close.",
    "Islanders worry that the ferry will be forgotten.",
  ])
  func othersViewsAreAttributed(_ text: String) {
    #expect(voice(text).isAttributed)
    #expect(!voice(text).advocates)
  }

  @Test(arguments: [
    "Residents must be asked before a lamp goes out.",
    "I say that the bridge is worth its price.",
    "Nobody on the council can say what the bridge is for.",
    "Critics say that the bridge is a toy, but they have never crossed the water in January.",
    "To those who say that bridges are ugly, the island is an answer.",
    "Those who warn of traffic have never counted the cars.",
    "States have no business in a harbour.",
    "These claims rest on nothing.",
    "Some streets need no lamp at all.",
    "History warns us what neglect will cost.",
  ])
  func theAuthorsOwnViewIsNotAttributed(_ text: String) {
    #expect(!voice(text).isAttributed)
  }

  @Test(arguments: [
    "The council should repair the bridge.",
    "I think that visitors ought to pay.",
    "Drivers have to learn patience.",
    "The parish need not wait for a decree.",
    "It is time to close the road.",
    "Let us close the road for a year.",
    "If the talks fail, the council must begin again.",
    "We must say openly what the bridge costs.",
    "Those who keep a book should lose their card.",
  ])
  func callsAreTheAuthors(_ text: String) {
    #expect(voice(text).advocates)
  }

  @Test(arguments: [
    "The council should have repaired the bridge.",
    "The council must never have read the report.",
    "It is wrong that a ferry should cost more than a bridge.",
    "The paper debates which side ought to pay.",
    "The argument begins when pressure must be applied.",
    "The notice that somebody pinned up in May says that the council must pay.",
    "A third of the town thinks the bridge should go.",
    "We must admit that the bridge is ugly.",
    "The need for a bridge is an old one.",
    "Should anyone object, the plan is dead.",
    "Should the bridge be repaired?",
    "Let us look at the figures.",
  ])
  func theseCallForNothing(_ text: String) {
    #expect(!voice(text).advocates)
  }

  @Test(
    arguments: [
      ("There is also the question of who pays.", true),
      ("Which brings us to the money.", true),
      ("Then there is the matter of the ferry.", true),
      ("So much for the ferry.", true),
      ("There are three objections, and I will take them in turn.", true),
      ("Here is what the council was told in the spring:", true),
      ("Three reasons speak for the bridge, of which the second would be enough by itself.", false),
      ("There is no question that matters less.", false),
      ("Let us close the road.", false),
    ])
  func signposts(_ text: String, _ leads: Bool) {
    #expect(voice(text).leadsOver == leads)
  }

  @Test(arguments: [
    ("A lamp that shines on nobody protects nobody.", true),
    ("People return what they are not ashamed to return.", true),
    ("But a railway that forgets this is only a long lift.", true),
    ("Tourists will not turn back for the price of a sandwich.", true),
    ("A lamp fell on the mayor yesterday.", false),
    ("A friend of mine keeps four lamps.", false),
    ("The lamp in our lane is broken.", false),
  ])
  func generalStatements(_ text: String, _ isMaxim: Bool) throws {
    let essay = essay(text)
    let row = try #require(
      FeatureTable(
        of: [Sentence(passage: Passage(start: 0, end: text.utf8.count), paragraph: 0)][...],
        in: essay, slots: 1
      ).rows.first)
    #expect((row[Feature.maxim.rawValue] > 0) == isMaxim)
  }

  @Test(arguments: [
    ("A slow train is not a museum.", true),
    ("Ticks are a reason to wear socks, not a reason to shave a parish.", true),
    ("The train is not late.", false),
    ("The council does not know a museum when it sees one.", false),
  ])
  func denials(_ text: String, _ denies: Bool) {
    #expect(voice(text).deniesDescription == denies)
  }

  @Test(arguments: [
    ("The writer is a retired curator.", true),
    ("Filed under: Travel, Opinion", true),
    ("This column first appeared in another paper.", true),
    ("The writer of that report is mistaken.", false),
  ])
  func linesOfThePage(_ text: String, _ isBoilerplate: Bool) {
    #expect(voice(text).isBoilerplate == isBoilerplate)
  }
}
