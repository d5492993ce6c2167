"""The way of a shared link or text: accepted, read, its outcome kept until it is posted, done.

A share's state says how far it has come, so that a crash at any point loses nothing:
`waiting` and `reading` are read again; `posting` has its outcome, which may be in the
thread already.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.desk import Desk
from bot.desk.channels import settings_of
from bot.desk.pages import open_link
from bot.desk.renewals import renew, what_is_new
from bot.errors import AddressError, OnRecordError, OtherLanguageError, ReadingError
from bot.reading import canonical_url, read_text, text_url
from store.articles import find_article_id, load_report
from store.makers import show_makers
from store.records import ArticleRef, Audience, Report
from store.shares import (
    find_reports,
    first_report_of,
    has_failed_share,
    save_shares,
    set_share_state,
    shares_answered_in,
    shares_of,
    unfinished_shares,
)
from store.workspace import Failure, Outcome, Pointer, Share, ShareState

log = logging.getLogger(__name__)

MOST_LINKS = 10
"""Of one message; the rest is told to come in a message of its own."""

FINISHED = ("done", "failed")

_ANALYSING = threading.Lock()
"""One analysis at a time: the language pipeline is not made for several threads at once."""


@dataclass(frozen=True, slots=True)
class ReadShare:
    """A share and what became of it; None: its report stands in this very thread already."""

    share: Share
    outcome: Outcome | None

    @property
    def is_told(self) -> bool:
        """Whether the thread is, or was, told of it."""
        return not isinstance(self.outcome, Failure) or self.outcome.told


def accept_shares(desk: Desk, shares: Sequence[Share], *, now: datetime) -> list[Share]:
    """Save what a message brought, under canonical URLs; returns those that are new."""
    return save_shares(desk.store.db, [_canonical(share) for share in shares], now=now)


def wants_text(desk: Desk, team: str, channel: str, thread_ts: str) -> bool:
    """Whether a text pasted in this thread is read: a link there failed, and we asked for it."""
    return bool(thread_ts) and has_failed_share(desk.store.db, team, channel, thread_ts)


def open_shares(desk: Desk, team: str, channel: str, ts: str) -> list[Share]:
    """The shares of a message that are neither done nor failed."""
    found = shares_of(desk.store.db, team, channel, ts)
    return [share for share in found if share.state not in FINISHED]


def unanswered_messages(desk: Desk) -> list[tuple[str, str, str]]:
    """Team, channel and time of the messages that still wait for an answer, oldest first."""
    found = unfinished_shares(desk.store.db)
    return list(dict.fromkeys((share.team, share.channel, share.ts) for share in found))


def read_shares(desk: Desk, shares: Sequence[Share]) -> list[ReadShare]:
    """Read each link and keep its outcome; every share ends in state `posting`.

    One of which the thread is not told ends as failed: there is nothing to post.
    """
    read = [
        ReadShare(share, _settle(desk, share, too_many=number >= MOST_LINKS))
        for number, share in enumerate(shares)
    ]
    return [_keep(desk, each) for each in read]


def finish_shares(desk: Desk, read: Sequence[ReadShare], report_ts: str) -> None:
    """The answer stands in the thread: the shares are done, or failed with their reason."""
    for each in read:
        if each.is_told:
            finish_share(desk, each.share, report_ts, failed=isinstance(each.outcome, Failure))


def finish_share(desk: Desk, share: Share, report_ts: str, *, failed: bool) -> None:
    """This share's answer stands in the thread."""
    set_share_state(
        desk.store.db,
        _id(share),
        "failed" if failed else "done",
        report_ts=report_ts,
        failure=share.failure if failed else "",
    )


def find_reports_of(desk: Desk, team: str, article_id: int) -> list[tuple[str, str]]:
    """Channel and time of the messages that answer with this article, pointers too."""
    return find_reports(desk.store.db, team, article_id)


def find_outcomes(desk: Desk, team: str, channel: str, report_ts: str) -> list[Outcome]:
    """What a message that stands in a thread tells of its links, as the archive has it now."""
    shares = shares_answered_in(desk.store.db, team, channel, report_ts)
    return [outcome for share in shares if (outcome := _find_outcome(desk, share))]


def give_up(desk: Desk, shares: Sequence[Share], reason: str) -> None:
    """No answer can be posted: say so in the archive, for the log has it too."""
    for share in shares:
        set_share_state(desk.store.db, _id(share), "failed", failure=reason)


def _settle(desk: Desk, share: Share, *, too_many: bool) -> Outcome | None:
    """What becomes of one share; what was found before a crash is not looked for again."""
    if share.failure:
        return _fail(share, share.failure)
    if too_many:
        return _fail(share, f"Only the first {MOST_LINKS} links of a message are read.", _REPOST)
    if earlier := _find_earlier(desk, share, share.url):
        renew(desk, share, _ANALYSING)
        return _point_to(desk, share, earlier)
    if share.state == "posting" and share.article_id is not None:
        return _show(desk, share, load_report(desk.store.db, share.article_id))
    set_share_state(desk.store.db, _id(share), "reading")
    return _read(desk, share)


