internal import RejoinderCore
internal import TerminalKit

/// Completing what is typed after the colon: names of commands, their choices, paths of files.
extension Model {
  /// Goes to the next completion of what was typed.
  mutating func completePrompt() -> [Effect] {
    guard var prompt, prompt.kind == .command else { return [] }
    let text = prompt.editor.text
    // Of several Tab goes from one to the next, and a single one it puts first.
    let isPut = prompt.pathLead == nil || prompt.completion != nil
    if prompt.completions.isEmpty || prompt.completions.count == 1 && isPut {
      if let lead = pathLead(of: text, in: prompt.origin) {
        return prompt.awaitedPaths == nil ? askForPaths(after: lead, in: text) : []
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
    guard let typed = TypedCommand(text), let lead = typed.lead,
      case .one(let entry) = entry(named: typed.name, in: mode),
      entry.argument == CommandEntry.fileArgument
    else { return nil }
    return lead
  }

  private mutating func askForPaths(after lead: String, in text: String) -> [Effect] {
    pathRequest += 1
    prompt?.awaitedPaths = pathRequest
    prompt?.pathLead = lead
    prompt?.completions = []
    prompt?.completion = nil
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
    prompt.hasTooManyNames = completion.paths.isEmpty && !completion.isWhole
    self.prompt = prompt
    return completion.paths.isEmpty ? [.ring] : []
  }

  /// Whether a slash would follow that of a folder which the reader did not type.
  var followsCompletedFolder: Bool {
    guard let prompt, prompt.endsInCompletedFolder, prompt.editor.selection == nil else {
      return false
    }
    return prompt.editor.cursor == prompt.editor.utf8.count
  }
}

extension Prompt {
  fileprivate mutating func put(_ text: String) {
    editor.replaceText(text)
    editor.perform(.textEnd, in: Size(columns: Int(Int16.max), rows: 1))
    endsInCompletedFolder = pathLead != nil && text.hasSuffix("/")
  }

  mutating func forgetCompletions() {
    endsInCompletedFolder = false
    hasTooManyNames = false
    completions = []
    completion = nil
    awaitedPaths = nil
    pathLead = nil
  }

  /// The names at the ends of the paths that Tab goes through, from the one in the line on; none where that is
  /// the only one.
  var completedNames: [String] {
    guard let pathLead, completions.count > 1 || completion == nil else { return [] }
    return completions[(completion ?? 0)...].map { line in
      let path = line.dropFirst(pathLead.count)
      let end = path.hasSuffix("/") ? path.dropLast() : path[...]
      return String(path[(end.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    }
  }
}
