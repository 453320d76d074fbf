/// How long what was deleted can be brought back.
public enum Tombstone {
  public static let daysKept = 30

  /// Whether what was deleted at `time` has been kept long enough.
  public static func isOver(_ time: Timestamp, at now: Timestamp) -> Bool {
    now.milliseconds(since: time) > Int64(daysKept) * 86_400_000
  }
}

extension Annotation {
  /// The same without what it held, where that was deleted too long ago to be brought back. It still
  /// keeps older copies from coming back.
  public func cleared(at now: Timestamp) -> Annotation {
    guard isDeleted, Tombstone.isOver(modified, at: now) else { return self }
    var tombstone = self
    tombstone.anchor = Anchor(quote: "", prefix: "", suffix: "", position: anchor.position)
    switch body {
    case .note: tombstone.body = .note("")
    case .counterargument(let attack, _, _):
      tombstone.body = .counterargument(attack: attack, text: "", source: nil)
    case .decision, .mark, .assessment: break
    }
    return tombstone
  }

  /// Whether it was deleted and there is something to bring back.
  public func canBeRestored(at now: Timestamp) -> Bool {
    guard isDeleted, !Tombstone.isOver(modified, at: now), !anchor.quote.isEmpty else {
      return false
    }
    switch body {
    case .note(let text), .counterargument(_, let text, _):
      return !text.allSatisfy(\.isWhitespace)
    case .mark: return true
    case .decision, .assessment: return false
    }
  }
}

extension Reply {
  /// The same without its text, where that was deleted too long ago to be brought back.
  public func cleared(at now: Timestamp) -> Reply {
    guard isDeleted, Tombstone.isOver(modified, at: now) else { return self }
    var tombstone = self
    tombstone.text = ""
    tombstone.claims = []
    return tombstone
  }

  /// Whether it was deleted and there is something to bring back.
  public func canBeRestored(at now: Timestamp) -> Bool {
    isDeleted && !Tombstone.isOver(modified, at: now) && !text.allSatisfy(\.isWhitespace)
  }
}
