"""What the masks cost: `python -m tests.parsing_report`. Processor time of one thread, the least of several runs.

Weights are random, in the layout of the published ones; the time does not depend on them.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import cv2
import numpy as np
import torch

from core.arrays import Image
from core.blob_store import BlobStore
from core.device import CPU, Device, bfloat16_pays, describe_cpu, single_threaded
from core.engines import Patch
from core.face import parse
from core.face.blend import lay_over, mask
from core.face.parse import FaceParser, square_of
from core.face.parse_mask import FaceLabels
from core.geometry import Box
from core.models.face_parser import BiSeNet
from core.project import Look, Region
from tests.core.face.drawn_mesh import drawn_mesh
from tests.hash_rule import filled

SCALES = {(240, 320): 60.0, (720, 1280): 130.0, (1080, 1920): 200.0}
"""Height and width of a frame → scale of the face in it."""


def milliseconds(work: Callable[[], object], runs: int = 20) -> float:
    """Processor time of this thread for the fastest run."""
    taken = []
    for _ in range(runs):
        begun = time.thread_time()
        work()
        taken.append(time.thread_time() - begun)
    return 1000 * min(taken)


def face_labels(box: Box) -> FaceLabels:
    """A face, a nose and a neck."""
    classes = np.zeros((512, 512), np.uint8)
    classes[400:, 200:320] = 14
    cv2.ellipse(classes, (256, 256), (140, 190), 0, 0, 360, 1, -1)
    classes[150:260, 230:280] = 10
    return FaceLabels(classes, box)


def masks() -> Iterator[str]:
    """Making the mask and laying a patch over a frame."""
    for (height, width), scale in SCALES.items():
        points = drawn_mesh((width / 2, height / 2 - 40), scale)
        box = square_of(points)
        assert box is not None
        frame = pictures(1, height, width)[0]
        labels, patch = face_labels(box), Patch(0, 0, 255 - frame)
        for region in Region:
            look = Look(region)
            laid = mask(points, look, 0.2, labels)
            made = milliseconds(lambda points=points, look=look, labels=labels: mask(points, look, 0.2, labels))
            over = milliseconds(lambda frame=frame, patch=patch, laid=laid: lay_over(frame, patch, laid))
            yield f"{height}p {region.value:5} mask {made:5.1f} ms, laid over {over:5.1f} ms"


def parsing(folder: Path) -> Iterator[str]:
    """Label maps: of faces that are new, and of those that are known."""
    weights = folder / parse.FILE
    torch.save(filled({name: tuple(value.shape) for name, value in BiSeNet().state_dict().items()}, 1.3), weights)
    box = Box(300, 80, 860, 640)
    for device in (CPU, Device("cpu", "bfloat16", "")):
        parser = FaceParser(weights, device, BlobStore(f"report-{device.precision}", 1 << 24))
        faces = iter([(image, box) for image in pictures(8)])
        first = next(faces)
        parser.labels([first])
        new = milliseconds(lambda parser=parser, faces=faces: parser.labels([next(faces)]), 7)
        known = milliseconds(lambda parser=parser, first=first: parser.labels([first]))
        parser.close()
        yield f"parsing in {device.precision}: {new:.0f} ms a new face, {known:.1f} ms a known one"


def pictures(count: int, height: int = 720, width: int = 1280) -> list[Image]:
    """Frames of noise."""
    random = np.random.default_rng(0)
    return [random.integers(0, 256, (height, width, 3), dtype=np.uint8) for _ in range(count)]


def main() -> None:
    """Print the report."""
    parse.every_core = nullcontext  # type: ignore[assignment]  # one thread, to be comparable
    torch.set_num_threads(1)
    sys.stdout.write(f"{describe_cpu()}; bfloat16 pays: {bfloat16_pays()}\n")
    with single_threaded(), tempfile.TemporaryDirectory() as folder:
        os.environ["DUBWRIGHT_CACHE"] = folder
        for line in (*parsing(Path(folder)), *masks()):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
