# ruff: noqa: T201 - a program of its own, which tells what it does
"""`python -m tests.bundle_sizes DIR`: the table of docs/packaging.md – what a built bundle weighs, part by part.

Counts the bytes of files, not the blocks of a disk; links weigh nothing.
"""

import sys
from collections import Counter
from pathlib import Path

PARTS = {
    "PyTorch": ("torch", "torchgen", "sympy", "mpmath", "torch-"),
    "FFmpeg, the program (encodes)": ("imageio_ffmpeg",),
    "PyAV and its FFmpeg (decodes; OpenCV uses it too)": ("av", "av.libs"),
    "OpenCV, its linear algebra and picture formats": (
        "cv2",
        "libopenblas",
        "libavif",
        "libaom",
        "libpng16-",
        "libgfortran",
    ),
    "OpenVINO, processor only": ("openvino",),
    "Qt (window, SVG, X11, Wayland) and PySide6": ("PySide6", "shiboken6"),
    "SciPy, NumPy and their linear algebra": ("scipy", "scipy.libs", "numpy", "numpy.libs"),
    "face packs: insightface, ONNX, ONNX Runtime, scikit-image": (
        *("insightface", "objects", "onnx", "onnxruntime", "skimage", "ml_dtypes", "scikit_image.libs"),
    ),
    "LiteRT": ("ai_edge_litert",),
    "diffusers, accelerate, safetensors, huggingface_hub": (
        "diffusers",
        "accelerate",
        "safetensors",
        "huggingface_hub",
    ),
    "Dubwright: source, weights, demo, pictures": (
        "core",
        "app",
        "training",
        "resources",
        "dubwright",
        "share",
        "install.sh",
    ),
    "Python": ("python3.11", "libpython3.11.so.1.0", "base_library.zip"),
    "list of licences": ("LICENCES",),
}
REST = "everything else (Pillow, pydantic, sound, system libraries …)"


def main() -> int:
    """Print the table of the bundle that the first argument names."""
    folder = Path(sys.argv[1])
    weights: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            part = part_of(path.relative_to(folder))
            weights[part] += path.stat().st_size
            counts[part] += 1
    print("| part | MB | files |\n|---|---|---|")
    for part, size in weights.most_common():
        print(f"| {part} | {size / 1e6:.1f} | {counts[part]} |")
    print(f"| **whole** | **{weights.total() / 1e6:.0f}** | {counts.total()} |")
    return 0


def part_of(place: Path) -> str:
    """Which row a file belongs to, by the first part of its place; names of libraries are beginnings."""
    first = place.parts[1] if place.parts[0] == "_internal" else place.parts[0]
    for part, names in PARTS.items():
        if first in names or any(first.startswith(name) for name in names if name.endswith("-") or name[:3] == "lib"):
            return part
    return REST


if __name__ == "__main__":
    sys.exit(main())
