internal import Glibc
public import RejoinderCore

/// The machine's clocks.
public enum SystemClock {
  /// The time of day; somebody may set it back.
  public static func now() -> Timestamp { read(CLOCK_REALTIME) }

  /// Time since some moment; it only grows.
  public static func elapsed() -> Timestamp { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Timestamp {
    var time = timespec()
    clock_gettime(clock, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
