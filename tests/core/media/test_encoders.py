"""Encoders are believed only after they have encoded."""

import subprocess
from pathlib import Path

import pytest

from core.errors import DeviceError, DubError, MediaError, SettingsError
from core.media import encoders, ffmpeg
from core.media.encoders import ENCODERS, EncoderStatus, encoder_status, find_encoder, probe_encoders, working_encoder


def test_the_four_software_encoders_work() -> None:
    works = {status.name for status in probe_encoders() if status.works}
    assert {"h264", "hevc", "prores", "ffv1"} <= works


def test_every_encoder_has_a_verdict_and_every_failure_a_reason() -> None:
    statuses = probe_encoders()
    assert [status.name for status in statuses] == list(ENCODERS)
    assert all(status.works != bool(status.reason) for status in statuses)


def test_an_encoder_that_ffmpeg_lists_but_that_fails_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = subprocess.run([ffmpeg.ffmpeg_program(), "-hide_banner", "-encoders"], capture_output=True, text=True)
    assert "libx264" in listed.stdout
    broken = encoders.Encoder("broken", "libx264", lambda quality: {"c:v:0": "libx264", "level": "99.9"})
    monkeypatch.setitem(ENCODERS, "broken", broken)
    assert not encoder_status("broken").works


def test_a_codec_that_does_not_work_names_one_that_does(monkeypatch: pytest.MonkeyPatch) -> None:
    real = encoders.encoder_status
    monkeypatch.setattr(
        encoders, "encoder_status", lambda name: EncoderStatus(name, False, "no") if name == "hevc" else real(name)
    )
    with pytest.raises(DeviceError) as failure:
        working_encoder("hevc")
    assert "h264" in failure.value.hint


def test_an_unknown_codec_is_a_setting_that_cannot_be_used() -> None:
    with pytest.raises(SettingsError) as failure:
        find_encoder("divx")
    assert "h264" in failure.value.hint


def test_a_hardware_encoder_refuses_odd_sizes() -> None:
    with pytest.raises(MediaError):
        find_encoder("h264_nvenc").pixel_format(321, 240)


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        ("[out#0/mp4 @ 0x55d] Error writing trailer: No space left on device", "The disk is full."),
        ("[a @ 0x1] [b @ 0x2] Unknown encoder 'x'.\nError opening output", "ffmpeg failed: Unknown encoder 'x'."),
        ("", "ffmpeg failed: it gave no reason."),
    ],
)
def test_what_ffmpeg_complains_of_is_told_in_a_sentence(log: str, sentence: str) -> None:
    assert ffmpeg.complaint(log)[0] == sentence


def test_a_program_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = ffmpeg.ffmpeg_program()
    broken = tmp_path / "ffmpeg"
    broken.write_text("not a program")
    monkeypatch.setattr(ffmpeg.imageio_ffmpeg, "get_ffmpeg_exe", lambda: str(broken))
    monkeypatch.setattr(ffmpeg.shutil, "which", lambda name: good)
    assert ffmpeg.ffmpeg_program.__wrapped__() == good
    monkeypatch.setattr(ffmpeg.shutil, "which", lambda name: None)
    with pytest.raises(DubError):
        ffmpeg.ffmpeg_program.__wrapped__()
