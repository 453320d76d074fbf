extension Int {
  /// "1 claim", "2 claims", "2 replies".
  public func counted(_ noun: String) -> String {
    if self == 1 { return "1 \(noun)" }
    let stem = noun.dropLast()
    let isChanged = noun.hasSuffix("y") && stem.last.map { !"aeiou".contains($0) } == true
    return "\(self) " + (isChanged ? stem + "ies" : noun + "s")
  }
}
