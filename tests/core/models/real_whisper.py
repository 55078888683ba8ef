"""The encoder of Whisper tiny.en, which is not ours to ship, in the layout that is published for it."""

import json
from pathlib import Path

from core.models.audio_encoder import AudioEncoder, load_audio_encoder
from tests.shared import weights

CONFIG = {
    "d_model": 384, "encoder_layers": 4, "encoder_attention_heads": 6, "encoder_ffn_dim": 1536,
    "num_mel_bins": 80, "max_source_positions": 1500,
}  # fmt: skip
SOUND = {"feature_size": 80, "hop_length": 160, "n_fft": 400, "sampling_rate": 16000}


def real_encoder(folder: Path) -> AudioEncoder:
    """The loaded network; `folder` takes the layout. Skips the test where the weights are not at hand."""
    stored = weights("whisper_tiny_en/whisper_tiny_en_encoder_fp16.safetensors")
    (folder / "config.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    (folder / "preprocessor_config.json").write_text(json.dumps(SOUND), encoding="utf-8")
    (folder / "model.safetensors").symlink_to(stored)
    return load_audio_encoder(folder)
