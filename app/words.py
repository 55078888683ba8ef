"""Words that come from below and are shown as they are: stages of work, troubles, reasons.

Only marks them for translation; whoever shows one passes it through `tr`, and a notice through `noticed`.
"""

import re
from functools import cache

from app.language import later, tr

STAGES = (
    later("checkpoint"),
    later("checks"),
    later("comparing"),
    later("data"),
    later("demo"),
    later("faces"),
    later("fetched"),
    later("fetching"),
    later("files"),
    later("film"),
    later("films to compare"),
    later("formats"),
    later("frames"),
    later("in step"),
    later("live"),
    later("machine"),
    later("microphones"),
    later("networks"),
    later("pictures"),
    later("plain loop"),
    later("portraits"),
    later("problems"),
    later("reading"),
    later("reading sound"),
    later("sound"),
    later("starting"),
    later("steadying"),
    later("steps"),
    later("timeline"),
    later("verifying"),
    later("voice"),
    later("ways to run"),
    later("weights"),
)
"""What a job does just now."""

REASONS = (
    later("no face"),
    later("face uncertain"),
    later("face jumps"),
    later("mouth outside the picture"),
    later("head turned too far"),
    later("face larger than the engine paints"),
    later("out of sync"),
    later("the network gave no picture"),
)
"""Why a frame is a problem, or stays as it was filmed."""

NOTICES = (
    later("The file breaks off before its end; it is used up to its last good frame."),
    later("The file has no usable times; its frames are taken to be evenly spaced."),
    later("Parts of the picture are damaged and are left out."),
    later("1 frame at the beginning cannot be decoded and is left out."),
    later("{count} frames at the beginning cannot be decoded and are left out."),
    later("1 frame at the end cannot be decoded and is left out."),
    later("{count} frames at the end cannot be decoded and are left out."),
    later("The film is HDR ({name}); it is shown and written in standard range (BT.709)."),
    later("The picture has {bits} bits a channel; it is worked on with 8."),
    later("Colours stored as {matrix} are read as those of its size; they may look wrong."),
    later("The picture is interlaced; its lines are left as they are."),
    later("{name} holds {count} pictures; the first one is used."),
    later("Not all images have a number in their name; they are taken in the order of their names."),
    later("{count} numbers are missing among the images; those that are there are taken one after the other."),
)
"""What is told of a film, with places for what changes."""


def noticed(notice: str) -> str:
    """A notice in the language of the person; one that is not among `NOTICES` as it is."""
    for template in NOTICES:
        found = _pattern(template).fullmatch(notice)
        if found is not None:
            return tr(template).format(**found.groupdict())
    return notice


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(template)))
