"""A page photographed on a table, by hand, under a lamp."""

from random import Random

import cv2
import numpy as np

from feedback.paper.generator import damage

TABLES = ((60, 44, 30), (110, 84, 60), (150, 150, 152), (40, 42, 48), (176, 160, 138))


def photographed(page: damage.Page, strength: float, source: Random, scale: float) -> damage.Page:
    """The page (height, width, 3) from above and a little aside, with table around it: a picture of another size."""
    tall, wide = page.shape[:2]
    border = source.uniform(0.03, 0.1)
    size = (round(wide * (1 + 2 * border)), round(tall * (1 + 2 * border)))
    flat = np.float32([(0, 0), (wide, 0), (wide, tall), (0, tall)])
    reach = (0.01 + 0.05 * strength) * wide
    moved = [
        (x + border * wide + source.uniform(-reach, reach), y + border * tall + source.uniform(-reach, reach))
        for x, y in flat
    ]
    matrix = cv2.getPerspectiveTransform(flat, np.float32(moved))
    seen = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_LINEAR, borderValue=source.choice(TABLES))
    seen = damage.shading(seen, 0.3 + 0.6 * strength, source, scale)
    seen = damage.blur(seen, 0.2 + 0.5 * strength, source, scale)
    return damage.noise(seen, 0.2 + 0.5 * strength, source, scale)
