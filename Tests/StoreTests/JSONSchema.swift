import FoundationEssentials

/// Any JSON.
indirect enum JSON: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(_ name: String) -> JSON? {
    guard case .object(let fields) = self else { return nil }
    return fields[name]
  }

  var fields: [String: JSON] {
    if case .object(let fields) = self { fields } else { [:] }
  }
  var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// Checks JSON against the part of JSON Schema (draft 2020-12) that our schema uses. Stricter in
/// one point: a field that the schema does not describe is a fault.
struct JSONSchema {
  let root: JSON

  /// Keywords that are understood; a schema that uses others is refused.
  private static let keywords: Set = [
    "$ref", "$defs", "$schema", "title", "description", "type", "const", "enum", "required",
    "properties", "items", "minItems", "maxItems", "minimum", "minLength", "pattern", "oneOf",
  ]

  /// What is wrong with `value`, each fault with its place.
  func faults(in value: JSON, definition: String) throws -> [String] {
    let schema = JSON.object(["$ref": .string("#/$defs/" + definition)])
    return try faults(in: value, schema, at: definition)
      + undescribed(value, schema, at: definition)
  }

  private func resolved(_ schema: JSON) -> JSON {
    guard let reference = schema["$ref"]?.text else { return schema }
    let name = String(reference.dropFirst("#/$defs/".count))
    return root["$defs"]?[name].map(resolved) ?? .object(["unresolved": .null])
  }

  private func faults(in value: JSON, _ schema: JSON, at place: String) throws -> [String] {
    let schema = resolved(schema)
    var faults = schema.fields.keys.filter { !Self.keywords.contains($0) }
      .map { "\(place): the schema has an unknown keyword \($0)" }
    if let type = schema["type"] {
      let allowed = type.text.map { [$0] } ?? type.elements.compactMap(\.text)
      if !allowed.contains(where: { Self.value(value, is: $0) }) {
        faults.append("\(place): is not of type \(allowed)")
      }
    }
    if let constant = schema["const"], constant != value {
      faults.append("\(place): not \(constant)")
    }
    if let options = schema["enum"], !options.elements.contains(value) {
      faults.append("\(place): is no option")
    }
    faults += try limits(of: value, schema).map { "\(place): \($0)" }
    faults +=
      schema["required"].map { required in
        required.elements.compactMap(\.text).filter { value[$0] == nil }.map {
          "\(place): lacks \($0)"
        }
      } ?? []
    for (name, property) in schema["properties"]?.fields ?? [:] {
      if let field = value[name] {
        faults += try self.faults(in: field, property, at: "\(place).\(name)")
      }
    }
    if let items = schema["items"] {
      for (index, element) in value.elements.enumerated() {
        faults += try self.faults(in: element, items, at: "\(place)[\(index)]")
      }
    }
    if let branches = schema["oneOf"] {
      let fitting = try branches.elements.filter {
        try self.faults(in: value, $0, at: place).isEmpty
      }
      if fitting.count != 1 { faults.append("\(place): fits \(fitting.count) of the forms") }
    }
    return faults
  }

  private func limits(of value: JSON, _ schema: JSON) throws -> [String] {
    var faults: [String] = []
    if let minimum = schema["minimum"]?.number, let number = value.number, number < minimum {
      faults.append("is below \(minimum)")
    }
    if let text = value.text {
      if let length = schema["minLength"]?.number, Double(text.unicodeScalars.count) < length {
        faults.append("is too short")
      }
      if let pattern = schema["pattern"]?.text, try Regex(pattern).firstMatch(in: text) == nil {
        faults.append("does not fit \(pattern)")
      }
    }
    if case .array(let elements) = value {
      let count = Double(elements.count)
      if let least = schema["minItems"]?.number, count < least { faults.append("has too few") }
      if let most = schema["maxItems"]?.number, count > most { faults.append("has too many") }
    }
    return faults
  }

  private func undescribed(_ value: JSON, _ schema: JSON, at place: String) throws -> [String] {
    let schema = resolved(schema)
    var described = schema["properties"]?.fields ?? [:]
    for branch in schema["oneOf"]?.elements ?? []
    where try faults(in: value, branch, at: place).isEmpty {
      described.merge(branch["properties"]?.fields ?? [:]) { first, _ in first }
    }
    var faults: [String] = []
    for (name, field) in value.fields {
      if let property = described[name] {
        faults += try undescribed(field, property, at: "\(place).\(name)")
      } else {
        faults.append("\(place): \(name) is not described")
      }
    }
    if let items = schema["items"] {
      for element in value.elements { faults += try undescribed(element, items, at: place + "[]") }
    }
    return faults
  }

  private static func value(_ value: JSON, is type: String) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
      ("boolean", .boolean), ("null", .null):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
