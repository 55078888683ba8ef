"""Words that come from below and are shown as they are: stages of work, troubles, reasons.

Only marks them for translation; whoever shows one passes it through `tr`.
"""

from app.language import later

STAGES = (
    later("checks"),
    later("demo"),
    later("faces"),
    later("fetched"),
    later("fetching"),
    later("files"),
    later("film"),
    later("formats"),
    later("frames"),
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
    later("the network gave no picture"),
)
"""Why a frame is a problem, or stays as it was filmed."""
