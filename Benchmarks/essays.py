"""Essays to measure with: any length, the same on every machine, of no interest to a reader."""
import random
import textwrap

TITLE = "On Measuring Before Arguing"

_SUBJECTS = (
    "the harbour board", "every second reader", "a careful treasurer", "the night ferry",
    "the council of weights", "an old surveyor", "the public library", "a patient opponent",
)
_CLAIMS = (
    "{s} should publish its figures before it asks for ours.",
    "{s} is wrong about {o}, and the reason is not far to seek.",
    "It would be a mistake to let {s} decide what {o} may hear.",
    "If {s} gives way on {o}, nobody will remember why the rule was made.",
    "The better course is to ask {s} for a smaller promise and to keep it.",
)
_SUPPORT = (
    "In the spring, {s} counted the boats twice and wrote both numbers down.",
    "According to {s}, three letters in ten were never answered.",
    "For example, {s} once kept {o} waiting until the tide had turned.",
    "The ledger that {s} keeps goes back further than anyone’s memory of {o}.",
    "“We had no other choice,” said {s}, and closed the window.",
)
_ASIDES = (
    "Dr. Ames was not there; it was 4.5 miles off, and raining.",
    "The rest is known – or ought to be.",
    "Nothing more was said that day.",
)


def _paragraph(chance, sentences):
    parts = []
    for index in range(sentences):
        pattern = chance.choice((_CLAIMS, _SUPPORT, _SUPPORT, _ASIDES)[(index + chance.randrange(2)) % 4])
        subject, other = chance.sample(_SUBJECTS, 2)
        sentence = pattern.format(s=subject, o=other)
        parts.append(sentence[0].upper() + sentence[1:])
    return " ".join(parts)


def paragraphs(words):
    """Paragraphs that add up to `words` words or a few more, the title line not counted."""
    chance = random.Random(words)
    opening = "Threshold questions come first, and most quarrels begin because nobody asked them."
    block, count = [opening], len(opening.split())
    # Longer texts repeat one block: a reader's cost depends on the length, not on the variety.
    while count < min(words, 100_000):
        block.append(_paragraph(chance, chance.randint(3, 7)))
        count += len(block[-1].split())
    return block * max(1, round(words / count))


def plain(words):
    """One paragraph a line with blank lines between, as an essay is usually saved."""
    return "\n\n".join([TITLE, *paragraphs(words)]) + "\n"


def wrapped(text, columns=72):
    """The same text broken into lines, as a pager wants it. A repeated line is broken once."""
    known = {}
    for line in set(text.split("\n")):
        known[line] = textwrap.fill(line, columns)
    return "\n".join(known[line] for line in text.split("\n"))
