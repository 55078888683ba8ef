"""What the inspector tells of a frame is what its pixels were made of."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.dub import Kind
from core.job import run
from core.media.probe import fingerprint, probe
from core.preview import PreviewSession
from core.project import Clip, DubProject, Footage, Span, Voice


@pytest.fixture(scope="module")
def project(face_film: Path, pausing_voice: Path) -> DubProject:
    info = probe(face_film)
    footage = Footage(face_film, fingerprint(face_film), info.frames, info.rate)
    return DubProject(footage, (Clip("a", Span(0, info.frames), Voice(pausing_voice)),))


@pytest.fixture(scope="module")
def session(project: DubProject) -> Iterator[PreviewSession]:
    session = PreviewSession()
    assert project.footage is not None
    run(session.open(project.footage))
    assert run(session.ready(project))
    yield session
    session.close()


def test_crop_out_laid_over_crop_in_is_the_frame_that_is_shown(session: PreviewSession, project: DubProject) -> None:
    shown = session.frame(project, 8)
    told = session.inspect(project, 8)
    assert shown is not None
    assert shown.dubbed is not None
    assert told is not None
    (face,) = told.faces
    assert face.outcome == shown.outcomes[0]
    assert face.outcome.kind is Kind.DUBBED
    assert face.box is not None
    assert face.crop_in is not None
    assert face.crop_out is not None
    assert face.mask is not None
    assert face.seam is not None
    np.testing.assert_array_equal(face.crop_in, shown.original[face.box.slices])
    theirs, ours = face.crop_in.astype(float), face.crop_out.astype(float)
    laid = theirs + (ours - theirs) * face.mask[..., None]
    apart = np.abs(laid - shown.dubbed[face.box.slices]).max()
    assert apart <= face.seam.before + 26  # what the matching of colours may change: 24 levels
    untouched = face.mask == 0
    np.testing.assert_array_equal(shown.dubbed[face.box.slices][untouched], face.crop_in[untouched])
    assert face.seam.after <= face.seam.before + 1


def test_figures_are_those_of_the_face_and_of_this_frame(session: PreviewSession, project: DubProject) -> None:
    told = session.inspect(project, 9)
    assert told is not None
    (face,) = told.faces
    assert face.points is not None
    assert face.box is not None
    assert 0.5 < face.confidence <= 1
    assert face.yaw is not None
    assert abs(face.yaw) < 30
    centre = face.points[:, :2].mean(axis=0)
    assert face.box.x0 < centre[0] < face.box.x1
    assert {"reading", "faces", "mouths", "mask", "blending"} <= set(told.seconds)
    assert all(0 <= spent < 60 for spent in told.seconds.values())


def test_a_frame_in_which_nobody_speaks_shows_its_face_and_no_mask(
    session: PreviewSession, project: DubProject
) -> None:
    quiet = next(
        index
        for index in range(project.footage.frames if project.footage else 0)
        if (shown := session.frame(project, index)) and [each.kind for each in shown.outcomes] == [Kind.ORIGINAL]
    )
    told = session.inspect(project, quiet)
    assert told is not None
    (face,) = told.faces
    assert face.crop_in is not None
    assert (face.crop_out, face.mask, face.seam) == (None, None, None)
