"""From bytes to text that can be shown, stored and quoted: no broken or invisible characters."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([-\w:]{2,40})", re.IGNORECASE)
_AS_BROWSERS_READ = {"iso-8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero width
    "\u202a-\u202e\u2066-\u2069"  # bidi overrides: they show a text in another order
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"  # surrogates, annotations, tags
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SNIFFED = 4_096
_RIGHT_FOR_EACH_BROKEN = 6


def decode(content: bytes, charset: str = "") -> str:
    """Decode as a browser would, except that valid UTF-8 is taken for what it is.

    In order: byte order mark, UTF-8 if it fits (nearly), the charset that the server or the
    page names, the most likely one. Never fails: what cannot be read becomes a question mark sign.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    if (
        content[:_SNIFFED:2].count(0) + content[1:_SNIFFED:2].count(0)
        > len(content[:_SNIFFED]) // 4
    ):
        return _decode_wide(content)
    text = content.decode("utf-8", "replace")
    if _is_mostly_right(text, len(content)):
        return text
    named = _META_CHARSET.search(content[:_SNIFFED])
    for name in (charset, named[1].decode("ascii") if named else ""):
        try:
            return content.decode(_codec(name))
        except (LookupError, UnicodeDecodeError):
            continue
    best = from_bytes(content[: 64 * 1024]).best()
    return content.decode(best.encoding if best else "utf-8", "replace")


def _is_mostly_right(text: str, size: int) -> bool:
    """Whether bytes decoded as UTF-8 are UTF-8, apart from a broken character here and there.

    Text in another charset hardly ever has the bytes of a longer UTF-8 character in a row.
    """
    broken = text.count("\ufffd")
    return broken == 0 or size - len(text) > _RIGHT_FOR_EACH_BROKEN * broken


def is_binary(text: str) -> bool:
    """Whether decoded bytes are no text at all: every twentieth character is none."""
    middle = len(text) // 2
    sample = text[:_SNIFFED] + text[middle : middle + _SNIFFED]
    return len(_CONTROL.findall(sample)) > len(sample) / 20


def tidy(text: str) -> str:
    """Drop characters that cannot be seen, and give every line the same end."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def _decode_wide(content: bytes) -> str:
    """UTF-16 without a mark: the zero bytes stand where the order says."""
    little = content[1:_SNIFFED:2].count(0) >= content[:_SNIFFED:2].count(0)
    return content.decode("utf-16-le" if little else "utf-16-be", "replace")


def _codec(name: str) -> str:
    """Python's name of a charset label, read as browsers read it.

    Raises:
        LookupError: if there is none, or it is no character set.
    """
    found = codecs.lookup(name or "none")
    if not getattr(found, "_is_text_encoding", True):
        raise LookupError(name)
    return _AS_BROWSERS_READ.get(found.name, found.name)
