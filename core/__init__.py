"""The engine of Dubwright: values, media, faces, models, rendering. Knows nothing of windows and imports no Qt.

Conventions, stated here once and kept everywhere:

- images are `uint8` RGB arrays of shape `(height, width, 3)`, upright, from the decoder to the encoder;
- points are `float32` pixels, `(x, y)` or `(x, y, z)`, counted as OpenCV does: the first pixel's centre is `(0, 0)`;
- boxes are half-open: a whole-numbered box `[x0, x1) × [y0, y1)` slices exactly its pixels;
- spans are half-open frame numbers; rates and times of frames are `Fraction`, seconds of plain `float`
  are used only where nothing is counted with them;
- sound is `float32` in [-1, 1], `(samples,)` mono 16 kHz for engines, `(samples, channels)` otherwise;
- "no face" is a value at the same index, never a missing item;
- arrays that cross a thread are read-only;
- long work is a `Job` (see `core.job`); errors for the user are `DubError`s (see `core.errors`).

This file imports nothing: `import core.project` must stay as light as it looks.
"""
