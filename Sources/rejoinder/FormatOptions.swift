internal import ArgumentParser
internal import Ingest

/// What the reader says of the format of an essay.
struct FormatOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case auto, text, markdown, html, epub
  }

  @Option(
    help: ArgumentHelp(
      "What the essay is, whatever it looks like and is called; auto goes by its content.",
      valueName: "format"))
  var inputFormat = Format.auto

  /// `nil` leaves it to the content.
  var format: FormatName? {
    switch inputFormat {
    case .auto: nil
    case .text: .text
    case .markdown: .markdown
    case .html: .html
    case .epub: .epub
    }
  }
}
