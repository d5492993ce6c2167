"""What Slack checks in an app manifest; otherwise it cannot be pasted."""

from __future__ import annotations

import pytest

from bot.errors import SettingsError
from bot.manifest import build_manifest

SCOPES = {
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "app_mention": "app_mentions:read",
    "app_home_opened": "",
    "app_uninstalled": "",
    "tokens_revoked": "",
    "member_joined_channel": "channels:read",
}


def test_every_event_has_the_scope_that_slack_wants_for_it() -> None:
    manifest = build_manifest("socket")
    scopes = manifest["oauth_config"]["scopes"]
    for event in manifest["settings"]["event_subscriptions"]["bot_events"]:
        assert not SCOPES[event] or SCOPES[event] in scopes["bot"]
    assert "commands" in scopes["bot"]


def test_optional_scopes_stand_in_both_lists() -> None:
    scopes = build_manifest("socket")["oauth_config"]["scopes"]
    assert set(scopes["bot_optional"]) < set(scopes["bot"])
    assert "chat:write" not in scopes["bot_optional"]


def test_names_fit_slacks_limits() -> None:
    manifest = build_manifest("socket")
    assert len(manifest["display_information"]["name"]) <= 35
    assert len(manifest["display_information"]["description"]) <= 140
    assert len(manifest["features"]["bot_user"]["display_name"]) <= 80
    for shortcut in manifest["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150


def test_socket_mode_needs_no_address() -> None:
    manifest = build_manifest("socket")
    assert manifest["settings"]["socket_mode_enabled"] is True
    assert "url" not in manifest["features"]["slash_commands"][0]
    assert "request_url" not in manifest["settings"]["event_subscriptions"]
    assert manifest["settings"]["interactivity"] == {"is_enabled": True}


def test_http_names_the_address_everywhere() -> None:
    manifest = build_manifest("http", "https://bot.example.com/")
    address = "https://bot.example.com/slack/events"
    assert manifest["settings"]["socket_mode_enabled"] is False
    assert manifest["settings"]["event_subscriptions"]["request_url"] == address
    assert manifest["settings"]["interactivity"]["request_url"] == address
    assert manifest["settings"]["interactivity"]["message_menu_options_url"] == address
    assert manifest["features"]["slash_commands"][0]["url"] == address


def test_http_without_a_public_address_is_refused() -> None:
    with pytest.raises(SettingsError, match="https"):
        build_manifest("http", "http://bot.example.com")


def test_the_agent_container_is_there_only_if_wanted() -> None:
    assert "agent_view" not in build_manifest("socket")["features"]
    manifest = build_manifest("socket", agent=True)
    assert len(manifest["features"]["agent_view"]["agent_description"]) <= 300
    assert len(manifest["features"]["agent_view"]["suggested_prompts"]) <= 4
    assert "assistant:write" in manifest["oauth_config"]["scopes"]["bot_optional"]


def test_many_workspaces_need_the_address_that_slack_leads_back_to() -> None:
    manifest = build_manifest("many", "https://bot.example.com/")
    redirect = "https://bot.example.com/slack/oauth_redirect"
    assert manifest["oauth_config"]["redirect_urls"] == [redirect]
    assert manifest["settings"]["token_rotation_enabled"] is True
    assert build_manifest("socket")["settings"]["token_rotation_enabled"] is False
