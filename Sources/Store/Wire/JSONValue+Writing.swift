extension JSONValue {
  /// The one form in which equal values are equal bytes: fields in the order of their names' bytes,
  /// no white space, and no escapes but those that JSON demands.
  var canonical: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }

  /// For people: a field a line.
  var indented: [UInt8] {
    var writer = JSONWriter()
    writer.write(self, indentation: 0)
    return writer.bytes
  }
}

/// Writes JSON, fields in the order of their names' bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { bytes += $0 }
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .array(let elements):
      put("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { put(",") }
        write(element)
      }
      put("]")
    case .object(let members):
      put("{")
      for (index, member) in members.inOrder.enumerated() {
        if index > 0 { put(",") }
        write(member.key)
        put(":")
        write(member.value)
      }
      put("}")
    case .null, .boolean, .integer, .number, .string: writePlain(value)
    }
  }

  mutating func write(_ value: JSONValue, indentation: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      put("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { put(",") }
        breakLine(indentation + 2)
        write(element, indentation: indentation + 2)
      }
      breakLine(indentation)
      put("]")
    case .object(let members) where !members.isEmpty:
      put("{")
      for (index, member) in members.inOrder.enumerated() {
        if index > 0 { put(",") }
        breakLine(indentation + 2)
        write(member.key)
        put(" : ")
        write(member.value, indentation: indentation + 2)
      }
      breakLine(indentation)
      put("}")
    default: write(value)
    }
  }

  private mutating func breakLine(_ indentation: Int) {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: indentation)
  }

  private mutating func writePlain(_ value: JSONValue) {
    switch value {
    case .null: put("null")
    case .boolean(let value): put(value ? "true" : "false")
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += String(value).utf8
    case .string(let text): write(text)
    case .array, .object: break
    }
  }

  mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: put("\\n")
      case 0x09: put("\\t")
      case 0x0D: put("\\r")
      case ..<0x20:
        put("\\u00")
        let digits = String(byte, radix: 16)
        if digits.utf8.count < 2 { put("0") }
        bytes += digits.utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension [String: JSONValue] {
  var inOrder: [(key: String, value: JSONValue)] {
    sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
