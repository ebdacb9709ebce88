"""Whether a pack is as it was made. Knows no database: whoever receives a pack can run it."""

import hashlib
import json
import zipfile
import zlib
from pathlib import Path

MANIFEST, SEAL = "manifest.json", "manifest.sha256"
LARGEST_MANIFEST = 16 * 1024 * 1024  # bytes
PIECE = 1 << 16


def problems(path: str | Path) -> list[str]:
    """What is wrong with the pack at `path`, in sentences; empty when nothing is."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _problems(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
        return ["It is not a ZIP file, or it is damaged."]


def _problems(archive):
    names = archive.namelist()
    found = [f"{name} is in it twice." for name in sorted({one for one in names if names.count(one) > 1})]
    if MANIFEST not in names or SEAL not in names:
        return [*found, f"It has no {MANIFEST} or no {SEAL}."]
    if max(archive.getinfo(name).file_size for name in (MANIFEST, SEAL)) > LARGEST_MANIFEST:
        return [*found, "Its manifest is too large to be one of ours."]
    manifest = archive.read(MANIFEST)
    if archive.read(SEAL) != f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}\n".encode():
        found.append("The manifest is not the one that was made.")
    try:
        listed = {one["path"]: (one["size"], one["sha256"]) for one in json.loads(manifest)["files"]}
    except (ValueError, KeyError, TypeError):
        return [*found, "The manifest cannot be read."]
    found += [f"{name} is listed and not there." for name in sorted(listed.keys() - set(names))]
    found += [
        f"{name} is there and not listed." for name in sorted(set(names) - listed.keys() - {MANIFEST, SEAL})
    ]
    found += [
        f"{name} is not what it was."
        for name in sorted(listed.keys() & set(names))
        if _of(archive, name) != listed[name]
    ]
    return found


def _of(archive, name):
    """(size, SHA-256) of a file in the archive; None where its own checksum fails."""
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(name) as file:
            while piece := file.read(PIECE):
                digest.update(piece)
                size += len(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return None
    return size, digest.hexdigest()
