#!/usr/bin/env python3
"""Makes a large library: 10,000 essays of about 1,000 words with 200,000 records.

    Benchmarks/library.py DIR [--essays N] [--records N]

The files are those that docs/file-format.md describes. Records carry no sums, which is allowed, because
Python would take minutes over them.
"""
import argparse
import json
import os
import random
from pathlib import Path

import essays

MASK = 2**64 - 1
BASES = (0xCBF29CE484222325, 0x6C62272E07BB0142)


def hashed(data, state=BASES):
    """Both halves of a fingerprint; `state` goes on where another part ended."""
    first, second = state
    for byte in data:
        first = ((first ^ byte) * 0x100000001B3) & MASK
        second = ((second ^ byte) * 0x100000001B3) & MASK
    return first, second


def digits(state):
    return "%016x%016x" % state


def time(seconds):
    return f"2025-{1 + seconds // 2419200 % 12:02}-{1 + seconds // 86400 % 28:02}T{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000Z"


class Maker:
    def __init__(self, root, records):
        self.root, self.each = Path(root), records
        self.chance = random.Random(4711)
        # Texts share one of a few beginnings, whose fingerprint is then known.
        self.beginnings = []
        for words in range(900, 1100, 10):
            text = "\n\n".join(essays.paragraphs(words)).encode()
            self.beginnings.append((text, hashed(text)))

    def write(self, path, text):
        with open(path, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(text)

    def write_json(self, path, **fields):
        self.write(path, json.dumps({"schemaVersion": 2, **fields}, sort_keys=True, ensure_ascii=False) + "\n")

    def record(self, number, index, text):
        start = self.chance.randrange(0, 4000)
        quote = text[start:start + 60]
        record = {
            "id": f"a{number:08x}{index:08x}", "quote": quote.decode(errors="replace"), "prefix": "", "suffix": "",
            "start": start, "end": start + len(quote), "created": time(index), "modified": time(index + number),
        }
        kind = index % 5
        if kind < 3:
            return record | {"as": "note", "text": f"Remark {index} on essay {number}: is the treasurer right about this?"}
        if kind == 3:
            return record | {
                "as": "counterargument", "attack": "rebuttal", "source": f"Ledger {number}",
                "text": f"Nobody has shown that number {index} follows, and the ledger says otherwise."}
        return record | {"as": "decision", "decision": "accepted"}

    def essay(self, number):
        beginning, state = self.beginnings[number % len(self.beginnings)]
        ending = f"\n\nThis is what makes essay unique{number} differ from all others in the library.".encode()
        text, name = beginning + ending, digits(hashed(ending, state))
        folder = self.root / "essays" / name
        os.makedirs(folder / "replies", mode=0o700)
        source = f"/essays/{number:05}.txt"
        with open(folder / f"{name}.txt", "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            file.write(text)
        self.write_json(
            folder / "essay.json", title=f"On Measuring, Part {number}", author="Ada Example", language="en",
            source={"kind": "file", "place": source}, sourceKeys=["file:" + source], fingerprint=name, bytes=len(text),
            words=len(text.split()), offers=[], added=time(number))
        records = [json.dumps(self.record(number, index, text), sort_keys=True) for index in range(self.each - 1)]
        self.write(folder / "annotations.json", '{"records":[\n' + ",\n".join(records) + '\n],"schemaVersion":2}\n')
        reply = f"r{number:016x}"
        self.write_json(
            folder / "replies" / f"{reply}.json", id=reply, claims=[], created=time(1), modified=time(number), receipts=[],
            text=f"> It would be a mistake.\n\nAnswer {number}: it would be a greater one to wait for the harbour board.")
        self.write_json(folder / "place.json", top=0, furthest=len(text) // 2, seen=time(number * 60))
        key = digits(hashed(("file:" + source).encode()))
        self.write_json(self.root / "sources" / f"{key}.json", essay=name, key="file:" + source)
        return text


def make(root, count=10_000, records=200_000):
    """Writes the library and gives back the text of its last essay, which lies at /essays/NNNNN.txt."""
    for folder in ("essays", "sources"):
        os.makedirs(Path(root) / folder, mode=0o700)
    maker = Maker(root, max(1, records // count))
    text = b""
    for number in range(1, count + 1):
        text = maker.essay(number)
    return text


def main():
    parser = argparse.ArgumentParser(description="Makes a large library.")
    parser.add_argument("folder", metavar="DIR", help="must not exist")
    parser.add_argument("--essays", type=int, default=10_000)
    parser.add_argument("--records", type=int, default=200_000)
    chosen = parser.parse_args()
    make(chosen.folder, chosen.essays, chosen.records)


if __name__ == "__main__":
    main()
