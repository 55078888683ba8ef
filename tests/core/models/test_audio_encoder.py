"""The encoder of Whisper and its spectrogram: the published numbers, the published files, and what is refused."""

import json
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch
import torch

from core.arrays import Sound
from core.errors import WeightsError
from core.media.sound import engine_sound
from core.models import log_mel
from core.models.audio_encoder import AudioEncoder, WhisperEncoder, load_audio_encoder
from tests.core.models.real_whisper import real_encoder
from tests.official import write_official
from tests.shared import media, parity

PIECE = 480_000


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_official(tmp_path, only=("whisper",)) / "whisper"


def noise(seconds: float, seed: int = 0) -> Sound:
    """Sound whose loudness comes and goes."""
    time = np.arange(round(seconds * 16_000)) / 16_000
    loud = 0.05 + 0.2 * np.sin(2 * np.pi * 0.7 * time) ** 2
    sound: Sound = (loud * np.random.default_rng(seed).normal(size=len(time))).astype(np.float32)
    return sound


def heard(encoder: AudioEncoder, sound: Sound, normed: bool = True) -> np.ndarray:
    """States (1500, 5, 384) of at most 30 seconds, filled up with silence."""
    filled = np.pad(sound, (0, PIECE - len(sound)))
    decades = log_mel.log_power(filled)
    states: np.ndarray = encoder.states(log_mel.scaled(decades, float(decades.max()))[None], normed)[0]
    return states


@pytest.mark.parity
@pytest.mark.parametrize("name", ["short", "long"])
def test_spectrogram_and_states_equal_the_published_ones(name: str) -> None:
    golden = np.load(parity(f"golden/a_audio_{name}.npz"))
    sound = engine_sound(parity(f"golden/audio_{name}.wav"))
    encoder = load_audio_encoder(parity("models/whisper"))
    assert len(sound) == golden["n_samples"]
    for piece, wanted in enumerate(golden["log_mel"]):
        filled = np.zeros(PIECE, np.float32)
        part = sound[piece * PIECE :][:PIECE]
        filled[: len(part)] = part
        decades = log_mel.log_power(filled)
        assert np.abs(log_mel.scaled(decades, float(decades.max())) - wanted).max() < 1e-4
    pieces = range(len(golden["log_mel"]))
    states = np.concatenate([heard(encoder, sound[piece * PIECE :][:PIECE]) for piece in pieces])
    assert np.abs(states[golden["hidden_rows"]] - golden["hidden"]).max() < 2e-4
    end = int(golden["n_valid_rows"])
    assert np.abs(states[:end] @ golden["proj"] - golden["hidden_proj"]).max() < 2e-4
    assert np.abs(states[end : end + 2] - golden["hidden_after_end"]).max() < 2e-4


@pytest.mark.parity
def test_names_and_shapes_are_those_of_the_published_weights() -> None:
    published = json.loads(parity("keys/keys_whisper_tiny_encoder.json").read_text(encoding="utf-8"))["keys"]
    own = {f"model.encoder.{name}": list(value.shape) for name, value in WhisperEncoder().state_dict().items()}
    assert own == published


@pytest.mark.parity
def test_sound_of_any_rate_becomes_the_published_one(tmp_path: Path) -> None:
    import soundfile

    golden = np.load(parity("golden/a_resample.npz"))
    soundfile.write(tmp_path / "sound.wav", golden["pcm"], int(golden["sample_rate"]), subtype="PCM_16")
    made = engine_sound(tmp_path / "sound.wav")
    assert made.shape == golden["mono16k"].shape
    assert np.abs(made - golden["mono16k"]).max() < 1e-5


def test_states_are_those_of_the_library(folder: Path) -> None:
    from transformers import WhisperConfig, WhisperFeatureExtractor
    from transformers.models.whisper.modeling_whisper import WhisperEncoder as LibraryEncoder

    encoder, sound = load_audio_encoder(folder), noise(7.3)
    given = WhisperFeatureExtractor()(sound, sampling_rate=16_000, return_tensors="pt").input_features
    decades = log_mel.log_power(np.pad(sound, (0, PIECE - len(sound))))
    assert np.abs(log_mel.scaled(decades, float(decades.max())) - given[0].numpy()).max() < 1e-5
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    library = LibraryEncoder(WhisperConfig(**{key: value for key, value in config.items() if "encoder" in key})).eval()
    library.load_state_dict(encoder.net.state_dict())
    with torch.inference_mode():
        states = library(given, output_hidden_states=True).hidden_states
    for number, wanted in enumerate(states):
        assert np.abs(heard(encoder, sound)[:, number] - wanted[0].numpy()).max() < 2e-5


