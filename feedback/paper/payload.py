"""What the codes on a form say: which form, which page, whose, and which sheet of paper.

Upper-case letters, figures and hyphens only, so that a QR code packs two characters in eleven
bits, and a CRC-16 at the end: a code that was read wrongly is a code that was not read.

    PV-CARD-1-S-EN-1-RX1-2F-00012345-9C31
"""

import binascii
import re
from dataclasses import dataclass

VARIANTS = {"S": "standard", "L": "large-print", "E": "easy-read"}
LETTERS = {variant: letter for letter, variant in VARIANTS.items()}
PATTERN = re.compile(
    r"PV-(?P<form>[A-Z]+)-(?P<version>\d+)-(?P<variant>[SLE])-(?P<language>[A-Z]{2})-(?P<page>\d+)"
    r"-(?P<organisation>[A-Z0-9]+)-(?P<service>[A-Z0-9]+)-(?P<serial>\d{8})-(?P<check>[0-9A-F]{4})"
)
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class NotOurs(ValueError):
    """The code was not printed by this service, or was read wrongly."""


@dataclass(frozen=True)
class Payload:
    """One page of one sheet. `organisation` is an ODS code, `service` the service's number, `serial` up to 99,999,999."""

    form: str
    version: int
    variant: str
    language: str
    page: int
    organisation: str
    service: int
    serial: int

    @property
    def layout(self) -> str:
        """The name of the layout it was printed from."""
        return f"{self.form}-{self.version}-{self.variant}-{self.language}"

    def text(self) -> str:
        """What the codes hold."""
        said = "-".join(
            (
                "PV", self.form.upper(), str(self.version), LETTERS[self.variant], self.language.upper(),
                str(self.page), self.organisation, in_base_36(self.service), f"{self.serial:08d}",
            )
        )  # fmt: skip
        return f"{said}-{check(said)}"


def read(text: str) -> Payload:
    """The payload in a code's text: alone, or at the end of an address of ours. Raises NotOurs."""
    match = PATTERN.fullmatch(text.strip().upper().rsplit("/", 1)[-1])
    if not match or check(match[0][: -len("-0000")]) != match["check"]:
        raise NotOurs
    return Payload(
        match["form"].lower(),
        int(match["version"]),
        VARIANTS[match["variant"]],
        match["language"].lower(),
        int(match["page"]),
        match["organisation"],
        int(match["service"], 36),
        int(match["serial"]),
    )


def check(said: str) -> str:
    """CRC-16 (CCITT, start 0xFFFF) in four hexadecimal figures."""
    return f"{binascii.crc_hqx(said.encode('ascii'), 0xFFFF):04X}"


def in_base_36(number: int) -> str:
    """A whole number in figures and capital letters: 123 is "3F"."""
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text or "0"
