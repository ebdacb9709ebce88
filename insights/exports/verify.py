"""Does a folder hold just what its manifest says? For whoever receives an export."""

import csv
import hashlib
import io
import json
from pathlib import Path


def problems(folder: Path) -> list[str]:
    """What is wrong with the export in `folder`, a sentence each; empty when all is as the manifest says."""
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        files = {entry["name"]: entry for entry in manifest["files"]}
    except FileNotFoundError:
        return ["There is no manifest.json in that folder."]
    except (ValueError, KeyError, TypeError):
        return ["manifest.json cannot be read: it is damaged, or not a manifest of ours."]
    if manifest.get("schema") != "patientview-export":
        return ["manifest.json is not a manifest of ours."]
    there = {path.name for path in folder.iterdir()} - {"manifest.json"}
    wrong = [f"{name} is missing." for name in sorted(files.keys() - there)]
    wrong += [f"{name} is not named in the manifest." for name in sorted(there - files.keys())]
    for name in sorted(there & files.keys()):
        wrong += [f"{name}: {problem}" for problem in _differences(folder / name, files[name])]
    return wrong


def _differences(path, entry):
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        yield "its SHA-256 is not the one in the manifest. It was changed after it was made."
    try:
        columns, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    except (ValueError, csv.Error):
        yield "it is not a CSV file in UTF-8."
        return
    if columns != entry["columns"]:
        yield "its columns are not those of the manifest."
    if len(rows) != entry["rows"]:
        yield f"it has {len(rows)} rows; the manifest says {entry['rows']}."
