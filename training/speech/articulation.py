"""What the lips do for every phone of the IPA. Knows nothing of time: `gestures` turns this table into motion.

The table states *order and rough size*, which published measurements of lips and jaws agree on. The numbers are our own
scaling of that order onto 0..1; none is taken from a paper, and none was fitted to film of a speaker.

Vowels. The opening of the lips follows the height of the jaw, which is what “openness” of a vowel is (Lindblom and
Sundberg 1971), from close over mid to open vowels; rounding makes the opening small at any height, most of all in close
vowels, and narrows the mouth (Fromkin 1964; Linker 1982; Montgomery and Jackson 1983; Abry and Boë 1986; Magno
Caldognetto, Vagges and Zmarich 1995). Front unrounded vowels spread the lips, the closest most (Fromkin 1964;
Ladefoged and Maddieson 1996, ch. 9). So a vowel is three features, height, frontness and rounding, and one rule each.
Short and unstressed vowels undershoot (Lindblom 1963): reduced vowels weigh less.

Consonants. Jaw height falls from s, ʃ over labials and palatals to n, l, k (Recasens 2012; Keating 1983), and from
labials over velars to uvulars, while pharyngeals and h ask nothing of it (Lee, Beckman and Jackson 1994); l needs a
lower jaw than t, s (Mooshammer et al. 2003). The higher the demand the less a consonant gives way to its neighbours
(Recasens 2012; Keating, Lindblom, Lubker and Kreiman 1994): that is its `weight`. The lips stay slightly apart and
the teeth can be seen while the jaw is high (Westbury, Severson and Hashi 1999); ʃ, ʒ, ɹ and w are protruded
(Ladefoged and Maddieson 1996). p, b, m shut the lips and press them together (Löfqvist and Gracco 1997); f, v put the
lower lip to the teeth. Weights play the part of the dominance of Cohen and Massaro 1993.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LipTarget:
    """Where a phone wants the lips (`open`, `wide`, `round` in 0..1), and how strongly it wants it.

    - `weight`: how little it gives way to its neighbours; a full vowel has 1
    - `spread_weight`, `round_weight`: the same for `wide` and for `round`
    - `closure`: the lips meet; `tuck`: the lower lip meets the teeth
    """

    open: float
    wide: float
    round: float
    weight: float
    spread_weight: float
    round_weight: float
    closure: bool = False
    tuck: bool = False


REST = LipTarget(0.12, 0.0, 0.0, 1.2, 0.6, 0.6)
"""A pause in speech: lips at ease and slightly apart, because the speaker breathes and goes on."""

_OPENING = {
    "close": 0.34, "near-close": 0.42, "close-mid": 0.5, "mid": 0.54, "open-mid": 0.66, "near-open": 0.86, "open": 1.0,
}  # fmt: skip
_SPREADING = {
    "close": 0.75, "near-close": 0.5, "close-mid": 0.5, "mid": 0.3, "open-mid": 0.4, "near-open": 0.35, "open": 0.2,
}  # fmt: skip
_FRONTNESS = {"front": 1.0, "central": 0.4, "back": 0.0}
_NARROWING = 0.72  # share of the opening that full rounding takes away

# symbol: height, place, rounding
_VOWELS = {
    "i": ("close", "front", 0.0), "y": ("close", "front", 0.95), "ɨ": ("close", "central", 0.0),
    "ʉ": ("close", "central", 0.85), "ɯ": ("close", "back", 0.0), "u": ("close", "back", 0.95),
    "ɪ": ("near-close", "front", 0.0), "ʏ": ("near-close", "front", 0.7), "ʊ": ("near-close", "back", 0.65),
    "e": ("close-mid", "front", 0.0), "ø": ("close-mid", "front", 0.7), "ɘ": ("close-mid", "central", 0.0),
    "ɵ": ("close-mid", "central", 0.55), "ɤ": ("close-mid", "back", 0.0), "o": ("close-mid", "back", 0.75),
    "ɛ": ("open-mid", "front", 0.0), "œ": ("open-mid", "front", 0.5), "ʌ": ("open-mid", "back", 0.0),
    "ɔ": ("open-mid", "back", 0.5), "ɞ": ("open-mid", "central", 0.4), "æ": ("near-open", "front", 0.0),
    "ɐ": ("open-mid", "central", 0.0), "a": ("open", "front", 0.0), "ä": ("open", "central", 0.0),
    "ɶ": ("open", "front", 0.3), "ɑ": ("open", "back", 0.0), "ɒ": ("open", "back", 0.45),
    "ɜ": ("mid", "central", 0.1), "ɝ": ("mid", "central", 0.3),
}  # fmt: skip


def _vowel(height: str, place: str, rounding: float) -> LipTarget:
    opening = _OPENING[height] * (1 - _NARROWING * rounding)
    spreading = _SPREADING[height] * _FRONTNESS[place] * (1 - min(1.0, 2 * rounding))
    return LipTarget(opening, spreading, rounding, 1.0, 1.0, 1.2)


def _consonant(opening: float, wide: float, rounding: float, weight: float) -> LipTarget:
    """A consonant leaves `wide` and, unless rounded itself, `round` mostly to its neighbours."""
    return LipTarget(opening, wide, rounding, weight, 0.6 * weight, weight * (1.0 if rounding > 0.3 else 0.35))


def _row(symbols: str, target: LipTarget) -> dict[str, LipTarget]:
    return dict.fromkeys(symbols.split(), target)


TARGETS: dict[str, LipTarget] = {
    **{symbol: _vowel(*features) for symbol, features in _VOWELS.items()},
    # reduced vowels: mid, weak
    "ə": LipTarget(0.38, 0.12, 0.0, 0.7, 0.7, 0.8),
    "ɚ": LipTarget(0.3, 0.0, 0.25, 0.7, 0.7, 1.0),
    # lips shut and pressed together: nothing else may open them
    **_row("p b m ɓ", LipTarget(0.0, 0.05, 0.0, 2.0, 0.9, 0.7, closure=True)),
    **_row("ɸ β", LipTarget(0.06, 0.05, 0.15, 1.4, 0.7, 0.7)),
    **_row("f v ɱ", LipTarget(0.07, 0.1, 0.0, 1.6, 0.9, 0.6, tuck=True)),
    **_row("ʋ", LipTarget(0.12, 0.1, 0.0, 1.1, 0.6, 0.4, tuck=True)),
    # protruded
    **_row("w ʍ", LipTarget(0.07, 0.0, 0.95, 1.1, 0.8, 1.2)),
    **_row("ɥ", LipTarget(0.08, 0.0, 0.9, 1.0, 0.8, 1.2)),
    **_row("ʃ ʒ", _consonant(0.2, 0.0, 0.6, 0.9)),
    **_row("ʂ ʐ", _consonant(0.2, 0.0, 0.45, 0.9)),
    **_row("ɹ ɻ", _consonant(0.2, 0.0, 0.4, 0.6)),
    **_row("ɰ", _consonant(0.25, 0.0, 0.2, 0.4)),
    # sibilants: jaw at its highest, lips apart, teeth in sight
    **_row("s z", _consonant(0.26, 0.35, 0.0, 0.9)),
    **_row("ɕ ʑ", _consonant(0.24, 0.25, 0.1, 0.9)),
    # dentals and alveolars
    **_row("θ ð", _consonant(0.27, 0.15, 0.0, 0.8)),
    **_row("t d ʈ ɖ ɗ", _consonant(0.26, 0.1, 0.0, 0.6)),
    **_row("n ɳ", _consonant(0.28, 0.1, 0.0, 0.5)),
    **_row("l ɭ ɬ ɮ", _consonant(0.34, 0.1, 0.0, 0.5)),
    **_row("ɫ", _consonant(0.32, 0.0, 0.0, 0.45)),
    **_row("r ɾ ɽ", _consonant(0.3, 0.08, 0.0, 0.4)),
    # palatals
    **_row("j", _consonant(0.32, 0.5, 0.0, 0.5)),
    **_row("ʎ ɲ ç ʝ c ɟ", _consonant(0.27, 0.3, 0.0, 0.5)),
    # velars and further back: less and less
    **_row("k ɡ ŋ x ɣ", _consonant(0.38, 0.08, 0.0, 0.3)),
    **_row("q χ ʁ ɴ ʟ", _consonant(0.4, 0.05, 0.0, 0.25)),
    **_row("h ɦ ħ ʕ ʔ", _consonant(0.42, 0.08, 0.0, 0.08)),
}  # fmt: skip
"""What the lips do for every IPA letter that the synthesisers use."""

VOWELS = frozenset(_VOWELS) | {"ə", "ɚ"}
