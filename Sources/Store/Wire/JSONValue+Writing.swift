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
      for (index, member) in members.fields.enumerated() {
        if index > 0 { put(",") }
        write(member.name)
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
      for (index, member) in members.fields.enumerated() {
        if index > 0 { put(",") }
        breakLine(indentation + 2)
        write(member.name)
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
    var text = text
    text.withUTF8 { utf8 in
      // Whole stretches at once: most of a text needs no escape.
      var start = 0
      for index in utf8.indices where Self.needsEscape(utf8[index]) {
        bytes += utf8[start..<index]
        writeEscape(of: utf8[index])
        start = index + 1
      }
      bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func writeEscape(of byte: UInt8) {
    switch byte {
    case 0x0A: put("\\n")
    case 0x09: put("\\t")
    case 0x0D: put("\\r")
    case ..<0x20:
      put(byte < 0x10 ? "\\u000" : "\\u00")
      bytes += String(byte, radix: 16).utf8
    default: bytes += [UInt8(ascii: "\\"), byte]
    }
  }
}
