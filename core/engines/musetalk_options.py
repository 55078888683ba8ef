"""How each published set of MuseTalk's weights wants to be run, as one value. Knows no networks and no files.

The authors changed their program along with their weights, and it runs the first weights no longer as those were
trained. What is said here of version 1.0 is what its release of November 2024 did.
"""

from dataclasses import dataclass

from core.face.published_blend import LIVE, OFFLINE, PublishedLook
from core.project import Region


@dataclass(frozen=True, slots=True)
class Semantics:
    """What a set of weights was trained with.

    - `weights`: name of the set
    - `normed`: the last of Whisper's states is taken after its final normalisation, else before
    - `repeats_ends`: windows beyond the ends of the voice repeat its first and last state, else they are zero
    - `levelled_whole`: the loudness of the whole voice is levelled at once, else every 30 seconds by themselves
    - `chin_margin`: what is seen below the chin, as a share of the face's scale. Ten pixels were trained; on the faces
      of the training films, about 250 pixels wide, that is 0.07
    - `look`: the blending of its authors, for comparison
    """

    weights: str
    normed: bool
    repeats_ends: bool
    levelled_whole: bool
    chin_margin: float
    look: PublishedLook


V15 = Semantics("musetalk-1.5", True, False, False, 0.07, PublishedLook(Region.JAW, (90, 90), OFFLINE))

V1 = Semantics("musetalk-1.0", False, True, True, 0.0, PublishedLook(Region.RAW, (80, 80), LIVE))

V1_TODAY = Semantics("musetalk-1.0", True, False, False, 0.0, PublishedLook(Region.RAW, (80, 80), OFFLINE))
"""The weights of 1.0 as the authors' program runs them today, for comparison with it: with the features of 1.5."""
