"""Every page that has an address, on the smallest phone and on a desk: in order for all, and keeping to itself."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import looking
from tests.journeys.looking import DESKTOP, SMALLEST

PUBLIC = [
    "/", "/give-feedback/", "/give-feedback/?q=eldervale", "/give-feedback/?q=nowhere", "/give-feedback/?at={trust}",
    "/give-feedback/{ward}/", "/give-feedback/at/{trust}/", "/give-feedback/no-such-ward/", "/clear/",
    "/what-changed/{ward}/", "/what-happens/", "/privacy/", "/accessibility/", "/contact/", "/track/", "/no-such-page/",
    "/account/login/", "/account/password/reset/",
]  # fmt: skip
OFFICERS = [
    "/queue/", "/queue/?q=no-such-case", "/queue/?due=late&priority=30&received_from=x", "/queue/views/",
    "/queue/views/keep/?due=late", "/queue/list/?due=late", "/queue/to-check/", "/queue/alerts/",
    "/alerting/", "/morning/", "/links/", "/insights/emerging/", "/insights/handling/", "/labelling/",
    "/queue/workload/", "/absence/",
    "/improvements/", "/improvements/new/", "/wards/", "/wards/{ward}/", "/wards/{ward}/fix/", "/cases/{case}/afterwards/", "/cases/{case}/do/improve/",
    "/cases/{case}/", *(f"/cases/{{case}}/do/{step}/" for step in (
        "acknowledge", "close", "note", "assign", "agree-date", "refer", "tell", "correct-priority")),
    "/cases/{case}/letters/", "/letters/to-print/", "/letters/templates/{trust}/", "/letters/templates/{trust}/final/",
    "/cases/PV-0000-0000/", "/account/password/change/", "/account/2fa/", "/account/logout/",
]  # fmt: skip
MANAGERS = ["/alerting/", "/alerting/rota/"]
REGULATORS = ["/told/", "/told/export/"]


def is_in_order(page, address, scene):
    page.goto(address.format(**scene, case=scene["routine"][0]))
    assert page.get_by_role("heading", level=1).count() == 1
    for viewport in (DESKTOP, SMALLEST):
        page.set_viewport_size(viewport)
        looking.picture(page, f"page-{re.sub('[^a-z0-9]+', '-', address)}-{viewport['width']}")
        looking.fits(page)
        looking.axe(page)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_is_in_order(desktop, scene, address):
    is_in_order(desktop, address, scene)
    if not address.startswith("/account/"):
        assert desktop.context.cookies() == []


@pytest.mark.parametrize("address", OFFICERS)
def test_an_officers_page_is_in_order(staff, scene, address):
    is_in_order(staff("officer").page, address, scene)


@pytest.mark.parametrize("address", MANAGERS)
def test_a_managers_page_is_in_order(staff, scene, address):
    is_in_order(staff("manager").page, address, scene)


@pytest.mark.parametrize("address", REGULATORS)
def test_a_regulators_page_is_in_order(staff, scene, address):
    is_in_order(staff("analyst").page, address, scene)


def test_the_api_can_be_tried_out_with_nothing_from_elsewhere(desktop):
    desktop.goto("/api/v1/docs/")

    expect(desktop.get_by_role("heading", name="NHS Patient View")).to_be_visible()
