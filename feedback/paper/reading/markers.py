"""The four square markers in the corners of a page (ArUco 4x4_50), by which it is set straight."""

from functools import cache

import cv2
import numpy as np

from feedback.paper.reading.picture import smaller

# The longer side at the first and at the second look.
LOOKS = (1240, 2200)
MARKERS_ON_A_PAGE = 4


def find(grey: np.ndarray) -> dict[int, np.ndarray]:
    """The markers seen: number to corners, top left first and clockwise as printed, (4, 2) in pixels.

    A number seen twice is worth nothing and left out.
    """
    found: dict[int, np.ndarray] = {}
    for longest in LOOKS:
        small = smaller(grey, longest)
        # A scanner's dots and faint toner fall to a light blur at the second look.
        seen = _look(small if longest == LOOKS[0] else cv2.GaussianBlur(small, (0, 0), 1.2))
        share = small.shape[0] / grey.shape[0]
        for number, corners in seen.items():
            found.setdefault(number, (corners + 0.5) / share - 0.5)
        if len(found) >= MARKERS_ON_A_PAGE or longest >= max(grey.shape):
            break
    return found


def _look(grey: np.ndarray) -> dict[int, np.ndarray]:
    corners, numbers, _ = _detector().detectMarkers(grey)
    if numbers is None:
        return {}
    numbers = [int(number) for number in np.ravel(numbers)]
    return {
        number: np.asarray(four, float).reshape(4, 2)
        for number, four in zip(numbers, corners, strict=True)
        if numbers.count(number) == 1
    }


@cache
def _detector() -> cv2.aruco.ArucoDetector:
    how = cv2.aruco.DetectorParameters()
    how.adaptiveThreshWinSizeMin, how.adaptiveThreshWinSizeMax, how.adaptiveThreshWinSizeStep = 11, 35, 24
    how.minMarkerPerimeterRate, how.maxMarkerPerimeterRate = 0.04, 0.4
    how.errorCorrectionRate = 0.35
    how.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    how.cornerRefinementWinSize = 4
    return cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50), how)
