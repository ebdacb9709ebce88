"""A file of lines that may be torn: each page once, whatever stopped the program that wrote it."""

import json
import os
from pathlib import Path


class Lines:
    """NDJSON in `path`, or on `stream` where that is None. `add` writes a page unless it is there already.

    Only whole lines that are there are kept; a last line torn by a crash goes. Readable by its
    owner alone: contact details are in it.
    """

    def __init__(self, path: Path | None, stream, fresh=frozenset()):
        """`fresh` are files (as lines call them) whose bytes were never read: their old lines go."""
        self.there = set()
        self.out, self._is_file = stream, path is not None
        if path is None:
            return
        kept = [text for text in _whole_lines(path) if self._is_kept(text, fresh)]
        temporary = path.with_name(f".{path.name}.new")
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as new:
            new.writelines(kept)
            new.flush()
            os.fsync(new.fileno())
        temporary.replace(path)
        self.out = path.open("a", encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.out.flush()
        if self._is_file:
            self.out.close()

    def has(self, file: str, page: int) -> bool:
        return (file, page) in self.there

    def add(self, line: dict) -> None:
        key = (line["file"], line["page"])
        if key not in self.there:
            self.there.add(key)
            self.out.write(json.dumps(line, ensure_ascii=False) + "\n")
            self.out.flush()

    def _is_kept(self, text, fresh):
        try:
            line = json.loads(text)
            key = (line["file"], line["page"])
        except (ValueError, KeyError, TypeError):
            return False
        if key in self.there or key[0] in fresh:
            return False
        self.there.add(key)
        return True


def _whole_lines(path):
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    return [text for text in content.splitlines(keepends=True) if text.endswith(b"\n")]
