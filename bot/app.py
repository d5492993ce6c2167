"""The composition root: settings become a store, a language, a queue, a clock and a Bolt app.

Only this module may import everything.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

from slack_bolt import App

from bot.connection import Mode, build_client, choose_mode, identify
from bot.desk import Desk
from bot.desk.desks import Desks, ManyDesks, OneDesk
from bot.desk.splitting import split_archive
from bot.errors import LanguageError
from bot.lock import only_one
from bot.logs import start_log
from bot.oauth import build_oauth
from bot.scheduling import Clock
from bot.serving import serve
from bot.settings import Settings
from bot.work import Queue
from bot.workspaces import ManyWorkspaces, OneWorkspace, Workspaces
from handlers import Reception, register
from handlers.digests import post_digest
from handlers.posting import is_hopeless, was_not_taken
from handlers.reports import answer_shares
from store import Store
from store.alike import find_alike

if TYPE_CHECKING:  # spaCy takes seconds to import; the bot answers Slack before that
    from spacy.language import Language

log = logging.getLogger(__name__)


def build_desk(settings: Settings) -> Desk:
    """Open the archive; the language is loaded when it is first needed."""
    return Desk(Store(settings.onrecord_db), build_language(settings), settings)


def build_desks(
    settings: Settings, language: Callable[[], Language], workspaces: Workspaces
) -> Desks:
    """One desk for the workspace of the token; or one for each that installs the app.

    An archive that workspaces shared before is divided among them first.
    """
    if not isinstance(workspaces, ManyWorkspaces):
        return OneDesk(Desk(Store(settings.onrecord_db), language, settings))
    split_archive(settings.onrecord_db)
    return ManyDesks(settings, language, workspaces.is_installed)


def build_language(settings: Settings) -> Callable[[], Language]:
    """Load the language model when first called, once."""
    lock = threading.Lock()

    @cache
    def load() -> Language:
        from bot.language import load_language  # noqa: PLC0415  # imports spaCy

        try:
            return load_language(settings.onrecord_model)
        except LookupError as error:
            raise LanguageError(str(error)) from error

    def language() -> Language:
        with lock:
            return load()

    return language


def run(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT.

    Raises:
        SettingsError: tokens are missing; says which, for which mode, and where to get them.
            Or another bot works on the same archive.
        SlackError: Slack refuses a token, or cannot be reached.
        StoreError: the archive cannot be opened.
    """
    mode = choose_mode(settings)
    start_log(settings.onrecord_log_level)
    stopping = threading.Event()
    with ExitStack() as stack:
        stack.enter_context(only_one(settings.onrecord_db))
        app, workspaces = build_app(settings)
        language = build_language(settings)
        desks = build_desks(settings, language, workspaces)
        stack.callback(desks.close)
        stack.enter_context(at_work(app, workspaces, desks))
        stack.enter_context(_stop_on_signals(stopping))
        stack.enter_context(serve(app, settings, mode))
        threading.Thread(target=_warm_up, args=(language,), name="language", daemon=True).start()
        log.info("On the Record is ready in %s.", _MODES[mode])
        stopping.wait()
        log.info("Stopping.")


@contextmanager
def at_work(app: App, workspaces: Workspaces, desks: Desks) -> Iterator[None]:
    """Let the Bolt app answer, with its queue and clock at work behind it."""
    queue = Queue(desks, partial(answer_shares, workspaces), is_hopeless)
    clock = Clock(desks, partial(post_digest, workspaces), was_not_taken)
    register(app, Reception(desks, workspaces, queue.read_later, clock.rebuild))
    queue.start()
    clock.start()
    try:
        yield
    finally:
        clock.stop()
        queue.stop()
        app.listener_runner.listener_executor.shutdown()


def build_app(settings: Settings) -> tuple[App, Workspaces]:
    """A Bolt app, and the workspaces that it serves.

    Where `SLACK_CLIENT_ID` and `SLACK_CLIENT_SECRET` are set beside a token, as by many hosts'
    templates, Bolt would turn its OAuth on and drop the token without a word: every event
    would then be refused.
    """
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        if os.environ.pop(name, None) is not None and settings.slack_bot_token:
            log.info("%s is not used: the bot serves the workspace of SLACK_BOT_TOKEN.", name)
    client, secret = build_client(settings), settings.slack_signing_secret
    build = partial(
        App,
        client=client,
        signing_secret=secret.get_secret_value() if secret else "",
        logger=logging.getLogger("slack_bolt"),  # else Bolt takes the root's level for its own
    )
    if settings.slack_bot_token:
        workspace = identify(client)
        return build(), OneWorkspace(workspace, build_client(settings, resend=False))
    flow = build_oauth(settings)
    return build(oauth_flow=flow), ManyWorkspaces(settings, flow.settings.installation_store)


def _warm_up(language: Callable[[], Language]) -> None:
    """Load what the first question and the first link need."""
    find_alike("news")
    try:
        language()
    except Exception:
        log.exception("The language model could not be loaded; links will not be read.")
    settle()


def settle() -> None:
    """Let the garbage collector pass over what is loaded by now, since all of that stays.

    Else it looks through all of it now and then, and an answer waits for a tenth of a second.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def _stop_on_signals(stopping: threading.Event) -> Iterator[None]:
    def stop(number: int, _frame: object) -> None:
        if stopping.is_set():  # asked twice: whatever is left is found again at the next start
            os._exit(128 + number)
        stopping.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


_MODES: dict[Mode, str] = {
    "socket": "Socket Mode",
    "http": "HTTP mode",
    "many": "HTTP mode, for every workspace that installs it",
}
