"""The table keeps the order that phonetics has measured."""

import pytest

from training.speech.articulation import REST, TARGETS, VOWELS
from training.speech.gestures import letters


def opening(symbols: str) -> list[float]:
    return [TARGETS[symbol].open for symbol in symbols]


def test_openness_falls_with_vowel_height() -> None:
    assert opening("aæɛeɪi") == sorted(opening("aæɛeɪi"), reverse=True)


@pytest.mark.parametrize(("spread", "rounded"), ["iy", "eø", "ɛœ", "ɪʏ", "ɯu", "ɤo", "ʌɔ", "ɑɒ"])
def test_rounding_makes_the_opening_smaller_and_narrower(spread: str, rounded: str) -> None:
    assert TARGETS[rounded].open < TARGETS[spread].open
    assert TARGETS[rounded].round > TARGETS[spread].round
    assert TARGETS[rounded].wide <= TARGETS[spread].wide


def test_close_rounded_vowels_open_less_than_any_unrounded_consonant_but_labials() -> None:
    others = [target.open for target in TARGETS.values() if target.round == 0 and not (target.closure or target.tuck)]
    assert TARGETS["u"].open < min(others)


def test_the_closest_front_vowel_is_spread_the_most() -> None:
    assert max(VOWELS, key=lambda vowel: TARGETS[vowel].wide) == "i"


def test_bilabials_shut_and_nothing_outweighs_them() -> None:
    for symbol in "pbm":
        assert TARGETS[symbol].closure
        assert TARGETS[symbol].open == 0
        assert TARGETS[symbol].weight == max(target.weight for target in TARGETS.values())


def test_teeth_show_in_sibilants_with_the_lips_apart() -> None:
    for symbol in "sz":
        assert REST.open < TARGETS[symbol].open < TARGETS["ɛ"].open


def test_the_higher_the_jaw_must_be_the_less_a_consonant_gives_way() -> None:
    weights = [TARGETS[symbol].weight for symbol in "stnkqh"]
    assert weights == sorted(weights, reverse=True)


def test_a_pause_leaves_the_lips_slightly_apart() -> None:
    assert 0.05 < REST.open < 0.2


def test_marks_are_no_letters() -> None:
    assert letters("uː") == ["u"]
    assert letters("ɔ̃") == ["ɔ"]
    assert letters("tʃʰ") == ["t", "ʃ"]
    assert letters("ᵻ") == ["ɪ"]
    assert letters("ʲ") == []
