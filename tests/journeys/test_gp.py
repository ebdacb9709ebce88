"""Scenario E: a complaint about a GP practice that has closed. One of two doors, and never a trust's PALS."""

HAPPENED = "The desk told me three times that my test was lost, and then that it was never taken."


def test_a_complaint_about_a_closed_practice_reaches_the_icb_and_nobody_else(patient, staff):
    the_practice_is_found_by_name_and_leads_to_its_successor(patient)
    reference = one_door_is_chosen(patient)

    lead = staff("icb_lead").sees_in_the_queue(reference).opens(reference).looks("gp-06-icb")
    assert "The complaints team at Vale and Moor Integrated Care Board answers" in lead.reads()
    assert HAPPENED in lead.reads()
    assert "PALS" not in lead.reads()
    practice = staff("practice").goes_to("/queue/")
    assert reference not in practice.reads()


def the_practice_is_found_by_name_and_leads_to_its_successor(patient):
    patient.goes_to("/give-feedback/")
    patient.page.get_by_role("searchbox").or_(patient.page.get_by_role("textbox")).first.fill("chapel lane")
    patient.presses("Search").looks("gp-01-found")
    assert "Chapel Lane Surgery has closed" in patient.reads()
    patient.follows("Millbrook Surgery").looks("gp-02-form")
    # a poster that still hangs there leads to the same place
    patient.goes_to("/give-feedback/chapel-lane-surgery/").looks("gp-03-closed")
    assert "Millbrook Surgery took over from it" in patient.reads()
    patient.presses("Give feedback to Millbrook Surgery")


def one_door_is_chosen(patient):
    read = []
    patient.tells(HAPPENED).would_like("Make a complaint").looks("gp-04-two-doors")
    read.append(patient.reads())
    assert "You can choose either one, but not both." in patient.reads()
    patient.presses("Continue")
    assert "Select who should look into your complaint" in patient.reads()
    patient.chooses("Who should look into your complaint?", "Vale and Moor Integrated Care Board")
    patient.presses("Continue").asks_for_the_reply_here()
    read.append(patient.reads())
    patient.presses("Send").looks("gp-05-done")
    read.append(patient.reads())
    assert "Vale and Moor Integrated Care Board looks into it" in patient.reads()
    assert not any("PALS" in page for page in read)
    return patient.keeps_the_code()[0]
