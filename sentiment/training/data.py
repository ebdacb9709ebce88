"""All there is to learn from, divided: labelled comments, invented sentences, and a teacher's opinion of both."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sentiment.safety.sentences import sentences
from sentiment.training import invented, soft
from sentiment.training import rows as labelled
from sentiment.training.noise import misspelt

# The share of real comments that an epoch reads misspelt: people's spelling varies more than the data's.
MISSPELT = 0.15


@dataclass(frozen=True)
class Data:
    """The rows by split, the invented sentences, and the files they came from (for the card)."""

    parts: dict[str, list[labelled.Row]]
    invented: list[labelled.Row]
    files: tuple[Path, ...]

    @property
    def real(self) -> list[labelled.Row]:
        """The rows of all splits."""
        return [row for part in self.parts.values() for row in part]

    @property
    def everything(self) -> list[labelled.Row]:
        """The rows of all splits, and the invented ones."""
        return self.real + self.invented

    @property
    def validation(self) -> list[labelled.Row]:
        """Rows to choose thresholds on: not trivial, and not seen in training."""
        return labelled.strict(self.parts["validation"], self.parts["train"])

    @property
    def test(self) -> list[labelled.Row]:
        """Rows for the headline: not trivial, and not seen in training or in choosing."""
        return labelled.strict(self.parts["test"], self.parts["train"] + self.parts["validation"])

    def with_training(self, rows: Sequence[labelled.Row]) -> "Data":
        """The same with further rows to learn from: nothing is measured on them."""
        return replace(self, parts=self.parts | {"train": self.parts["train"] + list(rows)})

    def of_trust(self, trust: str) -> "Data":
        """To learn from one trust and be measured on the others: how far what is learnt in one place carries.

        Raises UnreadableData when there is no such trust, or no other.
        """
        own = {
            split: [row for row in rows if row.trust == trust]
            for split, rows in self.parts.items()
            if split != "test"
        }
        others = [row for row in self.real if row.trust not in (trust, "")]
        if not all(own.values()) or not others:
            trusts = ", ".join(sorted({row.trust for row in self.real if row.trust})) or "none"
            raise labelled.UnreadableData(
                f"Nothing to learn from {trust} alone. The file's trusts: {trusts}."
            )
        return replace(self, parts=own | {"test": others})

    def lesson(self, share: float = 1.0) -> Callable[[random.Random], list[labelled.Row]]:
        """What one epoch reads: the training rows, some misspelt, and the invented sentences in new dress.

        `share` (0 to 1) of the rows without themes and of the invented ones, drawn anew each epoch, are read.
        """
        rows = self.parts["train"]
        ordinary = [part for row in rows if row.danger == labelled.NO_DANGER for part in sentences(row.text)]

        def lesson(chance: random.Random) -> list[labelled.Row]:
            read = [row for row in rows if row.themes is not None or chance.random() < share]
            made_up = [row for row in self.invented if chance.random() < share]
            real = [
                replace(row, text=misspelt(row.text, chance)) if chance.random() < MISSPELT else row
                for row in read
            ]
            return real + invented.varied(made_up, ordinary, chance)

        return lesson


def load(
    path: Path,
    criticality: Sequence[Path] = (),
    danger: Sequence[Path] = (),
    harmless: Sequence[Path] = (),
    columns: dict[str, str] | None = None,
) -> Data:
    """The labelled files, divided. Raises UnreadableData."""
    rows = labelled.read_feedback(path, columns)
    for extra in criticality:
        rows += labelled.read_criticality(extra)
    data = Data(
        labelled.divided(rows),
        invented.read_invented(danger, harmless),
        (path, *criticality, *danger, *harmless),
    )
    if not data.validation or not data.test:
        raise labelled.UnreadableData(f"{path.name} is too small to keep rows apart for validation and test.")
    return data


def softened(data: Data, path: Path) -> Data:
    """The same rows with what a teacher made of them (`soft.write`). Raises UnreadableData."""
    taught = soft.read(path)
    parts = {split: taught(rows) for split, rows in data.parts.items()}
    return Data(parts, taught(data.invented), (*data.files, path))
