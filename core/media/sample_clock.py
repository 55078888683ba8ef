"""When a sample of a sound device was, or will be, in the air. Knows no device.

A device tells the time of a block only roughly, its samples come evenly: the times told are smoothed, as proposed by
Adriaensen (Using a DLL to filter time, LAC 2005), here to first order, as the drift of a sound card is slow.
"""

from time import perf_counter

_JUMP = 0.1  # seconds of disagreement after which something was lost and the clock begins anew
_GAIN = 0.05


class SampleClock:
    """Sample numbers and seconds of `time.perf_counter`, at `rate` samples a second. One thread notes, any may ask."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._zero: float | None = None  # when sample 0 was, or would have been
        self._noted = 0

    @property
    def runs(self) -> bool:
        """Whether anything was noted."""
        return self._zero is not None

    def note(self, sample: int, time: float) -> None:
        """The device says that this sample belongs to this time."""
        zero = time - sample / self._rate
        before = self._zero
        if before is None or abs(zero - before) > _JUMP:
            self._zero, self._noted = zero, 1
            return
        self._noted += 1
        self._zero = before + max(_GAIN, 1 / self._noted) * (zero - before)

    def time_of(self, sample: float) -> float:
        """Seconds of `time.perf_counter` that belong to a sample; now, if nothing was noted yet."""
        zero = self._zero
        return perf_counter() if zero is None else zero + sample / self._rate

    def sample_at(self, time: float) -> float:
        """The sample that belongs to a time, in samples and parts of them; 0 if nothing was noted yet."""
        zero = self._zero
        return 0.0 if zero is None else (time - zero) * self._rate
