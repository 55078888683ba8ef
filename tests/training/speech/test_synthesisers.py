"""What the synthesisers say of their phones is true of their sound."""

import numpy as np
import pytest

from core.errors import SettingsError
from training.speech import espeak, flite
from training.speech.gestures import letters
from training.speech.texts import ENGLISH, LANGUAGES, sentence
from training.speech.utterance import PAUSE, SAMPLE_RATE, Utterance

pytestmark = pytest.mark.usefixtures("synthesisers")

SENTENCE = "Papa put a pot of soup on top of a table, and Bob may bake a cake."


def both() -> list[Utterance]:
    said = espeak.speak(SENTENCE, espeak.EspeakVoice("en-us"))
    assert said is not None
    return [said, flite.speak(SENTENCE, flite.FliteVoice("slt"))]


def loudness(utterance: Utterance, start: float, end: float) -> float:
    part = utterance.sound[int(start * SAMPLE_RATE) : max(int(end * SAMPLE_RATE), int(start * SAMPLE_RATE) + 16)]
    return float(np.sqrt(np.square(part).mean()))


@pytest.mark.parametrize("number", [0, 1])
def test_phones_follow_each_other_and_fill_the_sound(number: int) -> None:
    utterance = both()[number]
    assert utterance.phones[0].start == 0
    for one, other in zip(utterance.phones, utterance.phones[1:], strict=False):
        assert one.end == pytest.approx(other.start)
        assert one.end >= one.start
    assert abs(utterance.phones[-1].end - utterance.duration) < 0.05


@pytest.mark.parametrize("number", [0, 1])
def test_voiceless_closures_are_quiet_and_vowels_are_not(number: int) -> None:
    utterance = both()[number]
    stops = [p for p in utterance.phones if p.ipa in ("p", "t", "k") and p.end - p.start > 0.03]
    vowels = [p for p in utterance.phones if letters(p.ipa)[:1] in (["ɑ"], ["æ"], ["e"], ["a"])]
    assert len(stops) >= 5
    assert len(vowels) >= 5
    closed = np.median([loudness(utterance, p.start + 0.01, p.end - 0.01) for p in stops])
    open_ = np.median([loudness(utterance, p.start, p.end) for p in vowels])
    assert closed < 0.1 * open_


@pytest.mark.parametrize("number", [0, 1])
def test_pauses_are_silent(number: int) -> None:
    utterance = both()[number]
    pauses = [p for p in utterance.phones if p.ipa == PAUSE and p.end - p.start > 0.08]
    assert pauses
    loudest = float(np.abs(utterance.sound).max())
    assert max(loudness(utterance, p.start + 0.03, p.end - 0.03) for p in pauses) < 0.02 * loudest


def test_every_language_speaks_and_its_phones_are_known() -> None:
    import random

    chance = random.Random(4)
    for voice, words in LANGUAGES:
        said = espeak.speak(sentence(chance, words, 6), espeak.EspeakVoice(voice))
        assert said is not None, voice
        named = [phone.ipa for phone in said.phones if phone.ipa != PAUSE]
        known = [ipa for ipa in named if letters(ipa)]
        assert len(named) > 8, voice
        assert len(known) > 0.9 * len(named), voice


def test_an_unknown_voice_says_nothing() -> None:
    assert espeak.speak("hello", espeak.EspeakVoice("no-such-language")) is None


def test_sentences_hold_numbers_and_repeat_with_their_seed() -> None:
    import random

    said = [sentence(random.Random(7), ENGLISH, 40) for _ in range(2)]
    assert said[0] == said[1]
    assert any(character.isdigit() for character in said[0])


def test_a_missing_program_is_an_error_with_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("ctypes.util.find_library", lambda _: "libno-such-thing.so.9")
    flite._program.cache_clear()
    kept = espeak._library()
    espeak._library.cache_clear()
    try:
        for synthesiser in (espeak, flite):
            with pytest.raises(SettingsError) as caught:
                synthesiser.require()
            assert "apt-get install espeak-ng flite" in caught.value.hint
    finally:
        flite._program.cache_clear()
        espeak._library.cache_clear()
        monkeypatch.undo()
        assert espeak._library().rate == kept.rate
