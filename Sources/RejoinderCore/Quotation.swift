/// How a claim is brought into a reply.
public enum Quotation {
  /// A claim as the opening of a reply in Markdown, with room below for the answer.
  ///
  /// Every line of the claim begins with `> `, as ``Reply/text`` has it, and is otherwise left as it
  /// stands in the essay: it can be looked up there again. A citation follows as a line of its own
  /// with what is known; nothing is made up for what is not.
  ///
  /// - Parameters:
  ///   - claim: The claim's words. Line feeds at its ends are dropped.
  ///   - counterargument: What to bring along below the citation, with its source and with the pack
  ///     that it was taken from.
  /// - Returns: Text that ends in a blank line.
  public static func markdown(
    _ claim: String, author: String? = nil, title: String? = nil,
    bringing counterargument: Counterargument? = nil
  ) -> String {
    markdown(claim, citation: citation(author: author, title: title), bringing: counterargument)
  }

  /// As ``markdown(_:author:title:bringing:)``, cited by an essay's metadata.
  ///
  /// Of an essay without author and title the source's name is cited, such as a file's, and not as
  /// if it were a title. Standard input has no name.
  public static func markdown(
    _ claim: String, from essay: EssayMetadata, bringing counterargument: Counterargument? = nil
  ) -> String {
    let citation =
      citation(author: essay.author, title: essay.title) ?? citation(source: essay.source)
    return markdown(claim, citation: citation, bringing: counterargument)
  }

  private static func markdown(
    _ claim: String, citation: String?, bringing counterargument: Counterargument?
  ) -> String {
    var paragraphs = [quoted(claim)]
    if let citation { paragraphs.append(citation) }
    if let counterargument { paragraphs.append(Self.paragraph(counterargument)) }
    return paragraphs.map { $0 + "\n\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    lines(text).map { "> " + $0 }.joined(separator: "\n")
  }

  /// `— Author, *Title*`, or the part of it that is known.
  private static func citation(author: String?, title: String?) -> String? {
    let author = author.map(oneLine) ?? ""
    let title = title.map(oneLine) ?? ""
    let parts = [escaped(author), title.isEmpty ? "" : "*" + escaped(title) + "*"]
      .filter { !$0.isEmpty }
    return parts.isEmpty ? nil : "— " + parts.joined(separator: ", ")
  }

  /// `— essay.txt`; `nil` for a source without a name of its own.
  private static func citation(source: EssaySource) -> String? {
    guard source != .standardInput else { return nil }
    let name = oneLine(source.name)
    return name.isEmpty ? nil : "— " + escaped(name)
  }

  private static func paragraph(_ counterargument: Counterargument) -> String {
    let origin = counterargument.origin
    var credits: [String] = []
    if let source = counterargument.source.map(oneLine), !source.isEmpty { credits.append(source) }
    if origin.kind == .pack || origin.kind == .import, !origin.label.isEmpty {
      credits.append("from *" + escaped(oneLine(origin.label)) + "*")
    }
    let text = lines(counterargument.text).joined(separator: "\n")
    return credits.isEmpty ? text : text + " (" + credits.joined(separator: "; ") + ")"
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }[...]
    while lines.count > 1, lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return Array(lines)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Keeps Markdown from taking a title's own signs for emphasis.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\*_`".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
