"""Mesh points of one face in a picture, given where it is. Knows nothing of time and of other faces.

The mesh network looks at a square crop, 1.5 times the face and turned so that the eyes are level. The place comes
from a detection, or from the mesh of the frame before: faces move little between frames, and a crop from a mesh is
steadier than one from a detection.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from core.arrays import Floats, Image, Points
from core.face.detect import Detection
from core.face.mesh import EYE_LEFT, EYE_RIGHT, face_frame
from core.geometry import box_of
from core.models.face_landmarks import FaceMesh
from core.models.lip_landmarks import LIPS, LipMesh

MARGIN = 1.5
"""Side of the crop over the longer side of the face's box, as the network was trained."""

PRESENT = 0.5
"""Least score of a mesh; MediaPipe's own value."""

_FAR, _LOOKS_AGAIN = 0.06, 2  # share of the region's side that counts as far; how often to look again
_LEAST_PIXELS = 8
_ASTRAY = 0.15  # of the scale, between both looks at the lips: more than a hand before the mouth makes of it
_BLUR = 4  # pixels of the crop that share one colour of the texture


@dataclass(frozen=True, slots=True)
class Region:
    """A turned square of a picture: centre (x, y) in pixels, side in pixels, angle in radians (clockwise on screen)."""

    x: float
    y: float
    side: float
    angle: float

    def matrix(self, pixels: int) -> Floats:
        """The 2×3 matrix from the picture to a crop of `pixels` a side."""
        scale, middle = pixels / self.side, (pixels - 1) / 2
        cosine, sine = scale * np.cos(self.angle), scale * np.sin(self.angle)
        linear = np.array([[cosine, sine], [-sine, cosine]])
        return np.column_stack([linear, middle - linear @ (self.x, self.y)]).astype(np.float32)

    def in_picture(self, points: Points, pixels: int) -> Points:
        """Points (n, 2) of a crop of `pixels` a side, in the picture."""
        inverse = cv2.invertAffineTransform(self.matrix(pixels))
        return np.asarray(points @ inverse[:, :2].T + inverse[:, 2], np.float32)


@dataclass(frozen=True, slots=True)
class FaceFound:
    """A face in one picture.

    - `points` (468, 3) mesh in its pixels, depth in the same unit; `score` in [0, 1]
    - `texture` (351,) unit length: colours at points of the mesh, free of brightness and contrast; the dot product
      of two is near 1 for one person within a shot and about .6 for two people
    - `embedding` unit length, and `landmarks` (106, 2) or (68, 3), where the back end has them
    """

    points: Points
    score: float
    texture: Floats | None = None
    embedding: Floats | None = None
    landmarks: Points | None = None


def region_of_detection(face: Detection) -> Region:
    """Where to look for the mesh of a detected face; its first two keypoints are the eyes, the viewer's left first."""
    x, y = face.box.centre
    side = MARGIN * max(face.box.width, face.box.height)
    return Region(x - 0.5, y - 0.5, side, _tilt(face.keypoints[0], face.keypoints[1]))


def region_of_mesh(points: Points) -> Region:
    """Where to look for a face whose mesh (468, 3) in the frame before is known: its box, measured upright."""
    angle = _tilt(points[EYE_LEFT], points[EYE_RIGHT])
    axes = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]], np.float32)
    upright = points[:, :2] @ axes.T
    low, high = upright.min(axis=0), upright.max(axis=0)
    x, y = (low + high) / 2 @ axes
    return Region(float(x), float(y), MARGIN * float((high - low).max()), angle)


def find_mesh(net: FaceMesh, image: Image, region: Region) -> FaceFound:
    """The mesh of the face in a region. The score tells whether there was one at all."""
    crop = _crop(image, region, net.side)
    points, score = net.look(crop)
    plane = region.in_picture(points[:, :2], net.side)
    depth = points[:, 2] * (region.side / net.side)
    return FaceFound(np.column_stack([plane, depth]).astype(np.float32), score, _texture(crop, points))


