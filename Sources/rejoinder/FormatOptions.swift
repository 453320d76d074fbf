internal import ArgumentParser
internal import Ingest

/// What the reader says of the format of an essay.
struct FormatOptions: ParsableArguments {
  /// A format, or none: that leaves it to the content.
  struct Choice: ExpressibleByArgument {
    static let auto = "auto"
    static let allValueStrings = [auto] + FormatName.allCases.map(\.rawValue)

    var format: FormatName?

    init(format: FormatName? = nil) { self.format = format }

    init?(argument: String) {
      let named = FormatName(rawValue: argument)
      guard named != nil || argument == Self.auto else { return nil }
      format = named
    }

    var defaultValueDescription: String { format?.rawValue ?? Self.auto }
  }

  @Option(
    help: ArgumentHelp(
      "What the essay is, whatever it looks like and is called; auto goes by its content.",
      valueName: "format"))
  var inputFormat = Choice()

  /// `nil` leaves it to the content.
  var format: FormatName? { inputFormat.format }
}
