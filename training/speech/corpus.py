"""Shards of synthetic speech: log-mel power beside the motion of the mouth. Knows nothing of the network.

A shard is an uncompressed .npz file:

    bands   (2 n, BANDS) float16   natural log of mel power, 100 a second
    motion  (n, 6)       float16   `training.speech.gestures.CHANNELS`, 50 a second

It is a row of *takes*: one speaker in one room saying a few sentences. What a microphone, a loud moment or a noise does
can be done to log power later, afresh at every look, so it is left to `training.mouth`.
Shard k depends on the seed and k alone. Shard `backgrounds` holds noises (`bands` only).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from core.arrays import Floats, Sound
from core.errors import SettingsError
from core.job import Job, Progress
from core.models.speech_features import MelPower
from training.speech import augment, espeak, flite
from training.speech.gestures import RATE, mouth_curves
from training.speech.texts import ENGLISH, LANGUAGES, sentence
from training.speech.utterance import PAUSE, SAMPLE_RATE, Phone, Utterance

FLOOR = 1e-7
"""Power that log bands are never below."""

_VARIANTS = (
    "", "", "", "", "", "", "+f1", "+f2", "+f3", "+f4", "+f5", "+m1", "+m2", "+m3", "+m4", "+m5", "+m6", "+m7",
    "+m8", "+adam", "+Alex", "+Alicia", "+Andrea", "+Andy", "+Annie", "+antonio", "+aunty", "+belinda", "+benjamin",
    "+boris", "+caleb", "+david", "+Denis", "+Diogo", "+ed", "+edward", "+Gene", "+Gene2", "+gustave", "+Henrique",
    "+Hugo", "+iven", "+iven2", "+iven3", "+john", "+Lee", "+linda", "+marcelo", "+Marco", "+Mario", "+max",
    "+Michael", "+michel", "+miguel", "+Mike", "+Nguyen", "+pablo", "+paul", "+pedro", "+quincy", "+rob", "+robert",
    "+steph", "+steph2", "+steph3", "+travis", "+victor", "+zac", "+anika", "+AnxiousAndy", "+grandma", "+grandpa",
    "+klatt", "+klatt2", "+klatt3", "+klatt4", "+klatt5", "+klatt6", "+norbert", "+sandro", "+shelby", "+croak",
    "+whisper", "+whisperf",
)  # fmt: skip
_FLITE_SHARE = 0.42
_BACKGROUNDS = 60
_BACKGROUND_SECONDS = 12.0
_PATIENCE = 0.002  # seconds that a step of `make_corpus` waits: whoever drives it has other work to do


@dataclass(frozen=True, slots=True)
class Corpus:
    """How much speech: `shards` of `minutes` each, made from `seed`, kept in `folder`."""

    folder: Path
    shards: int
    minutes: float
    seed: int = 1

    def shard(self, number: int) -> Path:
        """Where shard `number` lies, or will."""
        return self.folder / f"speech-{self.seed}-{number:03}.npz"

    @property
    def backgrounds(self) -> Path:
        """Where the noises lie, or will."""
        return self.folder / f"backgrounds-{self.seed}.npz"


def make_corpus(corpus: Corpus) -> Job[None]:
    """Make the noises and every shard that are not there yet. Progress counts shards.

    Each is made by a process of its own, because espeak-ng's speech depends a little on what it has said before.
    Raises SettingsError if such a process fails.
    """
    corpus.folder.mkdir(parents=True, exist_ok=True)
    yield from _by_process(_make_backgrounds, corpus, corpus.backgrounds, 0)
    for number in range(corpus.shards):
        yield from _by_process(_make_shard, corpus, corpus.shard(number), number)


def take(chance: random.Random) -> Utterance:
    """A few sentences of one speaker with pauses between them, in a room or not."""
    said = _sentences(chance)
    sounds: list[Sound] = []
    phones: list[Phone] = []
    time = 0.0
    for utterance in said:
        count = int(SAMPLE_RATE * min(chance.expovariate(2.0) + 0.05, 2.5))
        pause = count / SAMPLE_RATE
        phones.append(Phone(time, time + pause, PAUSE))
        time += pause
        phones += [Phone(phone.start + time, phone.end + time, phone.ipa) for phone in utterance.phones]
        time += utterance.duration
        sounds += [np.zeros(count, np.float32), utterance.sound]
    sound = augment.levelled(np.concatenate(sounds))
    if chance.random() < 0.45:
        sound = augment.in_room(sound, np.random.default_rng(chance.getrandbits(32)))
    return Utterance(sound, tuple(phones))


def log_bands(sound: Sound) -> Floats:
    """Natural log of mel power (2 rows, BANDS), where rows = samples // 320."""
    rows = len(sound) * RATE // SAMPLE_RATE
    power = MelPower().push(np.concatenate([sound, np.zeros(SAMPLE_RATE // 20, np.float32)]))
    bands: Floats = np.log(power[: 2 * rows] + FLOOR)
    return bands


def _sentences(chance: random.Random) -> list[Utterance]:
    """Two to four sentences in one voice that is made larger or smaller."""
    length = chance.choice((16, 17, 18, 19, 20, 20, 21, 22, 23, 24, 25))
    count = chance.randint(2, 4)
    while True:
        spoken = _by_flite(chance, count) if chance.random() < _FLITE_SHARE else _by_espeak(chance, count)
        if spoken:
            return [augment.resized(utterance, length) for utterance in spoken]


def _by_flite(chance: random.Random, count: int) -> list[Utterance]:
    voice = flite.FliteVoice(
        chance.choice(("slt", "slt", "awb", "rms", "rms", "kal16")), chance.uniform(0.75, 1.35), chance.uniform(85, 240)
    )
    return [flite.speak(sentence(chance, ENGLISH, chance.randint(5, 14)), voice) for _ in range(count)]


def _by_espeak(chance: random.Random, count: int) -> list[Utterance]:
    language, words = chance.choice(LANGUAGES)
    voice = espeak.EspeakVoice(
        language + chance.choice(_VARIANTS),
        int(chance.triangular(100, 260, 165)),
        chance.randint(15, 85),
        chance.randint(20, 80),
    )
    spoken = [espeak.speak(sentence(chance, words, chance.randint(4, 12)), voice) for _ in range(count)]
    return [utterance for utterance in spoken if utterance is not None]


def _by_process(make: Callable[[Corpus, int], None], corpus: Corpus, path: Path, number: int) -> Job[None]:
    if path.exists():
        return
    process = get_context("spawn").Process(target=make, args=(corpus, number), daemon=True)
    process.start()
    try:
        while process.is_alive():
            yield Progress(number, corpus.shards, "speech")
            process.join(_PATIENCE)
    finally:
        process.terminate()
        process.join()
    if not path.exists():
        raise SettingsError(
            "Making synthetic speech failed.", "Is there room on the disk? What was printed above says more."
        )


def _make_shard(corpus: Corpus, number: int) -> None:
    bands, motion = _shard(random.Random(f"{corpus.seed}/{number}"), corpus.minutes * 60)
    _write(corpus.shard(number), bands=bands, motion=motion)


def _make_backgrounds(corpus: Corpus, _: int) -> None:
    _write(corpus.backgrounds, bands=_backgrounds(corpus.seed))


def _shard(chance: random.Random, seconds: float) -> tuple[Floats, Floats]:
    bands, motion, made = [], [], 0.0
    while made < seconds:
        utterance = take(chance)
        bands.append(log_bands(utterance.sound).astype(np.float16))
        motion.append(mouth_curves(utterance.phones, len(bands[-1]) // 2).astype(np.float16))
        made += utterance.duration
    return np.concatenate(bands), np.concatenate(motion)


def _backgrounds(seed: int) -> Floats:
    chance = random.Random(f"{seed}/backgrounds")
    voices = [take(chance).sound for _ in range(12)]
    made = []
    for index in range(_BACKGROUNDS):
        generator = np.random.default_rng(chance.getrandbits(32))
        kind = (*augment.NOISES, "babble")[index % (len(augment.NOISES) + 1)]
        if kind == "babble":
            sound = augment.babble(voices, _BACKGROUND_SECONDS, generator)
        else:
            sound = augment.noise(kind, _BACKGROUND_SECONDS, generator)
        made.append(log_bands(sound).astype(np.float16))
    return np.stack(made)


def _write(path: Path, **arrays: Floats) -> None:
    """Write under another name and rename: a reader who waits for the file never sees half of it."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    part.rename(path)
