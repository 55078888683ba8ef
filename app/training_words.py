"""What a training found, in words for people: reasons, an estimate, a verdict with its intervals. Knows no widget."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.language import later, tr
from app.training_lines import Change, Check, Clip, Estimate, Outcome, Trouble
from app.widgets.task_row import in_words
from app.words import noticed

BETTER, WORSE = "better", "worse"

_REASONS = (
    later("shorter than {a} s"),
    later("{a} people are seen"),
    later("the face is {a} pixels wide, less than {b}"),
    later("blurred (sharpness {a})"),
    later("no sound"),
    later("somebody speaks in {a} of it only"),
    later("the mouth does not move, or too little is spoken to tell"),
    later("lips and sound do not belong together (confidence {a})"),
    later("the lips are {a} s too late"),
    later("the lips are {a} s too early"),
    later("no face is seen in it"),
)
"""Why the training program leaves a clip out; what changes stands in braces."""

_NOTICES = {
    r"Without --vgg .*": later("The perceptual loss is left out: its network is not here."),
    r"one person; the last (?P<a>\d+) s held out\.": later("The last {a} seconds are held out for the proof."),
    r"Learned is LoRA .*": later("Memory is short: a small correction of the weights is learned (LoRA)."),
    r"TensorBoard .*|Learned is .*|About .* are needed; .*": "",
}
"""What the training program notices → what is said of it here, where anything is; the estimate has its own place."""

_TROUBLES = {
    r"(?P<a>\d+) seconds of these films can be learned from; (?P<b>\d+) are the least\.": (
        later("Not enough: {a} seconds can be learned from, {b} are the least."),
        later("Use sharp film of one person who faces the camera and speaks, with its own sound; a minute or more."),
    ),
    r"(?P<a>\d+) seconds of film are too few to hold any of it out\.": (
        later("{a} seconds of film are too few to hold any of it out."),
        later("Use a minute of film or more."),
    ),
    r"There are weights called “(?P<a>.*)” already\.": (
        later("There are weights called “{a}” already."),
        later("Choose another name; none is overwritten."),
    ),
    r"About (?P<a>[\d.]+) GB of memory and .* are needed; (?P<b>[\d.]+) GB are free\.": (
        later("About {a} GB of memory are needed; {b} GB are free."),
        later("Close other programs, or train on a machine with more memory."),
    ),
}
"""What the training program refuses → what is said of it here, and what can be done in a window."""

_VERDICTS = {
    BETTER: later("Better: nearer to the film, heeding the voice, and nothing became worse."),
    WORSE: later("Worse: at least one figure became worse, beyond chance."),
    "no difference": later("No difference: what changed could be chance, or is too little to be seen."),
}
_ADVICE = {
    BETTER: later("Use the new weights where this person speaks."),
    WORSE: later("Stay with the base. More, or sharper, film of this person may help."),
    "no difference": later("Stay with the base. More film of this person may help."),
}
_NAMES = {
    "error": later("Difference from the film"),
    "mouth": later("Lips opened too far, or not far enough"),
    "softness": later("Detail lost at the mouth"),
    "listening": later("Heed of the voice"),
}
_PLACE = re.compile(r"\\\{(\w)\\\}")


def reason_of(text: str) -> str:
    """A reason of the training program in the language of the person; one that is not known stays as it is."""
    for template in _REASONS:
        found = re.fullmatch(_PLACE.sub(r"(?P<\1>[\\d.]+%?)", re.escape(template)), text)
        if found is not None:
            return tr(template).format(**found.groupdict())
    return noticed(text)


def notice_of(text: str) -> str:
    """A notice of the training program in the language of the person; empty if it is for others."""
    for pattern, template in _NOTICES.items():
        found = re.fullmatch(pattern, text)
        if found is not None:
            return tr(template).format(**found.groupdict()) if template else ""
    return noticed(text)


def trouble_of(trouble: Trouble) -> Trouble:
    """What went wrong in the language of the person; of a message with a table of reasons, the first line."""
    first = trouble.message.partition("\n")[0]
    for pattern, (message, hint) in _TROUBLES.items():
        found = re.fullmatch(pattern, first)
        if found is not None:
            return Trouble(tr(message).format(**found.groupdict()), tr(hint))
    return Trouble(noticed(first), noticed(trouble.hint))


def row_of(clip: Clip) -> str:
    """A clip of the check in a line; not told by a colour."""
    times = f"{_minutes(clip.begin)} – {_minutes(clip.end)}"
    if clip.kept:
        return tr("✓ {times}  kept").format(times=times)
    reasons = "; ".join(map(reason_of, clip.reasons))
    return tr("✗ {times}  left out: {reasons}").format(times=times, reasons=reasons)


def rows_of(check: Check) -> list[str]:
    """The check line by line: every film, and below it its clips."""
    rows = []
    for film in check.films:
        rows.append(film.film)
        if not film.clips:
            rows.append(tr("✗ cannot be used: {reason}").format(reason=reason_of(film.trouble)))
        rows += map(row_of, film.clips)
    return rows


def summary_of(check: Check) -> str:
    """The check in a sentence."""
    if check.suffices:
        return tr("{seconds:.0f} seconds can be learned from.").format(seconds=check.seconds)
    told = tr("Not enough: {seconds:.0f} seconds can be learned from, {least:.0f} are the least.")
    return told.format(seconds=check.seconds, least=check.least)


def estimate_of(estimate: Estimate) -> str:
    """Time and memory."""
    told = tr("About {time} for {steps} steps, {memory:.1f} GB of memory; {free:.1f} GB are free.")
    return told.format(
        time=in_words(estimate.seconds),
        steps=estimate.steps,
        memory=estimate.memory / 1e9,
        free=estimate.free / 1e9,
    )


def verdict_of(outcome: Outcome) -> str:
    """The verdict, and what to do, in two sentences."""
    known = tr(_VERDICTS.get(outcome.verdict, outcome.verdict))
    return f"{known} {tr(_ADVICE.get(outcome.verdict, ''))}".strip()


def figures_of(outcome: Outcome) -> Sequence[str]:
    """Every figure before and after with what is known of the difference, a paragraph each."""
    return [_figure(tr(_NAMES.get(name, name)), name, change) for name, change in outcome.changes.items()]


def _figure(title: str, name: str, change: Change) -> str:
    if change.before is None or change.after is None or change.difference is None:
        return tr("{title}: not measured.").format(title=title)
    known: Mapping[str, object] = {"title": title, "before": change.before.mean, "after": change.after.mean}
    sign = -1 if name == "listening" else 1
    low, high = sorted((sign * change.difference.low, sign * change.difference.high))
    if change.difference.groups < 2:
        return tr("{title}: {before:.3f} before, {after:.3f} after; measured once only.").format(**known)
    if high < 0:
        told = tr("{title}: {before:.3f} before, {after:.3f} after – better by {low:.3f} to {high:.3f}.")
        return told.format(**known, low=-high, high=-low)
    if low > 0:
        told = tr("{title}: {before:.3f} before, {after:.3f} after – worse by {low:.3f} to {high:.3f}.")
        return told.format(**known, low=low, high=high)
    told = tr("{title}: {before:.3f} before, {after:.3f} after – {low:.3f} better to {high:.3f} worse: may be chance.")
    return told.format(**known, low=abs(low), high=high)


def _minutes(seconds: float) -> str:
    return f"{int(seconds // 60)}:{seconds % 60:04.1f}"
