// The entry of libFuzzer, which brings its own `main`: REJOINDER_FUZZ_TARGET names what is fed.
import FuzzTargets
import Glibc

private let target = FuzzTarget(
  rawValue: getenv("REJOINDER_FUZZ_TARGET").map { String(cString: $0) } ?? "")

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target else {
    fatalError("REJOINDER_FUZZ_TARGET: one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let fault = target.fault(in: bytes) { fatalError("\(target.rawValue): \(fault)") }
  return 0
}
