"""The errors that reach people: what happened, and what to try, in a reporter's words.

Details for engineers go to the log. Third-party errors are wrapped in the one module
that touches that library.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Anything that the program tells a person about.

    `message` says what happened; `hint` what to try (may be empty).
    """

    hint = ""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or self.hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SettingsError(OnRecordError):
    """Settings are missing or wrong; the message lists all of them."""


class LanguageError(OnRecordError):
    """The language model cannot be loaded, or the text is in another language."""


class OtherLanguageError(LanguageError):
    """The text is in a language that is not read."""


class StoreError(OnRecordError):
    """The database cannot be opened, read or written."""


class SlackError(OnRecordError):
    """Slack refused what the bot asked for."""


class NotInstalledError(SlackError):
    """The app is not installed in a workspace, or not any more."""


class QuestionError(OnRecordError):
    """A question that cannot be read."""


class PeopleError(OnRecordError):
    """Somebody who is not known, or could be several, or cannot be merged or split so."""


class CorrectionError(OnRecordError):
    """A correction that cannot be made."""


class ReadingError(OnRecordError):
    """A link or file from which no article could be read."""

    hint = "Paste the article's text here and I will read that."


class AddressError(ReadingError):
    """A URL that the bot must not or cannot follow."""


class FetchError(ReadingError):
    """The page could not be fetched: dead link, timeout, blocked."""


class ExtractError(ReadingError):
    """The page was fetched, but holds no article that can be read."""
