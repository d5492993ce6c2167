"""Outlets: publishers and their sites, and what people call them."""

from __future__ import annotations

from urllib.parse import urlsplit

from sqlite_utils import Database

from store.database import insert
from store.folding import fold
from store.records import Article

_PREFIXES = ("www.", "m.", "amp.", "edition.")


def save_outlet(db: Database, article: Article) -> int:
    """The id of the outlet that an article appeared in, which is made if it is new."""
    site = find_site(article.url)
    sql = "SELECT id FROM outlets WHERE publisher = ? AND site = ?"
    if row := db.execute(sql, [article.publisher, site]).fetchone():
        return int(row[0])
    return insert(db, "outlets", {"publisher": article.publisher, "site": site})


def find_site(url: str) -> str:
    """The site of an address, `theguardian.com`; empty for a text that was pasted."""
    host = urlsplit(url).hostname or ""
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    return host


def find_outlets(db: Database, called: str) -> list[int]:
    """The outlets that people mean by these words: "the Guardian" is also theguardian.com.

    By the publisher's name, or by the site's; where neither is called exactly so, those whose
    names begin so, "BBC" for BBC News. An article without a publisher is in the outlet of its site.
    """
    known = [(row[0], fold(row[1]), row[2]) for row in db.execute("SELECT * FROM outlets")]
    asked = fold(called)
    exact = {each for each in known if asked and asked in (each[1], *_names_of(each[2]))}
    found = exact or {each for each in known if asked and f"{each[1]} ".startswith(f"{asked} ")}
    sites = {site for _, _, site in found if site}
    return sorted(each[0] for each in known if each in found or (not each[1] and each[2] in sites))


def _names_of(site: str) -> tuple[str, ...]:
    """What a site may be called: itself, its first part, and that without "the"."""
    brand = site.split(".", maxsplit=1)[0]
    return (fold(site), brand, brand.removeprefix("the")) if site else ()
