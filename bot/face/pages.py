"""Our own pages: the front page, a question in plain words, a speaker, an article."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any

from datasette import NotFound, Response

from bot.blocks.readings import describe_reading
from bot.blocks.wording import MONTHS
from bot.desk import Desk
from bot.desk.answers import answer
from bot.errors import OnRecordError
from bot.face.marking import mark_statements
from store.pages import (
    Row,
    count_all,
    load_article,
    load_newest,
    load_profile,
    load_spans,
    load_statements,
)
from store.records import Audience, Statement

PAGE = 50
NEWEST = 12

Context = dict[str, Any]


class Pages:
    """Views as Datasette calls them; what they show is read in threads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def home(self, datasette: Any, request: Any) -> Any:  # noqa: ANN401  # no types there
        """The front page: a question, what is new, how much there is."""
        return await _show(datasette, request, "home.html", self._load_home)

    async def ask(self, datasette: Any, request: Any) -> Any:  # noqa: ANN401
        """A question in plain words, answered as in Slack; here by all that the archive holds."""
        question, start = request.args.get("q", "").strip(), _read_start(request)
        load = partial(self._load_answer, question, start)
        return await _show(datasette, request, "ask.html", load)

    async def speaker(self, datasette: Any, request: Any) -> Any:  # noqa: ANN401
        """Who somebody is, and what they said over time."""
        load = partial(self._load_speaker, int(request.url_vars["number"]), _read_start(request))
        return await _show(datasette, request, "speaker.html", load)

    async def article(self, datasette: Any, request: Any) -> Any:  # noqa: ANN401
        """An article's text, with what was said in it marked."""
        load = partial(self._load_article, int(request.url_vars["number"]))
        return await _show(datasette, request, "article.html", load)

    def _load_home(self) -> Context:
        conn = self._desk.store.db.conn
        return {"counts": count_all(conn), "newest": load_newest(conn, NEWEST)}

    def _load_answer(self, question: str, start: int) -> Context:
        shown: Context = {"question": question, "start": start, "page": PAGE}
        if not question:
            return shown
        now = datetime.now(self._desk.settings.onrecord_timezone)
        try:
            found = answer(self._desk, question, Audience(), now=now, limit=PAGE, offset=start)
        except OnRecordError as error:
            return {**shown, "problem": str(error)}
        return {
            **shown,
            "reading": "".join(
                getattr(part, "text", "") for part in describe_reading(found.reading)
            ),
            "answer": found,
            "groups": _group(map(_to_row, found.statements), lambda row: row["speaker"]),
        }

    def _load_speaker(self, number: int, start: int) -> Context | None:
        conn = self._desk.store.db.conn
        profile = load_profile(conn, number)
        if profile is None:
            return None
        rows = load_statements(conn, number, limit=PAGE, offset=start)
        months = _group(rows, lambda row: _name_month(row["dated"]))
        return {"profile": profile, "months": months, "start": start, "page": PAGE}

    def _load_article(self, number: int) -> Context | None:
        conn = self._desk.store.db.conn
        article = load_article(conn, number)
        if article is None:
            return None
        statements = load_spans(conn, number)
        paragraphs = [each for each in mark_statements(article["text"], statements) if each]
        return {"article": article, "paragraphs": paragraphs, "number": len(statements)}


async def _show(
    datasette: Any,  # noqa: ANN401
    request: Any,  # noqa: ANN401
    template: str,
    load: Callable[[], Context | None],
) -> Any:  # noqa: ANN401
    context = await asyncio.to_thread(load)
    if context is None:
        raise NotFound("There is nothing of this number in the archive.")
    return Response.html(await datasette.render_template(template, context, request=request))


def _read_start(request: Any) -> int:  # noqa: ANN401
    """How many statements came before this page."""
    given = request.args.get("start", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0  # noqa: PLR2004


def _to_row(statement: Statement) -> Row:
    """A statement of an answer in the shape of the view `statements`."""
    speaker, article = statement.speaker, statement.article
    published = article.published.isoformat() if article.published else ""
    return {
        "id": statement.id,
        "text": statement.text,
        "kind": statement.kind,
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "speaker_sure": bool(speaker and speaker.sure),
        "speaker_id": None,
        "dated": statement.said_on.isoformat() if statement.said_on else published,
        "sentence": statement.sentence,
        "headline": article.headline,
        "publisher": article.publisher,
        "url": article.url,
        "article_id": article.id,
        "via": statement.via.name if statement.via else None,
        "also_in": [ref.publisher for ref in statement.also_in],
    }


def _group(rows: Any, key: Callable[[Row], Any]) -> list[tuple[Any, list[Row]]]:  # noqa: ANN401
    return [(name, list(group)) for name, group in groupby(rows, key)]


def _name_month(dated: str) -> str:
    return f"{MONTHS[int(dated[5:7]) - 1]} {dated[:4]}"
