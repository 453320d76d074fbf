internal import CZlib

/// Decompressed data, with a limit on its size.
struct InflatedData {
  private(set) var bytes: [UInt8] = []
  /// Whether there was more than the limit.
  private(set) var isCut = false
  /// Whether the data ended as it should.
  private(set) var isWhole = false
  private(set) var isDamaged = false

  private static let piece = 1 << 16

  enum Container { case gzip, zip }

  /// - Parameter limit: In bytes of what comes out.
  init(_ compressed: ArraySlice<UInt8>, in container: Container, limit: Int) {
    compressed.withUnsafeBufferPointer { input in
      guard let stream = czlib_open(input.baseAddress, input.count, container == .gzip ? 1 : 0)
      else {
        isDamaged = true
        return
      }
      defer { czlib_close(stream) }
      while true {
        // One byte more than is wanted tells whether there is more.
        let room = min(Self.piece, limit + 1 - bytes.count)
        guard room > 0 else { break }
        var result = czlib_going_on
        let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          result = czlib_read(stream, buffer.baseAddress, room, &count)
        }
        bytes += piece
        if result == czlib_ended { isWhole = true }
        if result == czlib_damaged { isDamaged = true }
        if result != czlib_going_on || piece.isEmpty { break }
      }
      if bytes.count > limit {
        bytes.removeLast(bytes.count - limit)
        isCut = true
      }
    }
  }

  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }
}
