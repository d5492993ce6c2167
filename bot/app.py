"""The composition root: settings become a store, a language, a queue, a clock and a Bolt app.

Only this module may import everything.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

from slack_bolt import App

from bot.connection import Mode, build_client, choose_mode, identify
from bot.desk import Desk
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

if TYPE_CHECKING:  # spaCy takes seconds to import; the bot answers Slack before that
    from spacy.language import Language

log = logging.getLogger(__name__)


def build_desk(settings: Settings) -> Desk:
    """Open the archive; the language is loaded when it is first needed."""
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

    return Desk(Store(settings.onrecord_db), language, settings)


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
        desk = build_desk(settings)
        stack.callback(desk.store.close)
        app = stack.enter_context(open_app(desk))
        stack.enter_context(_stop_on_signals(stopping))
        stack.enter_context(serve(app, settings, mode))
        threading.Thread(target=_warm_up, args=(desk,), name="language", daemon=True).start()
        log.info("On the Record is ready in %s.", _MODES[mode])
        stopping.wait()
        log.info("Stopping.")


@contextmanager
def open_app(desk: Desk) -> Iterator[App]:
    """The Bolt app, with its queue and clock at work behind it."""
    settings = desk.settings
    app, workspaces = build_app(settings)
    queue = Queue(desk, partial(answer_shares, desk, workspaces), is_hopeless)
    clock = Clock(desk, partial(post_digest, desk, workspaces), was_not_taken)
    register(app, Reception(desk, workspaces, queue.read_later, clock.rebuild))
    queue.start()
    clock.start()
    try:
        yield app
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


def _warm_up(desk: Desk) -> None:
    """Load the language before the first link needs it."""
    try:
        desk.language()
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
