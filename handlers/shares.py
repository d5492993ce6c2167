"""What a message gives to read: its links, or a text that was pasted into it."""

from __future__ import annotations

from handlers.messages import Message
from store.workspace import Share

FEWEST_WORDS = 60
"""Of a text that is read as an article; what is shorter is a question or a remark."""
SNIPPET = (
    "Slack made a file of this text, and I open no files. "
    "Paste it as a message, in parts if it is long."
)


def has_text(message: Message) -> bool:
    """Whether the message is as long as an article, or so long that Slack made a file of it."""
    return bool(message.snippets) or _is_article(message.text)


def build_shares(message: Message, *, asked: bool) -> list[Share]:
    """A share for each link; `asked`: somebody told the bot to read them."""
    return [_share(message, url, asked=asked) for url in message.urls]


def build_text_shares(message: Message) -> list[Share]:
    """A share for the text, and for what was posted beside it; somebody wants it read."""
    urls, text = _part(message)
    shares = [_share(message, url, asked=True) for url in urls]
    shares += [_share(message, url, failure=SNIPPET, asked=True) for url in message.snippets]
    return [*shares, _share(message, text=text, asked=True)] if _is_article(text) else shares


def _is_article(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS


def _part(message: Message) -> tuple[list[str], str]:
    """The links that stand on lines of their own, and the text; other links belong to it."""
    lines = message.text.splitlines()
    alone = {line.strip() for line in lines} & set(message.urls)
    text = "\n".join(line for line in lines if line.strip() not in alone)
    return [url for url in message.urls if url in alone], text.strip()


def _share(
    message: Message, url: str = "", *, text: str = "", failure: str = "", asked: bool
) -> Share:
    return Share(
        team=message.team,
        channel=message.channel,
        ts=message.ts,
        url=url,
        shared_url=url,
        user=message.user,
        thread_ts=message.answer_ts,
        private=message.private,
        failure=failure,
        text=text,
        asked=asked,
    )
