"""Phones become motion: closures close, vowels open, and the mouth is a little ahead of the sound."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from training.speech.articulation import TARGETS
from training.speech.gestures import CHANNELS, RATE, VISUAL_LEAD, mouth_curves
from training.speech.utterance import Phone

OPEN, WIDE, ROUND, PRESS, TUCK, SPEECH = range(len(CHANNELS))


def spoken(*parts: tuple[str, float]) -> list[Phone]:
    phones, time = [], 0.0
    for ipa, seconds in parts:
        phones.append(Phone(time, time + seconds, ipa))
        time += seconds
    return phones


def row(time: float) -> int:
    return round((time - VISUAL_LEAD) * RATE)


def test_mama_opens_twice_and_closes_twice() -> None:
    phones = spoken(("", 0.4), ("m", 0.08), ("a", 0.2), ("m", 0.08), ("a", 0.2), ("", 0.4))
    curves = mouth_curves(phones, 68)
    for closed in (0.44, 0.72):
        assert curves[row(closed), PRESS] > 0.8
        assert curves[row(closed), OPEN] < 0.05
    for opened in (0.58, 0.86):
        assert curves[row(opened), PRESS] < 0.02
        assert curves[row(opened), OPEN] > 0.6


def test_the_mouth_is_ahead_of_the_sound() -> None:
    curves = mouth_curves(spoken(("", 0.5), ("p", 0.1), ("a", 0.3), ("", 0.3)), 60)
    centre = (curves[:, PRESS] * np.arange(60)).sum() / curves[:, PRESS].sum() / RATE
    assert abs(centre - (0.55 - VISUAL_LEAD)) < 0.01


def test_rounding_is_anticipated_through_consonants() -> None:
    curves = mouth_curves(spoken(("", 0.3), ("s", 0.1), ("t", 0.06), ("u", 0.2), ("", 0.3)), 48)
    before, after = curves[row(0.38), ROUND], curves[row(0.74), ROUND]
    assert before > 0.2
    assert before > after


def test_short_vowels_undershoot() -> None:
    def peak(seconds: float) -> float:
        curves = mouth_curves(spoken(("", 0.3), ("t", 0.08), ("a", seconds), ("t", 0.08), ("", 0.3)), 60)
        return float(curves[:, OPEN].max())

    assert peak(0.05) < peak(0.1) < peak(0.25)


def test_a_diphthong_glides() -> None:
    curves = mouth_curves(spoken(("", 0.3), ("aɪ", 0.3), ("", 0.3)), 45)
    assert curves[row(0.36), OPEN] > curves[row(0.56), OPEN] + 0.2
    assert curves[row(0.36), WIDE] < curves[row(0.56), WIDE]


def test_lip_to_teeth_is_not_a_closure() -> None:
    curves = mouth_curves(spoken(("a", 0.2), ("f", 0.12), ("a", 0.2)), 26)
    assert curves[row(0.26), TUCK] > 0.8
    assert curves[:, PRESS].max() == 0


def test_silence_is_not_speech() -> None:
    curves = mouth_curves(spoken(("", 1.0), ("a", 0.5), ("", 1.0)), 125)
    assert (curves[: row(0.9), SPEECH] == 0).all()
    assert (curves[row(1.02) : row(1.48), SPEECH] == 1).all()
    assert (curves[row(1.7) :, SPEECH] == 0).all()


phone = st.tuples(st.sampled_from([*TARGETS, "", "ʲ", "tʃ", "aʊ"]), st.floats(0, 0.4))


@settings(max_examples=60, deadline=None)
@given(st.lists(phone, max_size=25))
def test_whatever_is_said_stays_in_range(parts: list[tuple[str, float]]) -> None:
    curves = mouth_curves(spoken(*parts), 120)
    assert curves.shape == (120, 6)
    assert np.isfinite(curves).all()
    assert curves.min() >= 0
    assert curves.max() <= 1.001
