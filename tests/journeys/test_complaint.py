"""The main job: a complaint, from a phone without scripts to the reply and to the regulator."""

import io
import zipfile

from insights.exports import verify
from tests.factories import a_letter

HAPPENED = (
    "I was left in a wet bed for nine hours on the ward. I rang the bell and nobody came until the morning."
)
ANSWER = "We are sorry. You should never have waited. Two more staff now work nights on Rowan Ward."


def test_a_complaint_goes_from_a_phone_to_a_reply_and_to_the_regulator(patient, staff, scene, tmp_path):
    reference, code = a_patient_complains(patient, scene["ward"])
    an_officer_answers(staff("officer"), staff("chief"), reference)
    the_patient_reads_the_reply(patient, code)
    the_regulator_takes_it_away(staff("regulator"), scene["trust"], reference, tmp_path)


def a_patient_complains(patient, ward):
    patient.scans_the_code_of(ward).looks("complaint-01-experience")
    patient.tells(HAPPENED, rating="Very poor").looks("complaint-02-what-you-would-like")
    patient.would_like("Make a complaint").looks("complaint-03-about-complaints")
    patient.presses("Continue").looks("complaint-04-reply")
    patient.asks_for_the_reply_here().looks("complaint-05-check")
    assert HAPPENED in patient.reads()

    patient.presses("Send").looks("complaint-06-done")

    assert patient.heading() == "We have your complaint"
    return patient.keeps_the_code()


def an_officer_answers(officer, chief, reference):
    officer.sees_in_the_queue(reference).looks("complaint-07-queue")
    officer.follows(reference).looks("complaint-08-case")
    assert HAPPENED in officer.reads()
    assert "Care Quality Commission" in officer.reads()

    officer.presses("Take this case")
    assert f"{officer.name} has it" in officer.reads()
    officer.follows("Say that it arrived").looks("complaint-09-acknowledge")
    officer.presses("Send this").looks("complaint-10-acknowledged")
    officer.finds(reference).looks("complaint-10b-found")
    officer.writes_the_final_reply(reference, ANSWER).looks("complaint-11-reply")
    officer.presses("Save and put forward")
    assert "regulation 14(2)" in officer.reads()
    officer.writes("Your letter", a_letter(ANSWER)).presses("Save and put forward")
    chief.signs(reference)
    officer.sends_it(reference)
    officer.opens(reference).follows("Close this case").looks("complaint-12-close")
    officer.chooses("How did it end?", "Upheld, as the findings on the issues say").presses(
        "Close this case"
    ).looks("complaint-13-closed")
    assert "upheld" in officer.reads()


def the_patient_reads_the_reply(patient, code):
    patient.goes_to("/track/").looks("complaint-14-track")
    patient.writes("Return code", code).presses("Continue").looks("complaint-15-reply-read")
    told = patient.reads()
    assert ANSWER in told
    assert "We told you that we have this" in told
    assert "Care Quality Commission" in told
    assert "Ombudsman" in told


def the_regulator_takes_it_away(regulator, trust, reference, tmp_path):
    regulator.goes_to("/told/").looks("complaint-16-told")
    regulator.follows(reference).looks("complaint-17-told-one")
    assert HAPPENED in regulator.reads()

    regulator.follows("Make an export about this provider").looks("complaint-18-export")
    since, until = (regulator.page.get_by_role("group", name=f"Received {end}") for end in ("from", "to"))
    today = regulator.page.evaluate(
        "new Date().toLocaleDateString('en-GB', {timeZone: 'Europe/London'})"
    ).split("/")
    for dates in (since, until):
        for part, value in zip(("Day", "Month", "Year"), today, strict=True):
            dates.get_by_label(part).fill(value)
    with regulator.page.expect_download() as downloading:
        regulator.presses("Make the export")
    exported = downloading.value.path().read_bytes()

    with zipfile.ZipFile(io.BytesIO(exported)) as package:
        package.extractall(tmp_path)
    everything = "".join(file.read_text("utf-8-sig") for file in tmp_path.iterdir())
    assert verify.problems(tmp_path) == []
    assert reference in everything
    assert "wet bed" not in everything
    assert "Two more staff" not in everything
