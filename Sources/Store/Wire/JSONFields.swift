/// The fields of a JSON object, in the order of their names' bytes.
///
/// Objects here are small, and a dictionary of this type would be the first thing before the first frame
/// for which the runtime looks through all conformances of the program.
struct JSONFields: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  struct Field: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  private(set) var fields: [Field]

  /// - Returns: `nil` where two fields have one name, or two that are spelled otherwise and count as equal:
  ///   of those `Codable` would keep one.
  init?(_ fields: [Field]) {
    self.fields = fields.sorted { Self.precedes($0.name, $1.name) }
    for index in self.fields.indices.dropFirst()
    where !Self.precedes(self.fields[index - 1].name, self.fields[index].name) { return nil }
    let others = fields.map(\.name).filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    guard others.isEmpty || Set(others).count == others.count else { return nil }
  }

  init(dictionaryLiteral elements: (String, JSONValue)...) {
    fields = []
    for (name, value) in elements { self[name] = value }
  }

  init(_ dictionary: [String: JSONValue]) {
    fields = dictionary.map { Field(name: $0.key, value: $0.value) }
      .sorted { Self.precedes($0.name, $1.name) }
  }

  var dictionary: [String: JSONValue] {
    Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  var isEmpty: Bool { fields.isEmpty }

  subscript(name: String) -> JSONValue? {
    get {
      let index = place(of: name)
      return isThere(name, at: index) ? fields[index].value : nil
    }
    set {
      let index = place(of: name)
      switch (newValue, isThere(name, at: index)) {
      case (let value?, true): fields[index].value = value
      case (let value?, false): fields.insert(Field(name: name, value: value), at: index)
      case (nil, true): fields.remove(at: index)
      case (nil, false): break
      }
    }
  }

  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  private func isThere(_ name: String, at index: Int) -> Bool {
    index < fields.count && fields[index].name.utf8.elementsEqual(name.utf8)
  }

  /// Where a field of this name stands or would have to.
  private func place(of name: String) -> Int {
    var range = 0..<fields.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if Self.precedes(fields[middle].name, name) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
