#!/usr/bin/env python3
"""Measures a terminal reader beside less, in the same run, and sets our goals beside the figures.

    Benchmarks/bench.py --program build/rejoinder [--shared DIR] [--quick] [--json FILE]

Another reader stands in with --arguments and --quit:

    Benchmarks/bench.py --program vim --arguments '-R {file}' --line '\\x05' --quit ':qa!\\r'

Times are medians. A ratio is the median over rounds of the ratio within one round: both programs
run back to back in each, in turns of order, so that what else the machine does hits both. less is
given the text already broken at 72 columns, which spares it the work of a reader.
"""
import argparse
import json
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import essays
import formats
import large_library
from pty_session import Session

HERE = Path(__file__).resolve().parent
MIB = 1024 * 1024


class Reader:
    """A program, how to open a file with it, and how to leave it."""

    def __init__(self, name, argv, line, quit_keys, wants_wrapped):
        self.name, self.argv, self.line, self.quit = name, argv, line, quit_keys
        self.wants_wrapped = wants_wrapped

    def open(self, essay, bench, columns=80, rows=24, home=None):
        file = essay.wrapped if self.wants_wrapped else essay.plain
        argv = [part.replace("{file}", str(file)) for part in self.argv]
        return Session(argv, columns, rows, bench.environment(home or bench.fresh_home()))


class Essay:
    """A text in both forms, with a word from its opening to look for on the screen."""

    def __init__(self, name, text, folder):
        self.name, self.words, self.size = name, len(text.split()), len(text.encode())
        self.plain, self.wrapped = folder / f"{name}.txt", folder / f"{name}-72.txt"
        self.plain.write_text(text, encoding="utf-8")
        self.wrapped.write_text(essays.wrapped(text), encoding="utf-8")
        first = next(line for line in text.split("\n") if len(line) > 60)
        self.needle = re.search(r"[A-Za-z]{7,}", first).group().encode()


class Converted:
    """An essay in another format than plain text."""

    def __init__(self, essay, name, content, folder):
        self.name, self.needle = name, essay.needle
        self.plain = self.wrapped = folder / f"{essay.name}.{name}"
        self.plain.write_bytes(content)
        self.size = len(content)


