"""What a presenter and their room look like, drawn by lot from a seed. Knows nothing of how they are painted."""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats
from training.presenter.light import linear


@dataclass(frozen=True, slots=True)
class Appearance:
    """Colours (3,) in linear light and a few measures; `mottle` is the unevenness of the skin, `seed` its pattern."""

    seed: int
    skin: Floats
    flush: Floats
    lips: Floats
    brows: Floats
    iris: Floats
    hair: Floats
    hair_shine: Floats
    jacket: Floats
    blouse: Floats
    wall: Floats
    lamp: Floats
    mottle: float
    parting: float


# Skin, lips and flush (relative change of every channel) go together.
_SKINS = (
    ((236, 190, 162), (196, 98, 92), (0.10, -0.16, -0.14)),
    ((243, 203, 178), (204, 108, 104), (0.09, -0.17, -0.13)),
    ((222, 170, 135), (178, 88, 78), (0.09, -0.14, -0.14)),
    ((186, 128, 92), (156, 78, 68), (0.10, -0.10, -0.12)),
    ((134, 86, 60), (134, 66, 58), (0.12, -0.06, -0.08)),
)
_HAIRS = (
    ((62, 38, 26), (168, 112, 74)),
    ((34, 24, 21), (112, 88, 78)),
    ((104, 62, 34), (214, 150, 92)),
    ((120, 52, 28), (224, 132, 78)),
    ((150, 112, 66), (238, 206, 150)),
)
_EYES = ((98, 66, 40), (74, 104, 118), (84, 104, 68), (62, 42, 30))
_CLOTHES = (
    ((38, 62, 84), (238, 232, 222)),
    ((52, 56, 66), (224, 214, 206)),
    ((94, 44, 52), (240, 234, 226)),
    ((44, 74, 66), (232, 226, 210)),
)
_WALLS = ((92, 110, 118), (120, 112, 104), (84, 98, 88), (108, 100, 116))


def appearance(seed: int) -> Appearance:
    """The appearance of a seed; seed 0 is the demonstration's own."""
    random = np.random.default_rng(seed)

    def pick(count: int) -> int:
        return int(random.integers(count)) if seed else 0

    skin, lips, flush = _SKINS[pick(len(_SKINS))]
    hair, shine = _HAIRS[pick(len(_HAIRS))]
    jacket, blouse = _CLOTHES[pick(len(_CLOTHES))]
    eye, wall = _EYES[pick(len(_EYES))], _WALLS[pick(len(_WALLS))]
    return Appearance(
        seed=seed, skin=linear(*skin), flush=np.array(flush, np.float32), lips=linear(*lips),
        brows=linear(*hair) * np.float32(0.8), iris=linear(*eye), hair=linear(*hair), hair_shine=linear(*shine),
        jacket=linear(*jacket), blouse=linear(*blouse), wall=linear(*wall), lamp=linear(255, 214, 160), mottle=0.012,
        parting=-1.6 if not seed else float(random.choice([-1.6, 1.6, 0.0])),
    )  # fmt: skip
