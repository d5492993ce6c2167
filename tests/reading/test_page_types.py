"""Pages as sites really make them: each gives the paragraphs of its article, and no others."""

from __future__ import annotations

import json
import textwrap
from datetime import UTC, datetime

import pytest

from bot.reading.cage import cage
from bot.reading.extracted import Extracted, Source
from tests.reading.pages import HEADLINE, NEWS, PARAGRAPHS

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ALL = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)


def read(page: str, charset: str = "utf-8") -> Extracted:
    found = cage.extract(Source(page.encode(charset), url="https://news.example/a-story"), NOW)
    assert found.headline == HEADLINE
    return found


def page(body: str, head: str = "", site: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{HEADLINE}{site}</title>{head}</head>{body}"
    )


def data(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


WORDPRESS = page(
    f"""<body class="single-post"><header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><article class="post type-post"><header><h1 class="entry-title">{HEADLINE}</h1>
<div class="entry-meta"><time datetime="2026-03-02T16:30:00+00:00">March 2, 2026</time> by
<span class="author vcard"><a href="/author/mara/">Mara Linde</a></span></div></header>
<div class="entry-content"><p>[ad_1]</p><figure><img src="a.jpg"><figcaption>The ferry on Sunday.
</figcaption></figure>{ALL}<p>[caption id="attachment_12" align="alignnone"]</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Click to share on X</li></ul></div></div>
</article><nav class="post-navigation"><a>Previous Post</a></nav><div id="comments">
<ol class="comment-list"><li><p>“Great news,” says Bob. My shop nearly closed.</p></li></ol>
<h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></main>
<aside><h2>Recent Posts</h2><ul><li>Library closes</li></ul></aside></body></html>""",
    '<meta name="author" content="admin">'
    + data({"@graph": [{**NEWS, "@type": "Article"}, {"@type": "WebPage", "name": "Front"}]}),
    " - The Island Post",
)
AMP = page(
    f"""<body><amp-sidebar><ul><li>Home</li></ul></amp-sidebar><article><h1>{HEADLINE}</h1>
<amp-ad type="doubleclick"><div fallback>Advertisement</div></amp-ad>{ALL}
<amp-social-share type="twitter"></amp-social-share></article>
<amp-consent id="c"><div>We use cookies <button>Accept</button></div></amp-consent></body>""",
    data(NEWS),
)
TABLOID = page(
    f"""<body><div class="article"><h1>{HEADLINE}</h1><div class="article-body">
{ALL.replace("</p>", "</p><p>Advertisement</p>", 1)}<p><b>READ MORE: <a href=/x>Ten things to do
this weekend</a></b></p><div class="video"><p>Video Loading</p><p>Video Unavailable</p></div>
<p>Do you have a story? Email newsdesk@echo.example</p>
<p>Sign up to our free newsletter for the latest news straight to your inbox</p>
<h2>You may also like</h2><p>Milk thief caught</p></div></div></body></html>"""
)
STATE = page(
    '<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>'
    + "<script src='a.js'></script>" * 3,
    data({**NEWS, "articleBody": "\n\n".join(PARAGRAPHS)}),
)
DIVS = page(
    f"<body><div class='story'><h1>{HEADLINE}</h1><div class='body-text'>"
    + "".join(f"<div><span>{words[0]}</span>{words[1:]}</div>" for words in PARAGRAPHS)
)
TYPEWRITER = page(
    "<body><pre>"
    + "\n\n".join("\n".join(textwrap.wrap(words, 70)) for words in PARAGRAPHS)
    + "</pre>"
)
OLD_TABLE = page(
    "<body bgcolor=white><table><tr><td><a href=/>Front</a><br><a href=/s>Sport</a></td>"
    f"<td><font size=5><b>{HEADLINE}</b></font><br><br>{'<br><br>'.join(PARAGRAPHS)}</td></table>"
)

WIRE_TABLE = page(
    f"""<body><table><tr><td><div class="wire"><a href=/><img src=logo.gif></a></div></td>
<td>&nbsp;</td></tr><tr><td><table><tr><td><h1>{HEADLINE}</h1><div class="wire-text">{ALL}</div>
</td></tr></table></td></tr></table>"""
)


@pytest.mark.parametrize(
    "markup", [WORDPRESS, AMP, TABLOID, STATE, DIVS, TYPEWRITER, OLD_TABLE, WIRE_TABLE],
    ids=["WordPress", "AMP", "tabloid", "state", "divs", "typewriter", "old table", "wire table"],
)  # fmt: skip
def test_the_article_comes_out_clean(markup: str) -> None:
    found = read(markup)
    assert (found.text, found.wall) == ("\n\n".join(PARAGRAPHS), "")


def test_a_short_press_release_is_read_below_its_cookie_banner() -> None:
    found = read(
        page(
            f"""<body><div class="cookie-banner"><h2>Cookies on this site</h2><p>We use cookies to
make this website work.</p><button>Accept cookies</button></div><header><form></form></header>
<main><span>Press release</span><h1>{HEADLINE}</h1><dl><dt>From:</dt><dd>Authority</dd></dl>
<p>{PARAGRAPHS[0]}</p><blockquote><p>{PARAGRAPHS[1]}</p></blockquote><ul><li>Monday: first sailing
at 6.30</li></ul><h2>Notes to editors</h2><p>Contact the press office on 0100 555 0100.</p></main>
<footer><h2>Help us improve</h2><p>All content is available under the Open Licence</p></footer>"""
        )
    )
    assert found.wall == ""
    assert HEADLINE not in found.text
    assert {*PARAGRAPHS[:2], "Monday: first sailing at 6.30"} <= set(found.text.split("\n\n"))
    assert "Open Licence" not in found.text


def test_letters_of_the_old_charset_come_out_right() -> None:
    cafe = "The café of José Peña and Renée Müller on the quay reopens in June for £5."
    markup = page(f"<body><article><h1>{HEADLINE}</h1>{ALL}<p>{cafe}</p></article></body>")
    plain = markup.replace("“", '"').replace("”", '"')
    meta = "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>"
    assert cafe in read(plain.replace("<head>", f"<head>{meta}"), "iso-8859-1").text


def test_a_table_of_figures_stays_a_table() -> None:
    rows = "<tr><td>What</td><td>Price</td></tr><tr><td>Milk</td><td>4</td></tr>"
    found = read(page(f"<body><article><h1>{HEADLINE}</h1>{ALL}<table>{rows}</table></article>"))
    assert "Milk | 4" in found.text.split("\n\n")
