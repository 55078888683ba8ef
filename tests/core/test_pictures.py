"""Pictures come in the order of the schedule, forwards and backwards, with bounded memory."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.media.info import Frame
from core.pictures import _BLOCK, pictures
from core.project import DubProject, ExportOptions, Length
from core.schedule import Slot, schedule
from tests.core.test_schedule import film


class FakeFilm:
    """Every frame's pixels hold its number."""

    def __init__(self) -> None:
        self.longest = 0

    def frame(self, index: int) -> Frame:
        return Frame(index, Fraction(index, 25), np.full((2, 2, 3), index, np.uint8))

    def span(self, start: int, stop: int) -> Iterator[Frame]:
        self.longest = max(self.longest, stop - start)
        return (self.frame(index) for index in range(start, stop))


@given(st.lists(st.integers(0, 60), min_size=1, max_size=80))
def test_any_order_is_followed(sources: list[int]) -> None:
    slots = [Slot(source, tick) for tick, source in enumerate(sources)]
    assert [int(picture.image[0, 0, 0]) for picture in pictures(FakeFilm(), slots)] == sources


def test_there_and_back_is_followed_and_faded() -> None:
    info = film(100, Fraction(25))
    slots = schedule(DubProject(export=ExportOptions(length=Length.VOICE)), info, Fraction(10))
    for picture, slot in zip(pictures(FakeFilm(), slots), slots, strict=True):
        under = slot.source if slot.under is None else slot.under
        expected = slot.source * slot.weight + under * (1 - slot.weight)
        assert abs(int(picture.image[0, 0, 0]) - expected) <= 0.5


def test_backwards_holds_no_more_than_a_block() -> None:
    source = FakeFilm()
    list(pictures(source, [Slot(200 - i, i) for i in range(200)]))
    assert source.longest <= _BLOCK
