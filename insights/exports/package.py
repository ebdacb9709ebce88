"""An export whole: its tables and the manifest that names them."""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from insights.exports import cqc, healthwatch
from insights.exports.request import CannotExport, Request
from insights.exports.table import Table
from insights.models import Export
from triage.models import Access

SCHEMA_VERSION = "1.1"  # 1.1: issues.csv
BODIES = {"cqc": cqc, "healthwatch": healthwatch}
# A zip records when each file was made; a fixed day keeps the bytes the same.
ZIP_DAY = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """The files of one export, {name: bytes}, and the SHA-256 of its manifest, which stands for them all."""

    files: dict[str, bytes]
    rows: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.files["manifest.json"]).hexdigest()

    def write_to(self, folder: Path) -> None:
        """Write every file into `folder`, which is made if need be. The manifest last: without it nothing counts."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)

    def as_zip(self) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.files.items():
                archive.writestr(zipfile.ZipInfo(name, ZIP_DAY), content)
        return packed.getvalue()


@transaction.atomic
def make(request: Request, *, by=None) -> Package:
    """The export of `request`, recorded: who had it made, and each feedback it speaks of as read by them.

    Raises CannotExport for a body that has no export or a period it cannot have.
    """
    body = BODIES.get(request.body)
    if body is None:
        raise CannotExport(f"There is an export for: {', '.join(BODIES)}.")
    tables = body.tables(request)
    manifest = _manifest(request, tables, body.left_out(request))
    package = Package(
        {table.name: table.as_bytes() for table in tables} | {"manifest.json": manifest},
        sum(len(table.rows) for table in tables),
    )
    Export.objects.create(
        body=request.body, organisation=request.organisation, from_on=request.from_on, to_on=request.to_on,
        schema_version=SCHEMA_VERSION, rows=package.rows, sha256=package.sha256, by=by,
    )  # fmt: skip
    if by:
        _audit(tables, request, by)
    return package


def _manifest(request, tables: list[Table], left_out) -> bytes:
    said = {
        "schema": "patientview-export",
        "schema_version": SCHEMA_VERSION,
        "body": request.body,
        "organisation": {"ods_code": request.organisation.ods_code, "name": request.organisation.name},
        "received_from": str(request.from_on),
        "received_to": str(request.to_on),
        "told_only": request.told_only,
        "files": [table.entry() for table in tables],
        "left_out": left_out,
    }
    return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode()


def _audit(tables, request, by):
    references = {row[0] for table in tables if table.columns[0] == "reference" for row in table.rows}
    read = request.feedback().filter(reference__in=references)
    Access.objects.bulk_create(Access(feedback=one, what="export", by=by) for one in read)
