"""Slack's Web API on loopback, as far as the bot calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

from tests.slack.block_rules import find_faults, is_too_long
from tests.slack.view_rules import find_view_faults
from tests.slack.workspace import (
    ADMINISTRATOR,
    APP,
    APP_TOKEN,
    BOT,
    BOT_USER,
    DISPLAY_NAME,
    REPORTER,
    TEAM,
    Channel,
    Json,
    Refusal,
    Workspace,
)

TEAM_OF_TOKEN = "team of the token"
"""Where a call's token is good: beside its parameters."""


class RefusedError(Exception):
    """Slack says no: an error code and what else stands in the answer."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.answer: Json = {"ok": False, "error": error, **more}


class WebApi:
    """The methods; `socket_url` and `on_post` are set by who starts the server."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.socket_url = ""
        self.base_url = ""
        self.on_post: Callable[[Channel, Json], None] = lambda _channel, _message: None

    def call(self, method: str, token: str, params: Json) -> Json:
        """Answer one call, or raise RefusedError."""
        handler = self.METHODS.get(method)
        if handler is None or (self.workspace.bare and method not in self.BARE_METHODS):
            raise RefusedError("unknown_method")
        known = {APP_TOKEN: TEAM} if method.startswith("apps.") else self.workspace.tokens
        if token not in known and method != "oauth.v2.access":
            raise RefusedError("invalid_auth" if token else "not_authed")
        params[TEAM_OF_TOKEN] = known.get(token)
        self._need(self.NEEDED.get(method, ""))
        return {"ok": True, **handler(self, params)}

    def _need(self, scope: str) -> None:
        if scope and scope not in self.workspace.scopes:
            provided = ",".join(sorted(self.workspace.scopes))
            raise RefusedError("missing_scope", needed=scope, provided=provided)

    def _channel(self, params: Json) -> Channel:
        channel = self.workspace.channels.get(str(params.get("channel")))
        if channel is None or channel.team != params.get(TEAM_OF_TOKEN, channel.team):
            raise RefusedError("channel_not_found")
        if not channel.has_bot:
            raise RefusedError("not_in_channel")
        return channel

    def auth_test(self, params: Json) -> Json:
        if self.workspace.bare:
            return {"team_id": TEAM, "user_id": BOT_USER}
        return {
            "url": "https://newsroom.slack.example/",
            "team": "Newsroom",
            "team_id": params[TEAM_OF_TOKEN],
            "user": "onrecord",
            "user_id": BOT_USER,
            "bot_id": BOT,
            "is_enterprise_install": False,
        }

    def access(self, params: Json) -> Json:
        """A code from Slack's page, or a refresh token, becomes a token that lives half a day."""
        given = str(params.get("code") or params.get("refresh_token"))
        team = given.rsplit("-", maxsplit=1)[-1]
        token = f"xoxe.xoxb-{len(self.workspace.tokens)}-{team}"
        self.workspace.tokens[token] = team
        return {
            "app_id": APP,
            "authed_user": {"id": REPORTER},
            "scope": ",".join(sorted(self.workspace.scopes)),
            "token_type": "bot",
            "access_token": token,
            "refresh_token": f"xoxe-1-{team}",
            "expires_in": self.workspace.seconds_of_a_token,
            "bot_user_id": BOT_USER,
            "team": {"id": team, "name": "Rivals"},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def connections_open(self, _params: Json) -> Json:
        return {"url": self.socket_url}

    def post_message(self, params: Json) -> Json:
        channel, ts = self._channel(params), self.workspace.new_ts()
        _check_message(params)
        thread = params.get("thread_ts")
        if thread and all(message["ts"] != thread for message in channel.messages):
            raise RefusedError("thread_not_found")
        left_out = {"token", "channel", TEAM_OF_TOKEN}
        kept = {key: value for key, value in params.items() if key not in left_out}
        who = {"type": "message", "ts": ts, "user": BOT_USER, "bot_id": BOT, "app_id": APP}
        message = self.workspace.add(channel, {**kept, **who, "team": channel.team})
        self.on_post(channel, message)
        return (
            {"ts": ts}
            if self.workspace.bare
            else {"channel": channel.id, "ts": ts, "message": message}
        )

    def post_ephemeral(self, params: Json) -> Json:
        self._channel(params)
        _check_message(params)
        if "user" not in params:
            raise RefusedError("user_not_in_channel")
        self.workspace.note(self.workspace.ephemerals, params)
        return {"message_ts": self.workspace.new_ts()}

    def update(self, params: Json) -> Json:
        channel = self._channel(params)
        _check_message(params)
        for message in channel.messages:
            if message["ts"] == params.get("ts") and message.get("bot_id") == BOT:
                message.update({key: params[key] for key in ("text", "blocks") if key in params})
                return {"channel": channel.id, "ts": message["ts"]}
        raise RefusedError("message_not_found")

    def replies(self, params: Json) -> Json:
        channel = self._channel(params)
        self._need(channel.history_scope)
        ts = params.get("ts")
        thread = [m for m in channel.messages if ts in {m["ts"], m.get("thread_ts")}]
        if not thread:
            raise RefusedError("thread_not_found")
        whole = str(params.get("include_all_metadata", "")).lower() in {"1", "true"}
        return {"messages": [_as_read(message, whole) for message in thread], "has_more": False}

    def conversation(self, params: Json) -> Json:
        channel = self.workspace.channels.get(str(params.get("channel")))
        private = channel is not None and channel.kind != "channel"
        if channel is None or (private and not channel.has_bot):
            raise RefusedError("channel_not_found")
        about = {"is_private": private, "is_member": channel.has_bot, "name": channel.id.lower()}
        return {"channel": {"id": channel.id, **about}}

    def user(self, params: Json) -> Json:
        user = params.get("user")
        about = {"tz": "Asia/Tokyo", "is_bot": False, "is_admin": user == ADMINISTRATOR}
        about |= {"name": "reporter", "profile": {"display_name": DISPLAY_NAME}}
        return {"user": {"id": user, **about}}

    def add_reaction(self, params: Json) -> Json:
        self._channel(params)
        reactions = self.workspace.reactions[str(params["timestamp"])]
        if params["name"] in reactions:
            raise RefusedError("already_reacted")
        self.workspace.note(reactions, params["name"])
        return {}

    def remove_reaction(self, params: Json) -> Json:
        self._channel(params)
        reactions = self.workspace.reactions[str(params["timestamp"])]
        if params["name"] not in reactions:
            raise RefusedError("no_reaction")
        with self.workspace.changed:
            reactions.remove(params["name"])
            self.workspace.changed.notify_all()
        return {}

    def open_view(self, params: Json) -> Json:
        if params.get("trigger_id") not in self.workspace.triggers:
            raise RefusedError("expired_trigger_id")
        view = _read_view(params)
        self.workspace.triggers.discard(params["trigger_id"])
        return {"view": self.workspace.new_view(view, team=params[TEAM_OF_TOKEN])}

    def update_view(self, params: Json) -> Json:
        views = [view for view in self.workspace.views if view["id"] == params.get("view_id")]
        if not views:
            raise RefusedError("not_found")
        if params.get("hash") not in {None, views[0]["hash"]}:
            raise RefusedError("hash_conflict")
        team = params[TEAM_OF_TOKEN]
        return {"view": self.workspace.new_view(_read_view(params), views[0], team=team)}

    def publish_view(self, params: Json) -> Json:
        user, views = params.get("user_id"), self.workspace.views
        kept = next(
            (
                view
                for view in views
                if (view.get("user_id"), view["team_id"]) == (user, params[TEAM_OF_TOKEN])
            ),
            None,
        )
        view, team = {**_read_view(params), "user_id": user}, params[TEAM_OF_TOKEN]
        return {"view": self.workspace.new_view(view, kept, team=team)}

    def set_status(self, params: Json) -> Json:
        self._channel({"channel": params.get("channel_id")})
        if not params.get("thread_ts"):
            raise RefusedError("invalid_arguments")
        return {}

    def set_prompts(self, params: Json) -> Json:
        self._channel({"channel": params.get("channel_id")})
        if not 1 <= len(params.get("prompts", [])) <= 4 or "thread_ts" in params:
            raise RefusedError("invalid_arguments")
        return {}

    def get_upload_url(self, params: Json) -> Json:
        file_id = self.workspace.new_file(str(params["filename"]))
        return {"upload_url": f"{self.base_url}/upload/{file_id}", "file_id": file_id}

    def complete_upload(self, params: Json) -> Json:
        channel = self._channel({"channel": params.get("channel_id")})
        given = params["files"]
        ids = [each["id"] for each in (json.loads(given) if isinstance(given, str) else given)]
        files = [self.workspace.files[each] for each in ids]
        who = {"type": "message", "user": BOT_USER, "bot_id": BOT, "app_id": APP}
        thread = {"thread_ts": params["thread_ts"]} if "thread_ts" in params else {}
        ts = self.workspace.new_ts()
        self.workspace.add(channel, {**who, **thread, "ts": ts, "files": files, "text": ""})
        return {"files": [{"id": each} for each in ids]}

    METHODS: ClassVar[dict[str, Callable[[WebApi, Json], Json]]] = {
        "auth.test": auth_test,
        "oauth.v2.access": access,
        "apps.connections.open": connections_open,
        "chat.postMessage": post_message,
        "chat.postEphemeral": post_ephemeral,
        "chat.update": update,
        "conversations.replies": replies,
        "conversations.info": conversation,
        "users.info": user,
        "reactions.add": add_reaction,
        "reactions.remove": remove_reaction,
        "assistant.threads.setStatus": set_status,
        "assistant.threads.setSuggestedPrompts": set_prompts,
        "views.open": open_view,
        "views.push": open_view,
        "views.update": update_view,
        "views.publish": publish_view,
        "files.getUploadURLExternal": get_upload_url,
        "files.completeUploadExternal": complete_upload,
    }
    BARE_METHODS: ClassVar[set[str]] = {"auth.test", "apps.connections.open", "chat.postMessage"}
    NEEDED: ClassVar[dict[str, str]] = {
        "chat.postMessage": "chat:write",
        "chat.postEphemeral": "chat:write",
        "chat.update": "chat:write",
        "conversations.info": "channels:read",
        "users.info": "users:read",
        "reactions.add": "reactions:write",
        "reactions.remove": "reactions:write",
        "files.getUploadURLExternal": "files:write",
        "files.completeUploadExternal": "files:write",
        "assistant.threads.setStatus": "assistant:write",
        "assistant.threads.setSuggestedPrompts": "assistant:write",
    }


def _read_view(params: Json) -> Json:
    view = params.get("view")
    whole: Json = json.loads(view) if isinstance(view, str) else dict(view or {})
    if faults := find_view_faults(whole):
        raise RefusedError("invalid_arguments", response_metadata={"messages": faults})
    return whole


def _check_message(params: Json) -> None:
    blocks, text = params.get("blocks"), params.get("text")
    if isinstance(blocks, str):
        blocks = json.loads(blocks)
    if not blocks and not text:
        raise RefusedError("no_text")
    if len(str(text or "")) > 40_000:
        raise RefusedError("msg_too_long")
    if blocks is not None and (faults := find_faults(blocks)):
        raise RefusedError("invalid_blocks", response_metadata={"messages": faults})
    if blocks and is_too_long(blocks):
        raise RefusedError("msg_blocks_too_long")
    metadata = params.get("metadata")
    if metadata is not None and set(metadata) != {"event_type", "event_payload"}:
        raise RefusedError("invalid_metadata_format")


def _as_read(message: Json, whole: bool) -> Json:
    """As `conversations.replies` shows it: without asking, metadata lose their payload."""
    if whole or "metadata" not in message:
        return message
    return {**message, "metadata": {"event_type": message["metadata"]["event_type"]}}


class WebApiServer(ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1; `serve_forever` is the caller's."""

    def __init__(self, api: WebApi) -> None:
        self.api = api
        super().__init__(("127.0.0.1", 0), Handler)


class Handler(BaseHTTPRequestHandler):
    """One call of a method, or one post to a `response_url`."""

    server: WebApiServer

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *_args: object) -> None:
        """Quiet."""

    def _answer(self) -> None:
        address = urlsplit(self.path)
        if address.path.startswith("/upload/"):
            self._take_file(address.path.removeprefix("/upload/"))
            return
        params = self._params(address.query)
        if address.path.startswith("/response/"):
            self._take_response(address.path, params)
            return
        method = address.path.removeprefix("/api/")
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        workspace = self.server.api.workspace
        with workspace.changed:
            workspace.calls.append((method, params))
            queue = workspace.refusals[method]
            refusal = queue.popleft() if queue else None
        self._send(*self._respond(method, token or params.pop("token", ""), params, refusal))

    def _respond(
        self, method: str, token: str, params: Json, refusal: Refusal | None
    ) -> tuple[int, Json, dict[str, str]]:
        answer: Json = {}
        if refusal is None or refusal.after:
            try:
                answer = self.server.api.call(method, token, params)
            except RefusedError as refused:
                answer = refused.answer
        if refusal:
            return refusal.status, {"ok": False, "error": refusal.error}, refusal.headers
        return 200, answer, {}

    def _take_response(self, path: str, params: Json) -> None:
        workspace = self.server.api.workspace
        try:
            if not params.get("delete_original"):
                _check_message(params)
        except RefusedError as refused:
            self._send(400, refused.answer, {})
            return
        workspace.note(workspace.responses, {"to": path, **params})
        self._send(200, {"ok": True}, {})

    def _take_file(self, file_id: str) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.server.api.workspace.files[file_id]["content"] = self.rfile.read(length).decode()
        self._send(200, {"ok": True}, {})

    def _params(self, query: str) -> Json:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        params: Json = dict(parse_qsl(query))
        if body and "json" in self.headers.get("Content-Type", ""):
            return {**params, **json.loads(body)}
        return {**params, **dict(parse_qsl(body))}

    def _send(self, status: int, answer: Json, headers: dict[str, str]) -> None:
        body = json.dumps(answer).encode()
        workspace = self.server.api.workspace
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if not workspace.bare:
            self.send_header("x-oauth-scopes", ",".join(sorted(workspace.scopes)))
        self.end_headers()
        self.wfile.write(body)
