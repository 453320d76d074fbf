import Delivery
import Testing

@Suite struct DestinationTests {
  @Test(arguments: Destination.allCases)
  func isNamedAndExplainedInOneLine(destination: Destination) {
    #expect(Destination(rawValue: destination.name) == destination)
    #expect(!destination.help.isEmpty && !destination.help.contains("\n"))
  }
}
