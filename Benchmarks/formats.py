"""The essays of `essays.py` in other formats."""
import html
import io
import re
import zipfile

_MENU = "".join(f'<li><a href="/{place}">{place}</a></li>' for place in ("harbour", "letters", "figures"))


def _parts(text):
    title, *paragraphs = [part for part in re.split(r"\n+", text.strip()) if part]
    return title, paragraphs


def markdown(text):
    title, paragraphs = _parts(text)
    return "\n\n".join([f"# {title}", *(re.sub(r"([*_`\[\]<>])", r"\\\1", part) for part in paragraphs)]) + "\n"


def _body(paragraphs):
    return "\n".join(f"<p>{html.escape(part, quote=False)}</p>" for part in paragraphs)


def page(text):
    """A blog's page: menu, article, sidebar, comments and their form."""
    title, paragraphs = _parts(text)
    head = html.escape(title, quote=False)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{head} | Bench</title>'
        f"<script>var a = 1 < 2;</script></head><body><header><nav><ul>{_MENU}</ul></nav></header><main>"
        f'<article class="post"><h1>{head}</h1><div class="entry-content">{_body(paragraphs)}</div></article>'
        '<section id="comments"><h2>1 Comment</h2><div class="comment"><p>I have measured it too.</p></div>'
        '<form id="commentform" action="/c" method="post"><textarea name="comment"></textarea></form></section>'
        f'</main><aside class="sidebar"><ul>{_MENU}</ul></aside><footer>Bench</footer></body></html>\n')


def marked_up_page(text):
    """The same with a link or emphasis in every ninth word and names on every paragraph."""
    title, paragraphs = _parts(text)
    marked = []
    for number, part in enumerate(paragraphs):
        words = html.escape(part, quote=False).split(" ")
        for place in range(4, len(words) - 3, 9):
            if place // 9 % 2:
                address = f"https://example.org/page/{number}/{place}?utm_source=bench"
                words[place] = f'<a class="link external" href="{address}">{words[place]}</a>'
            else:
                words[place] = f"<em>{words[place]}</em>"
        marked.append(f'<p class="block paragraph" id="p-{number}" data-block="{number}">{" ".join(words)}</p>')
    head = html.escape(title, quote=False)
    body = "\n".join(marked)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{head}</title></head><body><main>'
        f'<article class="post"><h1>{head}</h1><div class="entry-content">{body}</div></article></main></body></html>\n')


def book(text):
    """An EPUB of one chapter, compressed, as bytes."""
    title, paragraphs = _parts(text)
    head = html.escape(title, quote=False)
    files = {
        "META-INF/container.xml":
            '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
        "book.opf":
            f'<package version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{head}</dc:title>'
            '</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        "a.xhtml":
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>{head}</title></head><body>{_body(paragraphs)}</body></html>",
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return memory.getvalue()
