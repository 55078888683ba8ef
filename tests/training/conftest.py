"""Synthesisers are programs of the system: tests that need them are left out, with a reason, where they are not."""

import ctypes.util
import shutil

import pytest

from core.job import run
from training.speech.corpus import Corpus, make_corpus


@pytest.fixture(scope="session")
def synthesisers() -> None:
    if ctypes.util.find_library("espeak-ng") is None or shutil.which("flite") is None:
        pytest.skip("espeak-ng and flite are not installed")


@pytest.fixture(scope="session")
def corpus(synthesisers: None, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Three shards of a few sentences."""
    made = Corpus(tmp_path_factory.mktemp("speech"), shards=3, minutes=0.2, seed=5)
    run(make_corpus(made))
    return made