def test_only_the_encoder_is_built(folder: Path) -> None:
    names = set(load_audio_encoder(folder).net.state_dict())
    assert len(names) == 67
    assert not any("decoder" in name for name in names)


@pytest.mark.parametrize("prefix", ["model.encoder.", "encoder."])
def test_half_precision_safetensors_serve_as_well(folder: Path, prefix: str) -> None:
    sound = noise(2)
    whole = load_audio_encoder(folder)
    stored = {prefix + name: value.half() for name, value in whole.net.state_dict().items()}
    safetensors.torch.save_file(stored, folder / "model.safetensors")
    (folder / "pytorch_model.bin").unlink()
    half = load_audio_encoder(folder)
    assert all(value.dtype == torch.float32 for value in half.net.state_dict().values())
    assert np.abs(heard(half, sound) - heard(whole, sound)).max() < 0.05


def test_normalisation_changes_the_last_state_only(folder: Path) -> None:
    encoder, sound = load_audio_encoder(folder), noise(1)
    before, after = heard(encoder, sound, normed=False), heard(encoder, sound)
    assert np.array_equal(before[:, :4], after[:, :4])
    with torch.inference_mode():
        normed = encoder.net.layer_norm(torch.from_numpy(before[:, 4])).numpy()
    assert np.abs(normed - after[:, 4]).max() < 1e-5
    assert np.abs(before[:, 4] - after[:, 4]).max() > 0.1


def test_sounds_in_a_batch_do_not_touch_each_other(folder: Path) -> None:
    encoder = load_audio_encoder(folder)
    mels = np.stack([log_mel.scaled(log_mel.log_power(noise(2, seed)), 1.0) for seed in (0, 1)])
    together = encoder.states(mels)
    assert together.shape == (2, 100, 5, 384)
    for row, mel in enumerate(mels):
        assert np.abs(encoder.states(mel[None])[0] - together[row]).max() < 1e-5


def test_a_part_of_a_spectrogram_is_that_part_of_the_whole() -> None:
    sound = noise(130)
    whole = log_mel.log_power(sound)
    assert whole.shape == (80, 13_000)
    for first, count in ((0, 5), (1, 40), (977, 300), (12_990, 10)):
        assert np.array_equal(log_mel.log_power(sound, first, count), whole[:, first : first + count])
    assert log_mel.loudest(sound) == whole.max()
    assert log_mel.loudest(sound, 20, 30) == whole[:, 20:50].max()


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("config.json", {"d_model": 512}),
        ("config.json", {"encoder_layers": 6}),
        ("config.json", {"encoder_ffn_dim": "wide"}),
        ("config.json", {"encoder_ffn_dim": -4}),
        ("preprocessor_config.json", {"feature_size": 128}),
        ("preprocessor_config.json", {"hop_length": 200}),
    ],
)
def test_another_network_is_refused_by_name(folder: Path, file: str, change: dict[str, object]) -> None:
    config = json.loads((folder / file).read_text(encoding="utf-8"))
    (folder / file).write_text(json.dumps(config | change), encoding="utf-8")
    with pytest.raises(WeightsError, match=next(iter(change))):
        load_audio_encoder(folder)


def test_missing_files_and_tensors_are_named(folder: Path) -> None:
    state = torch.load(folder / "pytorch_model.bin", weights_only=True)
    torch.save({name: value for name, value in state.items() if "layers.2.fc1" not in name}, folder / "part.bin")
    (folder / "part.bin").replace(folder / "pytorch_model.bin")
    with pytest.raises(WeightsError, match=r"layers\.2\.fc1"):
        load_audio_encoder(folder)
    (folder / "pytorch_model.bin").unlink()
    with pytest.raises(WeightsError, match=r"pytorch_model\.bin"):
        load_audio_encoder(folder)


@pytest.mark.weights
@pytest.mark.footage
def test_real_states_move_with_the_sound(tmp_path: Path) -> None:
    """Half a second later, what is said comes 25 rows later; where it lies in the piece is taken out beforehand."""
    encoder, sound = real_encoder(tmp_path), engine_sound(media("speech/jfk.flac"))
    place = heard(encoder, np.zeros(1600, np.float32))
    said = heard(encoder, sound) - place
    later = heard(encoder, np.concatenate([np.zeros(8000, np.float32), sound])) - place
    assert np.isfinite(said).all()

    def likeness(shift: int) -> float:
        pair = said[50:450, 3].ravel(), later[50 + shift : 450 + shift, 3].ravel()
        return float(np.corrcoef(*pair)[0, 1])

    assert max(range(15, 36), key=likeness) == 25
    assert likeness(25) > likeness(0) + 0.2
