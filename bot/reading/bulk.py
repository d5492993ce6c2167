"""Many articles at once: folders of files, lists of links, and web archives (WARC)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from bot.errors import ReadingError
from bot.reading import open_file, read_content, read_url
from bot.reading.extracted import Source
from store.records import Article

PAGES = (".html", ".htm", ".xhtml", ".txt", ".pdf")
WARCS = (".warc", ".warc.gz")
_TYPES = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
_BIGGEST = 10 * 2**20
_LONGEST_LIST = 50 * 2**20


@dataclass(frozen=True, slots=True)
class Item:
    """One page to read: a link, or what a file or a WARC holds."""

    name: str
    """What to call it when it cannot be read."""
    url: str = ""
    """A link that is still to be opened."""
    path: Path | None = None
    source: Source | None = None
    problem: str = ""
    """Why the rest of a web archive cannot be read."""

    @property
    def key(self) -> str:
        """By which it is known again: the link, or a hash of the address and the content.

        Raises:
            ReadingError: it cannot be opened.
        """
        if self.problem:
            raise ReadingError(self.problem, "What came before the damage was read.")
        if self.url:
            return self.url
        source = self.source or Source(self._load())
        digest = hashlib.sha256(source.url.encode() + b"\n" + source.content)
        return f"sha256:{digest.hexdigest()}"

    def read(self, *, allow_hosts: tuple[str, ...] = (), contact: str = "") -> Article:
        """The article.

        Raises:
            ReadingError: there is none to be had.
        """
        if self.url:
            return read_url(self.url, allow_hosts=allow_hosts, contact=contact)
        return read_content(self.source or Source(self._load()))

    def _load(self) -> bytes:
        assert self.path is not None, "an item is a link, a file or a record"
        return open_file(self.path)


def find_items(sources: Sequence[str], lines: Iterable[str] = ()) -> Iterator[Item]:
    """What is to be read, one after another; a WARC is read on as the items are taken.

    Args:
        sources: Links, files, folders, lists of links; `-` means `lines`.
        lines: Links, one a line, as they come on standard input.

    Raises:
        ReadingError: a source does not exist.
    """
    for source in sources:
        if source == "-":
            yield from _read_list(lines)
        elif _is_link(source):
            yield Item(source, url=source)
        else:
            yield from _find_in_path(Path(source))


def count_items(sources: Sequence[str]) -> int | None:
    """How many items there are; None where only reading them tells."""
    paths = [Path(source) for source in sources if source != "-" and not _is_link(source)]
    files = [file for path in paths for file in _files_of(path)]
    if "-" in sources or any(_is_warc(file) for file in files):
        return None
    return sum(1 for _ in find_items(sources))


def _find_in_path(path: Path) -> Iterator[Item]:
    for file in _files_of(path):
        if _is_warc(file):
            yield from _read_warc(file)
        elif (links := _links_in(file)) is not None:
            yield from _read_list(links)
        else:
            yield Item(str(file), path=file)


def _files_of(path: Path) -> list[Path]:
    """The file itself, or those in a folder that may hold articles, in the order of their names."""
    if path.is_dir():
        found = (each for each in path.rglob("*") if each.name.lower().endswith((*PAGES, *WARCS)))
        return sorted(each for each in found if each.is_file())
    if not path.exists():
        raise ReadingError(f"There is no file or folder {path}.", "See whether its name is right.")
    return [path]


def _is_warc(path: Path) -> bool:
    return path.name.lower().endswith(WARCS)


def _is_link(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def _links_in(path: Path) -> list[str] | None:
    """The lines of a file that holds nothing but links; None if it holds anything else."""
    if path.suffix.lower() in {".html", ".htm", ".xhtml", ".pdf"}:
        return None
    if path.stat().st_size > _LONGEST_LIST:
        return None
    with path.open(encoding="utf-8", errors="replace") as file:
        lines = [line.strip() for line in file if _says_something(line)]
    return lines if lines and all(_is_link(line) for line in lines) else None


def _read_list(lines: Iterable[str]) -> Iterator[Item]:
    for line in lines:
        if _says_something(line):
            yield Item(line.strip(), url=line.strip())


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _read_warc(path: Path) -> Iterator[Item]:
    try:
        with path.open("rb") as file:
            yield from _read_records(file)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error) as error:
        problem = f"This is no web archive that can be read to its end: {error}."
        yield Item(str(path), problem=problem)


def _read_records(file: IO[bytes]) -> Iterator[Item]:
    for record in ArchiveIterator(file):
        if source := _open_record(record):
            yield Item(source.url, source=source)


def _open_record(record: ArcWarcRecord) -> Source | None:
    """A page that was answered in full; None for images, redirects and the rest."""
    headers = record.http_headers
    url = record.rec_headers.get_header("WARC-Target-URI", "").strip("<>")
    if record.rec_type not in {"response", "resource"} or not _is_link(url):
        return None
    if headers and headers.get_statuscode() != "200":
        return None
    given = (headers or record.rec_headers).get_header("Content-Type", "")
    media_type, _, more = given.partition(";")
    if media_type.strip().lower() not in _TYPES:
        return None
    content = record.content_stream().read(_BIGGEST + 1)
    if len(content) > _BIGGEST:
        return None
    charset = more.partition("charset=")[2].strip(" \"'")
    return Source(content, media_type.strip().lower(), charset, url)
