"""The modal with a channel's settings."""

from __future__ import annotations

from bot.blocks.views import View, ask, choices, modal, option, text_input
from store.workspace import ChannelSettings, Schedule

CALLBACK = "channel_settings"
MODES = (
    option("on", "Read every link", "and answer in its thread"),
    option("mentioned", "Only when mentioned", "links and questions beside my name"),
    option("silent", "Stay silent", "read and post nothing here"),
)
OTHER_LANGUAGES = (
    option("tell", "Say so in the thread"),
    option("leave", "Leave them alone", "unless I am asked to read one"),
)
BOTS = option("bots", "Read links that other bots post", "feeds, for example")
DIGEST = option("digest", "Post a digest here")
DAYS = tuple(
    option(day.lower()[:3], day)
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
)


def build_settings(settings: ChannelSettings, schedule: Schedule) -> View:
    """What this channel wants of the bot, to be changed."""
    digest = [DIGEST["value"]] if schedule.enabled else []
    blocks = [
        ask("mode", "In this channel", choices("radio_buttons", MODES, [settings.mode])),
        ask(
            "bots",
            "Bots",
            choices("checkboxes", [BOTS], [BOTS["value"]] if settings.bots else []),
            optional=True,
        ),
        ask(
            "other_languages",
            "Articles in other languages",
            choices("radio_buttons", OTHER_LANGUAGES, [settings.other_languages]),
        ),
        ask(
            "skipped",
            "Skip links to these sites",
            text_input("\n".join(settings.skipped), lines=True, placeholder="example.com"),
            hint="One in each line. They are read all the same where I am mentioned.",
            optional=True,
        ),
        ask(
            "paused",
            "Leave messages alone that say",
            text_input("\n".join(settings.paused), lines=True, placeholder="embargoed"),
            hint="Words or phrases, one in each line.",
            optional=True,
        ),
        ask("digest", "Digest", choices("checkboxes", [DIGEST], digest), optional=True),
        ask("at", "At", {"type": "timepicker", "initial_time": schedule.at}),
        ask("days", "On", choices("checkboxes", DAYS, schedule.days.split(","))),
        ask("zone", "Time zone", text_input(schedule.zone, placeholder="Europe/London")),
    ]
    kept = {"channel": settings.channel}
    return modal(CALLBACK, "Settings", blocks, submit="Save", keep=kept)
