import hashlib

import pytest

from organisations.directory.incoming import NotATable, look_at

HEADINGS = "Date,Comment\r\n"


def saved(path, content):
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ((HEADINGS + "2026-01-02,Café très bon\r\n").encode(), "utf-8-sig"),
        ((HEADINGS + "2026-01-02,Café\r\n").encode("utf-8-sig"), "utf-8-sig"),
        ((HEADINGS + "2026-01-02,It’s a café\r\n").encode("cp1252"), "cp1252"),
        ((HEADINGS + "2026-01-02,Café\r\n").encode("utf-16"), "utf-16"),
        ((HEADINGS + "2026-01-02,Café\r\n").encode("utf-16-le"), "utf-16-le"),
        ((HEADINGS + "2026-01-02,Café\r\n").encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encoding_is_found_from_the_bytes(tmp_path, content, encoding):
    found = look_at(saved(tmp_path / "fft.csv", content))
    assert found.encoding == encoding
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert found.path.read_text(encoding).startswith("Date")


def test_reading_as_windows_1252_is_said_aloud(tmp_path):
    found = look_at(saved(tmp_path / "fft.csv", (HEADINGS + "x,café\n").encode("cp1252")))
    assert any("Windows-1252" in note for note in found.notes)


def test_a_letter_split_between_two_reads_is_still_utf_8(tmp_path, monkeypatch):
    monkeypatch.setattr("organisations.directory.incoming.CHUNK", 5)
    assert look_at(saved(tmp_path / "fft.csv", "abcdéfghé,x\n".encode())).encoding == "utf-8-sig"


def test_nul_bytes_are_counted_and_said(tmp_path):
    found = look_at(saved(tmp_path / "fft.csv", b"Comment\nKind\0 and calm\0\n"))
    assert found.nuls == 2
    assert found.notes == ("2 NUL bytes were left out.",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"%PDF-1.7 something", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"<!DOCTYPE html><table>", "web page"),
        (b"\xef\xbb\xbf\n <html>", "web page"),
        (b"<?xml version='1.0'?>", "web page"),
        (b"Comment\n\x81\x8d\x8f\n", "no encoding"),
    ],
)
def test_what_is_no_table_is_named_and_the_way_out_is_told(tmp_path, content, says):
    with pytest.raises(NotATable, match=says):
        look_at(saved(tmp_path / "fft.csv", content))


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(NotATable, match="no file called"):
        look_at(tmp_path / "nothing.csv")
    with pytest.raises(NotATable, match="no file called"):
        look_at(tmp_path)
