internal import RejoinderCore

/// The model as a file: little-endian, without padding.
///
/// `RJCM`, a version, a hash of the features' names; then every score as its bias and its weights in
/// thousandths (32 bits and 16 bits, signed), single numbers in millionths (32 bits); the words' scale,
/// the number of their slots as a power of two, and one byte a slot.
extension ClaimModel {
  private static let magic = Array("RJCM".utf8)
  private static let version: UInt8 = 1
  private static let largestPower = 17

  /// - Parameter comparesFeatures: Whether to see by their names that the features are this program's.
  ///   Asking an enumeration for its names takes longer than all the rest.
  /// - Returns: `nil` where the bytes are no model, or one for other features.
  package init?(bytes: [UInt8], comparesFeatures: Bool = true) {
    self.init()
    var source = ByteSource(bytes)
    guard source.bytes(Self.magic.count).elementsEqual(Self.magic), source.byte() == Self.version
    else { return nil }
    let hash = source.number()
    if comparesFeatures, hash != Self.featureHash { return nil }
    contestable = source.score()
    typical = source.weights()
    typicalWording = source.millionths()
    context = Context(
      bias: source.millionths(), own: source.millionths(), previous: source.millionths(),
      next: source.millionths(), beyond: source.millionths(), mean: source.millionths())
    carrying = source.score()
    carryingContestability = source.millionths()
    thesis = source.score()
    thesisContestability = source.millionths()
    premises = PremiseKind.allCases.map { _ in source.score() }
    let scale = source.millionths()
    let power = Int(source.byte())
    guard power <= Self.largestPower else { return nil }
    wording = HashedWeights(
      scale: scale,
      weights: source.bytes(1 << power).withUnsafeBytes { Array($0.bindMemory(to: Int8.self)) })
    guard source.isExhausted else { return nil }
  }

  /// What ``init(bytes:)`` reads. Numbers are rounded.
  package var bytes: [UInt8] {
    var bytes = Self.magic + [Self.version]
    func add(_ number: UInt32) {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(number >> shift & 255)) }
    }
    func add(_ value: Float, per unit: Float) {
      add(UInt32(bitPattern: Int32(clamping: Int((value * unit).rounded()))))
    }
    func add(_ weights: [Float]) {
      for weight in weights {
        let number = UInt16(bitPattern: Int16(clamping: Int((weight * 1_000).rounded())))
        bytes += [UInt8(number & 255), UInt8(number >> 8)]
      }
    }
    func add(_ score: LinearScore) {
      add(score.bias, per: 1_000)
      add(score.weights)
    }
    add(Self.featureHash)
    add(contestable)
    add(typical)
    for value in [
      typicalWording, context.bias, context.own, context.previous, context.next, context.beyond,
      context.mean,
    ] { add(value, per: 1_000_000) }
    add(carrying)
    add(carryingContestability, per: 1_000_000)
    add(thesis)
    add(thesisContestability, per: 1_000_000)
    for score in premises { add(score) }
    add(wording.scale, per: 1_000_000)
    bytes.append(UInt8(wording.weights.count.trailingZeroBitCount))
    return bytes + wording.weights.map(UInt8.init(bitPattern:))
  }

  /// Tells models apart whose features differ in number, name or order.
  private static var featureHash: UInt32 {
    UInt32(
      truncatingIfNeeded: WordHash.of(FeatureTable.names.joined(separator: " ").utf8))
  }
}

/// Reads numbers one after another; beyond the end everything is 0 and ``isExhausted`` stays false.
private struct ByteSource {
  private let all: [UInt8]
  private var next = 0
  private var isShort = false

  init(_ bytes: [UInt8]) { all = bytes }

  var isExhausted: Bool { !isShort && next == all.count }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    guard all.count - next >= count else {
      isShort = true
      next = all.count
      return []
    }
    defer { next += count }
    return all[next..<(next + count)]
  }

  mutating func byte() -> UInt8 { bytes(1).first ?? 0 }

  mutating func number() -> UInt32 {
    bytes(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func millionths() -> Float { Float(Int32(bitPattern: number())) / 1_000_000 }

  mutating func weights() -> [Float] {
    let bytes = bytes(2 * Feature.allCases.count)
    guard !bytes.isEmpty else { return [Float](repeating: 0, count: Feature.allCases.count) }
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      Float(Int16(bitPattern: UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8)) / 1_000
    }
  }

  mutating func score() -> LinearScore {
    let bias = Float(Int32(bitPattern: number())) / 1_000
    return LinearScore(bias: bias, weights: weights())
  }
}
