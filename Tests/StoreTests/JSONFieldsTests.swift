import Testing

@testable import Store

@Suite struct JSONFieldsTests {
  /// Bytes and not characters give the order, on which the sums of records rest.
  @Test func fieldsStandInTheOrderOfTheirNamesBytes() {
    let names = ["é", "b", "", "a", "e\u{301}", "ab", "Z", "ﬁ", "😀"]
    for start in names.indices {
      var fields: JSONFields = [:]
      for name in names[start...] + names[..<start] { fields[name] = .string(name) }
      let order = ["", "Z", "a", "ab", "b", "e\u{301}", "é", "ﬁ", "😀"]
      #expect(fields.fields.map { Array($0.name.utf8) } == order.map { Array($0.utf8) })
      for name in names { #expect(fields[name] == .string(name)) }
    }
  }

  @Test func aFieldIsReplacedAndTakenOut() {
    var fields: JSONFields = ["a": .null, "b": .integer(1)]
    fields["b"] = .integer(2)
    fields["a"] = nil
    fields["c"] = nil
    #expect(fields == ["b": .integer(2)])
    #expect(fields["a"] == nil && fields["bb"] == nil && !fields.isEmpty)
  }

  @Test(arguments: [
    ("{\"a\": 1, \"b\": 2, \"a\": 1}", false), ("{\"b\": 1, \"\\u0062\": 2}", false),
    ("{\"é\": 1, \"e\u{301}\": 2}", false), ("{\"é\": 1, \"e\": 2, \"ê\": 3}", true),
    ("{\"b\": 1, \"a\": 2}", true),
  ])
  func twoFieldsOfOneNameAreNoObject(json: String, isObject: Bool) {
    #expect((JSONValue(parsing: Array(json.utf8)) != nil) == isObject)
  }
}
