extension Int {
  /// "1 claim", "2 claims".
  public func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
