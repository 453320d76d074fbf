internal import RejoinderCore
internal import TerminalKit

/// Completing what is typed after the colon: names of commands, their choices, paths of files.
extension Model {
  /// Goes to the next completion of what was typed.
  mutating func completePrompt() -> [Effect] {
    guard var prompt, prompt.kind == .command else { return [] }
    let text = prompt.editor.text
    if prompt.completions.count <= 1 {
      if let lead = pathLead(of: text, in: prompt.origin) {
        return askForPaths(after: lead, in: text)
      }
      prompt.completions = completions(of: text, in: prompt.origin)
      prompt.completion = nil
    }
    guard !prompt.completions.isEmpty else { return [] }
    let next = prompt.completion.map { ($0 + 1) % prompt.completions.count } ?? 0
    prompt.completion = next
    prompt.put(prompt.completions[next])
    self.prompt = prompt
    return []
  }

  func completions(of text: String, in mode: Mode) -> [String] {
    let layout = (keyMap.entry(for: .layout)?.name ?? "") + " "
    if text.hasPrefix(layout) {
      return NoteLayout.allCases.map { layout + $0.rawValue }.filter { $0.hasPrefix(text) }
    }
    return typeableEntries(in: mode).map { $0.argument == nil ? $0.name : $0.name + " " }
      .filter { $0.hasPrefix(text) }.sorted()
  }

  // MARK: Paths

  /// What stands before the path in a line that ends in one.
  private func pathLead(of text: String, in mode: Mode) -> String? {
    guard let space = text.firstIndex(of: " ") else { return nil }
    var name = text[..<space]
    if name.hasSuffix("!") { name.removeLast() }
    let entry = typeableEntries(in: mode).first { $0.name == name }
    guard entry?.argument == CommandEntry.fileArgument else { return nil }
    return String(text.prefix { $0 != " " } + text[space...].prefix { $0 == " " })
  }

  private mutating func askForPaths(after lead: String, in text: String) -> [Effect] {
    pathRequest += 1
    prompt?.awaitedPaths = pathRequest
    prompt?.pathLead = lead
    return [.completePath(String(text.dropFirst(lead.count)), request: pathRequest)]
  }

  /// Completes a path as far as all that it could become agree; then Tab goes from one to the next.
  mutating func take(_ completion: PathCompletion, request: Int) -> [Effect] {
    guard var prompt, prompt.awaitedPaths == request, let lead = prompt.pathLead else { return [] }
    prompt.awaitedPaths = nil
    let common = lead + completion.commonBeginning
    if completion.isWhole, common.utf8.count > prompt.editor.utf8.count { prompt.put(common) }
    let isOne = completion.isWhole && completion.paths.count == 1
    prompt.completions = isOne ? [] : completion.paths.map { lead + $0 }
    prompt.completion = nil
    self.prompt = prompt
    return completion.paths.isEmpty ? [.ring] : []
  }

  /// Whether the line ends in a folder that the reader did not type.
  var hasCompletedFolder: Bool {
    guard let prompt, prompt.pathLead != nil, prompt.awaitedPaths == nil else { return false }
    return prompt.editor.text.hasSuffix("/")
  }
}

extension Prompt {
  fileprivate mutating func put(_ text: String) {
    editor.replaceText(text)
    editor.perform(.textEnd, in: Size(columns: Int(Int16.max), rows: 1))
  }

  mutating func forgetCompletions() {
    completions = []
    completion = nil
    awaitedPaths = nil
    pathLead = nil
  }

  /// The names at the ends of the paths that Tab goes through, from the one in the line on.
  var completedNames: [String] {
    guard let pathLead, completions.count > 1 else { return [] }
    return completions[(completion ?? 0)...].map { line in
      let path = line.dropFirst(pathLead.count)
      let end = path.hasSuffix("/") ? path.dropLast() : path[...]
      return String(path[(end.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    }
  }
}
