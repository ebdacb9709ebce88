"""The smallest workbooks that spreadsheet programs open, made by hand: text, numbers, days, hidden sheets."""

import datetime as dt
import zipfile
from xml.sax.saxutils import escape, quoteattr

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EXCEL_ZERO = dt.date(1899, 12, 30)


def save_xlsx(path, sheets, hidden=()):
    """`sheets` is {name: rows of str, int, float, date or None}; a str that starts with "=" is a formula worth 3."""
    names = list(enumerate(sheets, 1))

    def state(name):
        return "hidden" if name in hidden else "visible"

    entries = "".join(
        f"<sheet name={quoteattr(name)} sheetId='{n}' r:id='r{n}' state='{state(name)}'/>"
        for n, name in names
    )
    links = "".join(
        f"<Relationship Id='r{n}' Type='{REL}/worksheet' Target='worksheets/sheet{n}.xml'/>" for n, _ in names
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            "<Default Extension='xml' ContentType='application/xml'/></Types>",
        )
        file.writestr(
            "_rels/.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            f"<Relationship Id='w' Type='{REL}/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        )
        file.writestr(
            "xl/workbook.xml", f"<workbook {NS} xmlns:r='{REL}'><sheets>{entries}</sheets></workbook>"
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            f"{links}<Relationship Id='s' Type='{REL}/styles' Target='styles.xml'/></Relationships>",
        )
        file.writestr(
            "xl/styles.xml",
            f"<styleSheet {NS}><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>",
        )
        for n, name in names:
            rows = "".join(f"<row r='{r}'>{_row(r, row)}</row>" for r, row in enumerate(sheets[name], 1))
            file.writestr(
                f"xl/worksheets/sheet{n}.xml", f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>"
            )
    return path


def _row(number, values):
    return "".join(_cell(number, column, value) for column, value in enumerate(values))


def _cell(row, column, value):
    place = f"{chr(65 + column)}{row}"
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"<c r='{place}' s='1'><v>{(value - EXCEL_ZERO).days}</v></c>"
    if isinstance(value, str) and value.startswith("="):
        return f"<c r='{place}'><f>{escape(value[1:])}</f><v>3</v></c>"
    if isinstance(value, str):
        return f"<c r='{place}' t='inlineStr'><is><t>{escape(value)}</t></is></c>"
    return f"<c r='{place}'><v>{value}</v></c>"