class Bench:
    def __init__(self, program, rounds, folder):
        self.folder, self.rounds = folder, rounds
        self.program = program
        self.less = Reader("less", ["less", "{file}"], b"j", b"q", True)
        self.rows, self.homes = [], 0

    # -- surroundings

    def fresh_home(self):
        self.homes += 1
        home = self.folder / f"home-{self.homes}"
        home.mkdir()
        return home

    @staticmethod
    def environment(home):
        return {
            "HOME": str(home), "REJOINDER_HOME": str(home / "library"), "LESSHISTFILE": "-",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        }

    def report(self, what, ours, theirs="", ratio="", goal="", met=None):
        mark = {True: "met", False: "MISSED", None: ""}[met]
        self.rows.append((what, ours, theirs, ratio, goal, mark))
        print("  " + " | ".join(cell for cell in self.rows[-1] if cell), file=sys.stderr, flush=True)

    # -- measurements

    def first_frame(self, reader, essay, home):
        """Seconds until the text of the first page is there, until the screen stands still, and of
        processor time up to then."""
        session = reader.open(essay, self, home=home)
        _, last, found = session.read(needle=essay.needle)
        if not found:
            session.close(reader.quit)
            raise SystemExit(f"bench: {reader.name} did not show '{essay.needle.decode()}' of {essay.name}")
        processor = session.processor()
        session.close(reader.quit)
        return session.found_at - session.started, last - session.started, processor

    def paired(self, first, second):
        """Runs both in each round, in turns of order; an unmeasured run of each goes before."""
        first(), second()
        pairs = []
        for index in range(self.rounds):
            if index % 2:
                b = second()
                a = first()
            else:
                a = first()
                b = second()
            pairs.append((a, b))
        return pairs

    def first_frames(self, essay):
        ours, theirs = self.fresh_home(), self.fresh_home()
        pairs = self.paired(
            lambda: self.first_frame(self.program, essay, ours),
            lambda: self.first_frame(self.less, essay, theirs))
        for index, what, limit in (
            (0, f"first frame, {essay.name}, 80x24", 2), (1, "  with its claims, standing still", None),
            (2, "  processor time to it", None),
        ):
            ratio = statistics.median(a[index] / b[index] for a, b in pairs)
            self.report(
                what, milliseconds(a[index] for a, _ in pairs), milliseconds(b[index] for _, b in pairs),
                f"{ratio:.2f}", f"at most {limit} x less" if limit else "",
                ratio <= limit if limit else None)

    def long_against_short(self, long, short):
        homes = self.fresh_home(), self.fresh_home()
        pairs = self.paired(
            lambda: self.first_frame(self.program, long, homes[0])[0],
            lambda: self.first_frame(self.program, short, homes[1])[0])
        ratio = statistics.median(a / b for a, b in pairs)
        self.report(
            f"first frame, {long.words:,} against {short.words:,} words",
            f"{milliseconds(a for a, _ in pairs)} / {milliseconds(b for _, b in pairs)}", "",
            f"{ratio:.2f}", "at most 1.5", ratio <= 1.5)

    def other_formats(self, essay, text):
        for name, content in (
            ("md", formats.markdown(text).encode()), ("html", formats.page(text).encode()),
            ("epub", formats.book(text))
        ):
            other = Converted(essay, name, content, self.folder)
            homes = self.fresh_home(), self.fresh_home()
            pairs = self.paired(
                lambda: self.first_frame(self.program, other, homes[0])[0],
                lambda: self.first_frame(self.program, essay, homes[1])[0])
            ratio = statistics.median(a / b for a, b in pairs)
            self.report(
                f"first frame, {essay.name} as {name} against plain text",
                f"{milliseconds(a for a, _ in pairs)} / {milliseconds(b for _, b in pairs)}", "",
                f"{ratio:.2f}", "at most 1.5", ratio <= 1.5)

    def large_page(self, text):
        essay = Essay("page", text, self.folder)
        page = Converted(essay, "html", formats.page(text).encode(), self.folder)
        home = self.fresh_home()
        figures = [self.first_frame(self.program, page, home) for _ in range(9)]
        median = statistics.median(figure[0] for figure in figures)
        self.report(
            f"first frame, a page of {page.size / MIB:.1f} MiB", milliseconds(f[0] for f in figures), "",
            "", "at most 150 ms", median <= 0.150)
        self.report("  processor time to it", milliseconds(f[1] for f in figures), "")

    def marked_up_page(self, text):
        """A page of which a good half are tags and attributes, which the parser cannot be spared."""
        essay = Essay("marked up", text, self.folder)
        page = Converted(essay, "html", formats.marked_up_page(text).encode(), self.folder)
        home = self.fresh_home()
        figures = [self.first_frame(self.program, page, home) for _ in range(9)]
        self.report(
            f"first frame, a page of {page.size / MIB:.1f} MiB with a tag in every 90 bytes",
            milliseconds(f[0] for f in figures), "")

    def enormous(self, essay, times):
        """A text that is read in parts: its first frame, its end, and what is held of it."""
        path = self.folder / "enormous.txt"
        content = essay.plain.read_bytes()
        end = b"Everything ends with extraordinarily few words."
        with open(path, "wb") as file:
            for _ in range(times):
                file.write(content)
            file.write(b"\n\n" + end + b"\n")
        copy = Converted(essay, "enormous", b"", self.folder)
        copy.plain = copy.wrapped = path
        home = self.fresh_home()
        figures = [self.first_frame(self.program, copy, home)[0] for _ in range(9)]
        size = f"{path.stat().st_size / MIB:,.0f} MiB"
        self.report(
            f"first frame, a text of {size}", milliseconds(figures), "", "", "at most 50 ms",
            statistics.median(figures) <= 0.050)
        ways, peak = [], 0
        for _ in range(5):
            session = self.program.open(copy, self, 120, 40)
            session.read(needle=copy.needle)
            session.settle()
            ways.append(session.time_to(b"G", end.split()[3]))
            # What comes before the end, as far as a reader would leaf in a moment.
            for keys in (b"g", b"G") * 4 + (b"\x15",) * 8:
                session.press(keys, quiet=0.1)
            session.settle()
            peak = max(peak, session.status("VmHWM") * 1024)
            session.close(self.program.quit)
        self.report(
            "  to its end", milliseconds(ways), "", "", "at most 100 ms",
            statistics.median(ways) <= 0.1)
        self.report("  peak memory", f"{peak / MIB:.0f} MiB", "", "", "under 300 MB", peak < 300e6)
        path.unlink()

    def scroll(self, essay, columns, rows, presses=30):
        """Bytes, seconds and processor seconds of each press of the line key."""
        result = []
        for reader in (self.program, self.less):
            session = reader.open(essay, self, columns, rows)
            session.read(needle=essay.needle)
            session.settle()
            # Half a screen first: some readers move a cursor before they scroll.
            for _ in range(rows // 2):
                session.press(reader.line)
            figures = []
            for _ in range(presses):
                before = session.processor()
                data, seconds = session.press(reader.line)
                figures.append((len(data), seconds, session.processor() - before))
            session.close(reader.quit)
            result.append([f for f in figures if f[0]] or [(0, 0.0, 0.0)])
        ours, theirs = result
        bytes_ours, bytes_theirs = (statistics.median(f[0] for f in side) for side in result)
        ratio = bytes_ours / bytes_theirs
        size = f"{columns}x{rows}"
        self.report(
            f"one-line scroll, {essay.name}, {size}", f"{bytes_ours:.0f} bytes", f"{bytes_theirs:.0f} bytes",
            f"{ratio:.2f}", "at most 1.6 x less", 0 < ratio <= 1.6)
        self.report(
            "  key to last byte", milliseconds(f[1] for f in ours), milliseconds(f[1] for f in theirs))

    def keys(self, essay):
        for name, turns in (("j", b"j"), ("space", b" "), ("]", b"]"), ("G and g by turns", b"Gg")):
            session = self.program.open(essay, self, 120, 40)
            session.read(needle=essay.needle)
            session.settle()
            figures = []
            for press in range(20):
                before = session.processor()
                session.press(turns[press % len(turns):][:1])
                figures.append(session.processor() - before)
            session.close(self.program.quit)
            median, worst = statistics.median(figures), max(figures)
            self.report(
                f"processor time a key, {name}, {essay.name}", f"{median * 1e3:.2f} ms, worst {worst * 1e3:.2f}",
                "", "", "at most 2 ms", median <= 0.002)

    def idle(self, essay, seconds=4):
        figures = []
        for reader in (self.program, self.less):
            session = reader.open(essay, self, 120, 40)
            session.read(needle=essay.needle)
            session.settle()
            before, switches = session.processor(), session.status("voluntary_ctxt_switches")
            data, _, _ = session.read(quiet=seconds, limit=seconds)
            used = session.processor() - before
            figures.append((used, session.status("voluntary_ctxt_switches") - switches, len(data)))
            session.close(reader.quit)
        texts = [f"{used * 1e3:.2f} ms, {wakes} wakes, {sent} bytes" for used, wakes, sent in figures]
        self.report(f"idle for {seconds} s", *texts, "", "no processor time", figures[0][0] < 0.0005)

    def analysis(self, evaluate, essay):
        """Processor time of finding the claims, as `evaluate-claims --time` tells it."""
        run = subprocess.run([evaluate, "--time", str(essay.plain)], check=True, capture_output=True, text=True)
        told = {name: float(value) for name, value in (line.rsplit(None, 1) for line in run.stdout.splitlines())}
        speed, first = told["megabytes a second"], told["first screenful, ms"]
        held = told["memory while streaming, KB"] / 1024
        self.report(
            f"finding claims, {essay.name} ({essay.size / MIB:.1f} MiB)", f"{speed:.1f} MB/s", "", "",
            "at least 5 MB/s", speed >= 5)
        self.report("  first screenful", f"{first:.2f} ms", "", "", "at most 2 ms", first <= 2)
        self.report("  memory while streaming", f"{held:.1f} MiB", "", "", "at most 4 MiB", held <= 4)

    def memory(self, essay, limit, goal):
        peaks = []
        for reader in (self.program, self.less):
            session = reader.open(essay, self, 120, 40)
            session.read(needle=essay.needle)
            session.settle()
            session.press(b"G", quiet=0.3)
            session.settle()
            peaks.append(session.status("VmHWM") * 1024)
            session.close(reader.quit)
        self.report(
            f"peak memory, {essay.name} ({essay.size / MIB:.2f} MiB), read to the end",
            f"{peaks[0] / MIB:.1f} MiB", f"{peaks[1] / MIB:.1f} MiB", "", goal, peaks[0] <= limit)

    def anchors(self, measure, essay):
        """Milliseconds for 1,000 anchors that have all moved; the measuring program takes the best of five."""
        output = subprocess.run([measure, "--time", str(essay.plain)], capture_output=True, text=True, check=True).stdout
        found, taken = (int(re.search(name + r" (\d+)", output).group(1)) for name in ("found", "milliseconds"))
        self.report(
            f"1,000 anchors in {essay.words:,} words, {found:,} found", f"{taken} ms", "", "", "at most 200 ms", taken <= 200)


def milliseconds(seconds):
    return f"{statistics.median(seconds) * 1e3:.2f} ms"


def table(rows, heading):
    rows = [heading, *rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def arguments():
    parser = argparse.ArgumentParser(description="Measures a terminal reader beside less.")
    parser.add_argument("--program", required=True, metavar="PATH")
    parser.add_argument("--arguments", default="read {file}", help="how it opens {file}")
    parser.add_argument("--line", default="j", help="its key for one line down")
    parser.add_argument("--quit", default="q", help="the keys that leave it")
    parser.add_argument("--shared", metavar="DIR", help="measure the first frame on DIR/essays/*.txt too")
    parser.add_argument("--anchors", metavar="PATH", help="evaluate-anchors, to time the finding of anchors")
    parser.add_argument("--claims", metavar="PATH", help="evaluate-claims, to time the finding of claims")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--quick", action="store_true", help="20 rounds, and without the long texts")
    parser.add_argument("--json", metavar="FILE", help="write the figures there as well")
    return parser.parse_args()


def main():
    chosen = arguments()
    if shutil.which(chosen.program) is None or shutil.which("less") is None:
        raise SystemExit(f"bench: both {chosen.program} and less are needed")
    keys = {name: getattr(chosen, name).encode().decode("unicode_escape").encode() for name in ("line", "quit")}
    program = Reader(
        Path(chosen.program).name, [shutil.which(chosen.program), *shlex.split(chosen.arguments)],
        keys["line"], keys["quit"], False)

    folder = Path(tempfile.mkdtemp(prefix="rejoinder-bench-"))
    try:
        bench = Bench(program, 20 if chosen.quick else chosen.rounds, folder)
        builtin = (HERE.parent / "Resources" / "data" / "essay.txt").read_text(encoding="utf-8")
        sample = Essay("built-in", builtin, folder)
        bench.first_frames(sample)
        for path in sorted(Path(chosen.shared, "essays").glob("*.txt")) if chosen.shared else ():
            bench.first_frames(Essay(path.stem, path.read_text(encoding="utf-8"), folder))
        bench.other_formats(sample, builtin)
        bench.scroll(sample, 80, 24)
        bench.scroll(sample, 120, 40)
        bench.keys(sample)
        bench.idle(sample)
        bench.memory(sample, 20 * MIB, "at most 20 MiB")
        if chosen.anchors:
            bench.anchors(chosen.anchors, Essay("100000 words", essays.plain(100_000), folder))
        if not chosen.quick:
            short, long = (
                Essay(f"{words} words", essays.plain(words), folder) for words in (1_000, 1_000_000))
            bench.long_against_short(long, short)
            bench.large_page(essays.plain(860_000))
            bench.marked_up_page(essays.plain(440_000))
            bench.keys(long)
            if chosen.claims:
                bench.analysis(chosen.claims, long)
            large = Essay("large", essays.plain(10_500_000), folder)
            bench.memory(large, 4 * large.size, "at most 4 x the file")
            bench.enormous(large, 18)
            large_library.measure(bench, Essay)
        heading = ("measure", program.name, "less", "ratio", "goal", "")
        print(f"\nMedians of {bench.rounds} rounds; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.\n")
        print(table(bench.rows, heading))
        if chosen.json:
            named = [dict(zip(("measure", "ours", "less", "ratio", "goal", "result"), row)) for row in bench.rows]
            Path(chosen.json).write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
