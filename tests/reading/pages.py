"""Pages that we wrote ourselves, in the shapes that news sites have."""

from __future__ import annotations

import json

PARAGRAPHS = (
    (
        "The ferry between Orsay Point and the islands will run again from Monday, the harbour "
        "authority said, after eleven weeks in which goods had to go by air."
    ),
    (
        "“We have tested every bolt of the new ramp twice,” said Ines Calder, who leads the "
        "authority. “Nobody should have to wait for a boat like that again.”"
    ),
    (
        "About 4,200 people live on the three islands, and most of what they eat comes over the "
        "water. Prices for milk and bread rose by a fifth while the ramp was being rebuilt."
    ),
    (
        "Shopkeeper Tom Arden said he had thrown away fresh fruit twice. He added that the council "
        "had promised to pay for part of the loss, though nobody had told him when."
    ),
    (
        "The old ramp broke in a storm in September. An inquiry found that its steel had been "
        "inspected last in 2009, although the rules ask for an inspection every five years."
    ),
    (
        "Two further sailings a day are planned for the summer. The authority expects to decide "
        "in March whether a second ship is worth its price of 31 million."
    ),
)
HEADLINE = "Ferry to the islands sails again after eleven weeks"
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2026-03-02T18:30:00+02:00",
    "author": [{"@type": "Person", "name": "Mara Linde"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "The Island Post"},
}


def article_page(
    *,
    head: str = "",
    body: str = "",
    data: object = None,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    title: str = HEADLINE,
) -> str:
    """A plain article page; `head` and `body` are put at the end of those parts."""
    linked = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{title}</title>{linked}{head}</head>
<body><header><nav><a href="/">Front</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>{title}</h1>{text}</article></main>{body}
<footer><p>The Island Post, 1 Quay Street</p></footer></body></html>"""


def pdf_page(*pages: tuple[str, ...], title: str = "") -> bytes:
    """A PDF with a text layer, written by hand: the lines of each page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 40 780 Td {shown}ET".encode("latin-1")
        parts += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    parts.append(f"<< /Title ({title}) >>".encode("latin-1"))
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (size, size - 1, len(content))
    )
