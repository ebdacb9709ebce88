"""Black and white scans are known, also after they were a JPEG."""

import cv2
import numpy as np
import pytest

from feedback.paper.reading.onebit import is_one_bit


def jpeg(grey, quality):
    return cv2.imdecode(
        cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE
    )


@pytest.mark.parametrize("quality", [0, 95, 80])
def test_a_black_and_white_scan_is_known(grey, quality):
    black_and_white = cv2.threshold(grey, 140, 255, cv2.THRESH_BINARY)[1]
    assert is_one_bit(jpeg(black_and_white, quality) if quality else black_and_white)


@pytest.mark.parametrize("noise", [0, 4])
def test_a_grey_scan_is_not(grey, noise):
    rough = np.random.default_rng(1).normal(0, noise, grey.shape) if noise else 0
    assert not is_one_bit(np.clip(grey * 0.9 + rough + 20, 0, 255).astype(np.uint8))
