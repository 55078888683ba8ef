"""How each published set of MuseTalk's weights wants to be run, as one value. Knows no networks and no files.

The authors changed their program along with their weights, and it runs the first weights no longer as those were
trained. What is said here of version 1.0 is what its release of November 2024 did.
"""

from dataclasses import dataclass

from core.engines.speech_options import AS_RELEASED, SpeechOptions
from core.face.published_blend import LIVE, OFFLINE, PublishedLook
from core.project import Region


@dataclass(frozen=True, slots=True)
class Semantics:
    """What a set of weights was trained with.

    - `weights`: name of the set
    - `speech`: how the voice is heard
    - `chin_margin`: what is seen below the chin, as a share of the face's scale. Ten pixels were trained; on the faces
      of the training films, about 250 pixels wide, that is 0.07
    - `look`: the blending of its authors, for comparison
    """

    weights: str
    speech: SpeechOptions
    chin_margin: float
    look: PublishedLook


V15 = Semantics("musetalk-1.5", SpeechOptions(), 0.07, PublishedLook(Region.JAW, (90, 90), OFFLINE))

V1 = Semantics("musetalk-1.0", AS_RELEASED, 0.0, PublishedLook(Region.RAW, (80, 80), LIVE))

V1_TODAY = Semantics("musetalk-1.0", SpeechOptions(), 0.0, PublishedLook(Region.RAW, (80, 80), OFFLINE))
"""The weights of 1.0 as the authors' program runs them today, for comparison with it: with the features of 1.5."""
