"""A morning at the workbench: a view kept and shared, a name and words looked for, a list taken away, a colleague met."""

import csv

import pypdfium2
from playwright.sync_api import expect

from tests.journeys.looking import DESKTOP, SMALLEST

WORDS = "The wheelchair ramp at the back was blocked by a skip again."


def test_a_morning_at_the_workbench(patient, staff, scene, tmp_path):
    reference, _ = patient.complains(scene["ward"], WORDS)
    named = scene["named"]
    officer, colleague = staff("officer").sees_in_the_queue(reference), staff("colleague")

    keeps_and_shares_a_view(officer, scene)
    begins_with_it(colleague)
    finds_by_words(officer, reference)
    finds_by_name(officer, named, scene)
    takes_the_list(officer, named, tmp_path)
    meets(officer, colleague, reference)
    prints(officer, reference)
    takes_it_away_and_brings_it_back(officer, colleague)


def looks_at_both_widths(person, name):
    person.looks(name)
    person.page.set_viewport_size(SMALLEST)
    person.looks(f"{name}-320")
    person.page.set_viewport_size(DESKTOP)


def keeps_and_shares_a_view(officer, scene):
    officer.goes_to("/queue/").page.get_by_label("Who has it").select_option(label="Nobody yet")
    officer.presses("Show").follows("Keep this view")
    officer.presses("Keep it")
    assert "Give the view a name" in officer.page.locator("main").inner_text()
    officer.writes("Name of this view", "To be given out").page.get_by_label(
        "Everyone who works cases at"
    ).check()
    looks_at_both_widths(officer, "workbench-01-keep")
    officer.presses("Keep it")
    expect(officer.page.get_by_role("link", name="To be given out")).to_have_attribute("aria-current", "page")
    looks_at_both_widths(officer, "workbench-02-kept")


def begins_with_it(colleague):
    colleague.goes_to("/queue/").follows("Change views")
    assert "Olu Marsh, for" in colleague.reads()
    colleague.presses("Begin with it To be given out")
    looks_at_both_widths(colleague, "workbench-03-views")
    colleague.goes_to("/queue/")
    assert "handler=nobody" in colleague.page.url
    colleague.goes_to("/queue/views/").presses("Do not begin with it To be given out")


def searches(officer, words):
    officer.goes_to("/queue/").page.locator("#id_q").fill(words)
    officer.page.get_by_role("search", name="Find cases").get_by_role("button").click()
    officer.page.wait_for_url("**/queue/?look=*")
    return officer


def finds_by_words(officer, reference):
    searches(officer, "wheelchair ramp")
    expect(officer.page.get_by_role("link", name=reference)).to_be_visible()
    assert officer.page.locator("#id_q").input_value() == "wheelchair ramp"
    assert "wheelchair" not in officer.page.url
    looks_at_both_widths(officer, "workbench-04-words")


def finds_by_name(officer, named, scene):
    """From the box on top of any page."""
    officer.goes_to(f"/cases/{scene['routine'][0]}/")
    officer.page.locator("#search-field").fill("zoe oakfield")
    officer.page.locator("#search-field").press("Enter")
    officer.page.wait_for_url("**/queue/?look=*")
    expect(officer.page.get_by_role("rowheader").get_by_role("link")).to_have_text([named])
    assert "oakfield" not in officer.page.url.lower()
    looks_at_both_widths(officer, "workbench-05-name")


def takes_the_list(officer, named, tmp_path):
    officer.follows("Take this list away")
    assert "1 case" in officer.reads()
    looks_at_both_widths(officer, "workbench-06-take")
    with officer.page.expect_download() as downloading:
        officer.page.get_by_role("button", name="Take this list away").click()
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as rows:
        assert [row["Reference"] for row in csv.DictReader(rows)] == [named]


def meets(officer, colleague, reference):
    """The colleague opens the case later; the officer's page says so by itself."""
    officer.page.clock.install()
    officer.opens(reference)
    colleague.opens(reference)
    expect(colleague.page.get_by_role("status").filter(has_text="Olu Marsh")).to_contain_text(
        "has this case open"
    )
    looks_at_both_widths(colleague, "workbench-07-somebody-is-here")
    assert "Penny Hart has this case open" not in officer.reads()
    officer.page.clock.fast_forward(31_000)
    expect(officer.page.get_by_role("status").filter(has_text="Penny Hart")).to_contain_text(
        "has this case open"
    )
    colleague.goes_to("/queue/")
    expect(colleague.page.get_by_role("row", name=reference)).to_contain_text("Olu Marsh has it open now")
    colleague.looks("workbench-08-open-in-the-queue")


def prints(officer, reference):
    """The list begins on the first sheet, and neither it nor the case holds what can only be pressed."""
    for address in (f"/queue/?q={reference}", f"/cases/{reference}/"):
        officer.goes_to(address)
        with pypdfium2.PdfDocument(officer.page.pdf(format="A4")) as printed:
            first = printed[0].get_textpage().get_text_bounded()
        assert reference in first
        for pressed in ("Take this list away", "Assign to me", "What you can do", "Link:"):
            assert pressed not in first


def takes_it_away_and_brings_it_back(officer, colleague):
    officer.goes_to("/queue/views/").presses("Delete To be given out").looks("workbench-09-deleted")
    assert "To be given out" not in colleague.goes_to("/queue/").reads()
    officer.presses("Undo")
    assert "is back" in officer.reads()
    officer.presses("Delete To be given out")
