"""Measures the program on a library of 10,000 essays with 200,000 records; see library.py."""
import statistics
import subprocess
import sys
import time

import library
from pty_session import Session

MIB = 1024 * 1024
ROUNDS = 15


def measure(bench, essay_class):
    program = bench.program.argv[0]
    home, empty = bench.fresh_home(), bench.fresh_home()
    print("  making a library of 10,000 essays with 200,000 records …", file=sys.stderr, flush=True)
    text = library.make(home / "library")
    environment = bench.environment(home)

    def command(*words):
        before = time.monotonic()
        done = subprocess.run([program, "library", *words], env=environment, stdout=subprocess.PIPE, check=True)
        return time.monotonic() - before, done.stdout.count(b"\n")

    seconds, _ = command("list")
    bench.report("large library: index made anew", f"{seconds:.2f} s")
    # What was written a moment ago is looked at once more.
    time.sleep(2.5)
    command("list")

    def opens():
        session = Session([program], 100, 30, environment)
        _, last, found = session.read(needle=b"On Measuring, Part")
        peak = session.status("VmHWM") * 1024
        session.close(b"q")
        if not found:
            raise SystemExit("bench: the library was not shown")
        return last - session.started, peak

    figures = [opens() for _ in range(ROUNDS)]
    median = statistics.median(seconds for seconds, _ in figures)
    bench.report(
        "large library: first screen of the list", f"{median * 1e3:.1f} ms", "", "", "at most 150 ms", median <= 0.15)

    for words in (["zebra"], ["unique4711"], ["harbour", "number 17 follows"], ["ledger"]):
        seconds, lines = zip(*(command("search", *words) for _ in range(ROUNDS)))
        median = statistics.median(seconds)
        bench.report(
            f"large library: search for {' and '.join(words)}", f"{median * 1e3:.1f} ms, {lines[0]} found", "", "",
            "at most 300 ms", median <= 0.3)

    essay = essay_class("one of 10,000", text.decode(), bench.folder)
    pairs = bench.paired(
        lambda: bench.first_frame(bench.program, essay, home)[0],
        lambda: bench.first_frame(bench.program, essay, empty)[0])
    ratio = statistics.median(a / b for a, b in pairs)
    bench.report(
        "large library: first frame of an essay, against an empty one",
        f"{statistics.median(a for a, _ in pairs) * 1e3:.2f} / {statistics.median(b for _, b in pairs) * 1e3:.2f} ms",
        "", f"{ratio:.2f}", "at most 1.1", ratio <= 1.1)

    def peak(at):
        session = bench.program.open(essay, bench, 120, 40, home=at)
        session.read(needle=essay.needle)
        session.settle()
        size = session.status("VmHWM") * 1024
        session.close(b"q")
        return size

    large, small = peak(home), peak(empty)
    bench.report(
        "large library: peak memory with an essay, against an empty one",
        f"{large / MIB:.1f} / {small / MIB:.1f} MiB", "", f"{large / small:.2f}", "at most 1.1", large <= 1.1 * small)
    listed = statistics.median(size for _, size in figures)
    bench.report(
        "large library: peak memory with the list of 10,000", f"{listed / MIB:.1f} MiB", "", "", "at most 40 MiB",
        listed <= 40 * MIB)
