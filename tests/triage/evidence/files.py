"""Files as people send them and as attackers do, small, with invented words."""

import io
import zipfile
from email.message import EmailMessage

from triage.evidence.documents import DOCX_MAIN, ODT

EICAR = b"invented signature of the false scanner"


def a_text(words="I am writing about the ward."):
    return words.encode()


def an_email(words="My mother waited nine hours.", subject="Rowan Ward", attached=(), html=False):
    """The bytes of an .eml; `attached` is (name, maintype/subtype, bytes)."""
    message = EmailMessage()
    message["From"] = "Ada Field <ada@patientview.example>"
    message["To"] = "complaints@patientview.example"
    message["Subject"] = subject
    message["Date"] = "Thu, 02 Apr 2026 10:15:00 +0100"
    message.set_content(words, subtype="html" if html else "plain")
    for name, media, content in attached:
        maintype, subtype = media.split("/")
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=name)
    return message.as_bytes()


def a_docx(**more):
    """A docx as small as one can be; `more` are further parts by name."""
    types = b'<Types><Override ContentType="' + DOCX_MAIN + b'"/></Types>'
    return _zip({"[Content_Types].xml": types, "word/document.xml": b"<w:document/>", **more})


def an_odt(**more):
    return _zip({"mimetype": ODT, "content.xml": b"<office:document-content/>", **more})


def a_zip():
    return _zip({"readme.txt": b"hello"})


def _zip(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
