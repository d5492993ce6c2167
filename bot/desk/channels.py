"""What a channel wants of the bot: which links count, and whether it speaks there at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from bot.desk import Desk
from bot.errors import SettingsError
from store.channels import find_channel_settings, save_channel_settings
from store.workspace import ChannelSettings

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_MOST = 200


def settings_of(desk: Desk, team: str, channel: str) -> ChannelSettings:
    """A channel's settings; the defaults if nobody changed them."""
    found = find_channel_settings(desk.store.db, team, channel)
    return found or ChannelSettings(team, channel, skipped=usually_skipped())


def change_settings(desk: Desk, settings: ChannelSettings, *, user: str, now: datetime) -> None:
    """Keep a channel's settings, and who changed them."""
    save_channel_settings(desk.store.db, settings, user=user, now=now)


def wants_message(
    settings: ChannelSettings, words: str, *, asked: bool = False, by_bot: bool = False
) -> bool:
    """Whether a message is read here at all.

    Args:
        settings: of the channel.
        words: of the message.
        asked: the bot is spoken to in it.
        by_bot: a bot posted it.
    """
    if settings.mode == "silent":
        return False
    if asked:
        return True
    said = words.casefold()
    paused = any(_is_said(word.casefold(), said) for word in settings.paused)
    return settings.mode == "on" and not paused and (settings.bots or not by_bot)


def wanted_urls(settings: ChannelSettings, urls: Iterable[str]) -> tuple[str, ...]:
    """The links that are read here without being asked for."""
    return tuple(url for url in urls if not _is_on(url, settings.skipped))


@cache
def usually_skipped() -> tuple[str, ...]:
    """Calendars, documents, tickets, social networks: no news articles."""
    lines = files("bot.desk").joinpath("skipped.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def read_domains(words: str) -> tuple[str, ...]:
    """Domains as people list them: by lines, commas or blanks, as links too.

    Raises:
        SettingsError: naming the first that is none.
    """
    found = [_read_domain(word) for word in re.split(r"[\s,;]+", words) if word]
    return _few(found, "domains")


def read_words(words: str) -> tuple[str, ...]:
    """Words or phrases, by lines or commas."""
    found = [" ".join(part.split()) for part in re.split(r"[\n,;]+", words)]
    return _few([part for part in found if part], "words")


def _read_domain(word: str) -> str:
    address = word if "://" in word else f"https://{word}"
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    if not _HOST.fullmatch(host):
        raise SettingsError(f"\u201c{word}\u201d is no domain.", "For example: example.com")
    return host


def _few(found: Sequence[str], noun: str) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(found))
    if len(kept) > _MOST:
        raise SettingsError(f"That is more than {_MOST} {noun}.")
    return kept


def _is_said(word: str, said: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) is not None


def _is_on(url: str, domains: Iterable[str]) -> bool:
    host = (urlsplit(url).hostname or "").lower()
    return any(host == name or host.endswith(f".{name}") for name in domains)