def _read(desk: Desk, share: Share) -> Outcome | None:
    try:
        report = _show(desk, share, _report(desk, share))
    except OtherLanguageError as error:
        told = share.asked or _wants_word(desk, share)
        return replace(_fail(share, error.message, error.hint), told=told)
    except OnRecordError as error:
        if not isinstance(error, ReadingError):
            log.exception("Reading %s failed.", share.shared_url)
        return _fail(share, error.message, _hint(share, error))
    except Exception:  # whatever a page sets off, its thread gets an answer
        log.exception("Reading %s failed.", share.shared_url)
        page = "text" if share.text else "page"
        return _fail(share, f"Something went wrong while reading this {page}.", _hint(share))
    earlier = _find_earlier(desk, share, report.article.url)
    return _point_to(desk, share, earlier) if earlier else report


def _wants_word(desk: Desk, share: Share) -> bool:
    """Whether the channel wants to be told of articles in languages that are not read."""
    return settings_of(desk, share.team, share.channel).other_languages == "tell"


def _report(desk: Desk, share: Share) -> Report:
    from bot.desk.reading import analyse_article  # noqa: PLC0415  # imports spaCy: seconds

    article = read_text(share.text) if share.text else open_link(desk, share.shared_url)
    with _ANALYSING:
        return analyse_article(desk, article)


def _show(desk: Desk, share: Share, report: Report) -> Report:
    """A report as those who see the share may see it."""
    return show_makers(desk.store.db, report, Audience(share.team, share.channel))


def _find_outcome(desk: Desk, share: Share) -> Outcome | None:
    if share.failure:
        return _fail(share, share.failure)
    if share.article_id is None:
        return _fail(share, GONE)
    report = _show(desk, share, load_report(desk.store.db, share.article_id))
    earlier = _find_earlier(desk, share, report.article.url)
    return report if earlier is None or earlier.id == share.id else _point_to(desk, share, earlier)


def _hint(share: Share, error: OnRecordError | None = None) -> str:
    """What to try; whoever pasted a text is not asked to paste it."""
    hint = error.hint if error else ReadingError.hint
    return "" if share.text and hint == ReadingError.hint else hint


def _find_earlier(desk: Desk, share: Share, url: str) -> Share | None:
    """The first report of this article that those who see the share may be pointed to."""
    audience = Audience(team=share.team, channel=share.channel)
    return first_report_of(desk.store.db, url, audience)


def _point_to(desk: Desk, share: Share, earlier: Share) -> Pointer | None:
    """One line that leads to the first thread; nothing where the report stands above."""
    if earlier.article_id is None:
        return None
    if (earlier.channel, _thread(earlier)) == (share.channel, _thread(share)):
        return None
    current = find_article_id(desk.store.db, earlier.url) or earlier.article_id
    report = load_report(desk.store.db, current)
    article = report.article
    known = (article.headline, article.publisher, article.url, article.published)
    new = what_is_new(desk, earlier)
    return Pointer(
        ArticleRef(report.article_id, *known),
        f"{earlier.channel}/{earlier.ts}",
        added=len(new.added),
        changed=len(new.changed),
        vanished=len(new.vanished),
    )


def _keep(desk: Desk, read: ReadShare) -> ReadShare:
    """Write the outcome down before anything is posted."""
    article_id, failure = None, ""
    state: ShareState = "posting"
    match read.outcome:
        case Report(article_id=found):
            article_id = found
        case Pointer(article=article):
            article_id = article.id
        case Failure(message=message, hint=hint, told=told):
            failure = f"{message} {hint}".strip()
            state = "posting" if told else "failed"
    share = replace(read.share, state=state, article_id=article_id, failure=failure)
    set_share_state(desk.store.db, _id(share), state, article_id=article_id, failure=failure)
    return replace(read, share=share)


def _canonical(share: Share) -> Share:
    if share.text:
        return replace(share, url=text_url(share.text))
    try:
        return replace(share, url=canonical_url(share.shared_url))
    except AddressError:
        return replace(share, url=share.shared_url)  # reading it will say what is wrong


def _fail(share: Share, message: str, hint: str = "") -> Failure:
    return Failure(share.shared_url, message, hint)


def _thread(share: Share) -> str:
    return share.thread_ts or share.ts


def _id(share: Share) -> int:
    assert share.id is not None, "a share that was saved has an id"
    return share.id


GONE = "That article is not in the archive any more."
_REPOST = "Post the others in a message of their own."
