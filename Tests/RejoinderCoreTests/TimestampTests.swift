import RejoinderCore
import Testing

@Suite("Times in ISO 8601")
struct TimestampTests {
  @Test(
    "are written in UTC with milliseconds",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_250, "2000-02-29T00:00:00.250Z"),
      (1_715_938_200_000, "2024-05-17T09:30:00.000Z"),
      (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
      (-62_167_219_200_001, "-000001-12-31T23:59:59.999Z"),
      (253_402_300_800_000, "+010000-01-01T00:00:00.000Z"),
      (-2_203_977_600_000, "1900-02-28T00:00:00.000Z"),
      (-2_203_891_200_000, "1900-03-01T00:00:00.000Z"),
    ])
  func known(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).iso8601 == text)
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test("come back as they were, over the whole range")
  func roundTrip() {
    var random = SplitMix64(seed: 7)
    var samples = [Int64.min, Int64.min + 1, Int64.max, Int64.max - 1]
    for bits in 1..<63 {
      let bound = Int64(1) << Int64(bits)
      samples += (0..<20).map { _ in Int64.random(in: -bound...bound, using: &random) }
    }
    for sample in samples {
      let time = Timestamp(milliseconds: sample)
      #expect(Timestamp(iso8601: time.iso8601) == time, "\(time.iso8601)")
    }
  }

  @Test("are read with any fraction, cut to milliseconds")
  func fractions() {
    let base: Int64 = 1_715_938_200_000
    let cases = [
      ("", 0), (".2", 200), (".25", 250), (".2507", 250), (".123456789", 123), (".999999", 999),
    ]
    for (fraction, expected) in cases {
      let time = Timestamp(iso8601: "2024-05-17T09:30:00\(fraction)Z")
      #expect(time?.milliseconds == base + Int64(expected))
    }
  }

  @Test(
    "are refused in any other form",
    arguments: [
      "", "2024", "2024-05-17", "2024-05-17T09:30:00", "2024-05-17T09:30:00+02:00",
      "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
      "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z", "2024-05-00T00:00:00Z",
      "2024-05-17T24:00:00Z", "2024-05-17T23:60:00Z", "2024-05-17T23:59:60Z",
      "2024-05-17T09:30:00.Z", "2024-05-17T09:30:00.0123456789Z", "2024-05-17t09:30:00Z",
      "2024-05-17T09:30:00ZZ", "20240-05-17T09:30:00Z", "+2024-05-17T09:30:00Z",
      "+999999999-01-01T00:00:00Z", "２０２４-05-17T09:30:00Z",
    ])
  func refused(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }
}