def settle(net: FaceMesh, image: Image, region: Region) -> FaceFound | None:
    """The mesh near a region, looked at again from where it was found if that is far off; None if there is no face."""
    for _ in range(_LOOKS_AGAIN + 1):
        found = find_mesh(net, image, region)
        if found.score < PRESENT or not _is_within(found, image):
            return None
        region, last = region_of_mesh(found.points), region
        if np.hypot(region.x - last.x, region.y - last.y) < _FAR * last.side:
            break
    return found


def with_lips(net: LipMesh, image: Image, face: FaceFound) -> FaceFound:
    """The face with its lips where a closer look finds them; the same face where that look goes astray.

    The mesh draws the upper rim of turned, bearded and painted mouths over the teeth. Only the lips are replaced, in
    the picture's plane: their depth and all that the face is followed by stay those of the mesh.
    """
    region = region_of_mesh(face.points)
    lips = region.in_picture(net.look(_crop(image, region, net.side)), net.side)
    moved = np.linalg.norm(lips - face.points[list(LIPS), :2], axis=1).mean()
    if not moved < _ASTRAY * face_frame(face.points).scale:
        return face
    points = face.points.copy()
    points[list(LIPS), :2] = lips
    return replace(face, points=points)


def _is_within(face: FaceFound, image: Image) -> bool:
    """Whether the middle of the face lies in the picture and the mesh has not collapsed."""
    height, width = image.shape[:2]
    box = box_of(face.points)
    x, y = box.centre
    return 0 <= x < width and 0 <= y < height and min(box.width, box.height) >= _LEAST_PIXELS


def _tilt(left: Points, right: Points) -> float:
    return float(np.arctan2(right[1] - left[1], right[0] - left[0]))


def _texture(crop: Image, points: Points) -> Floats:
    """Colours at every fourth point, from a crop reduced so far that small errors of the mesh do not matter."""
    side = crop.shape[0] // _BLUR
    small = cv2.resize(crop, (side, side), interpolation=cv2.INTER_AREA)
    places = np.clip((points[::4, :2] / _BLUR).round().astype(np.intp), 0, side - 1)
    colours = small[places[:, 1], places[:, 0]].astype(np.float32).ravel()
    colours -= colours.mean()
    return colours / np.float32(max(float(np.linalg.norm(colours)), 1e-6))


def _crop(image: Image, region: Region, pixels: int) -> Image:
    """The region, upright, `pixels` a side; black outside the picture.

    A large region is averaged down first: sampling every third pixel would make the points tremble.
    """
    factor = int(region.side // pixels)
    if factor < 2:
        return _warp(image, region.matrix(pixels), pixels)
    height, width = image.shape[:2]
    reach = region.side * 0.7072
    x0, x1 = (int(np.clip(v, 0, width)) for v in (region.x - reach, region.x + reach + 2))
    y0, y1 = (int(np.clip(v, 0, height)) for v in (region.y - reach, region.y + reach + 2))
    if x1 - x0 < factor or y1 - y0 < factor:
        return np.zeros((pixels, pixels, 3), np.uint8)
    columns, rows = (x1 - x0) // factor, (y1 - y0) // factor
    part = image[y0 : y0 + rows * factor, x0 : x0 + columns * factor]
    small: Image = cv2.resize(part, (columns, rows), interpolation=cv2.INTER_AREA)  # type: ignore[assignment]  # cv2's stubs say any number
    shift = (factor - 1) / 2  # centre of the first reduced pixel
    x, y = (region.x - x0 - shift) / factor, (region.y - y0 - shift) / factor
    return _warp(small, Region(x, y, region.side / factor, region.angle).matrix(pixels), pixels)


def _warp(image: Image, matrix: Floats, pixels: int) -> Image:
    crop: Image = cv2.warpAffine(image, matrix, (pixels, pixels), flags=cv2.INTER_LINEAR)  # type: ignore[assignment]  # as above
    return crop
