/// What an editor has written, or was given.
public struct EditedDraft: Sendable, Hashable {
  /// Its file's name, which no other draft has.
  public let name: String
  /// Without the line feed at its end.
  public let text: String
  /// What was given with the draft to ``ExternalEditor/run(_:command:folder:owner:environment:)``, so that it
  /// is known whose it is.
  public let owner: String
  /// Whether it is not what the editor was given any more.
  public let isChanged: Bool

  public init(name: String, text: String, owner: String, isChanged: Bool) {
    self.name = name
    self.text = text
    self.owner = owner
    self.isChanged = isChanged
  }
}
