"""The pages of a case, in the order a person works: each has a part of it, none has all."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Section:
    """One page of a case. `address` is the name of its URL, which takes the reference."""

    title: str
    address: str


SECTIONS = (
    Section("Case", "case:show"),
    Section("People", "people:show"),
    Section("Investigation", "inquiry:show"),
    Section("Issues", "issues:show"),
    Section("Files", "evidence:files"),
    Section("Together", "together:show"),
    Section("Letters", "letters:list"),
    Section("After the reply", "case:afterwards"),
    Section("Ombudsman’s pack", "pack:show"),
)


def sections(case, here: str = "") -> list[dict]:
    """The links on top of every page of `case`: [{text, href, current}]. `here` is the path of this page."""
    links = [(one.title, reverse(one.address, args=[case.reference])) for one in SECTIONS]
    return [{"text": text, "href": href, "current": href == here} for text, href in links]
