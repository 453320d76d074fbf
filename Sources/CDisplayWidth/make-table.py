#!/usr/bin/env python3
"""Writes classes.inc, the one table of display widths.

    python3 make-table.py > classes.inc

Needs `unicodedata2` 16.0.0 (general category and East Asian width of Unicode 16.0) and `wcwidth`
0.7.0 (for its list of Extended_Pictographic). The table is pinned: run this only to move to
another Unicode version, and read the difference before committing it. Terminals lag behind the
standard, so the newest version is not the best one.

Rules, the first that fits:
  - what has a meaning of its own here (controls, bidi, joiners, fillers, skin tones, flags);
  - unassigned, private and surrogate scalars are `missing`;
  - nonspacing and enclosing marks, and vowels and finals of Hangul, are `mark`. Spacing marks (Mc)
    are not: ncurses, tmux and libvterm all give them a column;
  - East Asian width W and F are two columns, everything else is one; ambiguous is one.
"""
import sys

import unicodedata2 as ucd
from wcwidth.table_grapheme import EXTENDED_PICTOGRAPHIC

assert ucd.unidata_version == "16.0.0"

VISIBLE_FORMAT = {
    *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
}
INVISIBLE = {
    0xAD, 0x200B, 0x2060, *range(0x2061, 0x2065), 0xFEFF, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x180E,
}
SILENT = {
    0x34F, 0x200C, 0x17B4, 0x17B5, *range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
}
PICTOGRAPHS = {c for first, last in EXTENDED_PICTOGRAPHIC for c in range(first, last + 1)}


def class_of(code):
    category = ucd.category(chr(code))
    if code < 0x20 or code == 0x7F:
        return "CONTROL"
    if code == 0x200D:
        return "JOINER"
    if code in INVISIBLE:
        return "INVISIBLE"
    if code in SILENT:
        return "SILENT"
    if 0x1F3FB <= code <= 0x1F3FF:
        return "SKIN_TONE"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "REGIONAL"
    if 0xE0020 <= code <= 0xE007F:
        return "TAG"
    if category in ("Cn", "Co", "Cs"):
        return "MISSING"
    if category in ("Cc", "Zl", "Zp") or category == "Cf" and code not in VISIBLE_FORMAT:
        return "HIDDEN"
    if category in ("Mn", "Me") or 0x1161 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        return "MARK"
    wide = ucd.east_asian_width(chr(code)) in "WF"
    if category == "Zs" and not wide and code not in (0x20, 0x1680):
        return "SPACE"
    if code in PICTOGRAPHS:
        return "WIDE_PICTOGRAPH" if wide else "NARROW_PICTOGRAPH"
    return "WIDE" if wide else "NARROW"


runs = []
for code in range(0x110000):
    name = class_of(code)
    if not runs or runs[-1][1] != name:
        runs.append((code, name))

print("// Made by make-table.py from Unicode", ucd.unidata_version, "- do not edit.")
print("// Each run lasts until the next begins.")
line = ""
for code, name in runs:
    entry = f"RUN(0x{code:X}, {name}),"
    if len(line) + len(entry) > 98:
        print(line.rstrip())
        line = ""
    line += entry + " "
print(line.rstrip())
print(len(runs), "runs", file=sys.stderr)
