"""The little world the journeys happen in, laid in the running service's own database.

Run in the service's shell (`Service.ask`), never in the process of the tests.
"""

from organisations.models import Role
from tests.factories import (
    IcbFactory,
    NationalBodyFactory,
    OrganisationFactory,
    PracticeFactory,
    ServiceFactory,
    UserFactory,
    a_case,
    a_member,
    days_ago,
    received,
)

PASSWORD = "correct horse battery staple"  # the factories give it to everyone
ROUTINE = (
    "The clinic letter came three weeks after the appointment it was about.",
    "Nobody at the desk could tell me which floor the clinic is on.",
    "My appointment was moved twice and I was told only once.",
)

NAMED = "My father waited at the pharmacy counter for two hours."

LARCH = (
    "The nurses were very kind and helpful.",
    "The wait was far too long and nobody said why.",
    "Staff were friendly and caring.",
)


def lay() -> dict:
    """An ICB, a trust with two wards, a practice, the national bodies, and who works there -> their addresses."""
    cqc = NationalBodyFactory()
    healthwatch = NationalBodyFactory(name="Healthwatch England", body="healthwatch")
    icb = IcbFactory(name="Vale and Moor Integrated Care Board")
    trust = OrganisationFactory(name="Elder Vale Hospitals NHS Trust", parent=icb, town="Eldervale")
    ward = ServiceFactory(organisation=trust, name="Rowan Ward", slug="rowan-ward")
    clinic = ServiceFactory(organisation=trust, name="Hazel Clinic", slug="hazel-clinic")
    larch = ServiceFactory(organisation=trust, name="Larch Ward", slug="larch-ward")
    practice = PracticeFactory(name="Millbrook Surgery", parent=icb, town="Millbrook")
    surgery = ServiceFactory(organisation=practice, name="Millbrook Surgery", slug="millbrook-surgery")
    closed = PracticeFactory(
        name="Chapel Lane Surgery",
        parent=icb,
        town="Millbrook",
        closed_on=days_ago(200),
        successor=practice,
    )
    ServiceFactory(organisation=closed, name=closed.name, slug="chapel-lane-surgery", closed_on=days_ago(200))
    staff = {
        "icb_lead": a_member(icb, Role.ICB_LEAD, user=_person("Ife Barrow", "icb")),
        "practice": a_member(practice, Role.COMPLAINTS_OFFICER, user=_person("Pat Willow", "surgery")),
        "officer": a_member(trust, Role.COMPLAINTS_OFFICER, user=_person("Olu Marsh", "complaints")),
        "chief": a_member(trust, Role.RESPONSIBLE_PERSON, user=_person("Amara Linden", "chief")),
        "manager": a_member(trust, Role.SERVICE_MANAGER, user=_person("Site Marlow", "site")),
        "colleague": a_member(trust, Role.PALS_OFFICER, user=_person("Penny Hart", "pals")),
        "ward_manager": a_member(
            trust, Role.SERVICE_MANAGER, service=larch, user=_person("Mina Sedge", "larch")
        ),
        "regulator": a_member(cqc, Role.REGULATOR, user=_person("Ines Cole", "cqc")),
        "analyst": a_member(healthwatch, Role.REGULATOR, user=_person("Ana Wood", "healthwatch")),
    }
    for ago, words in enumerate(LARCH * 3):
        received(words, service=larch, received_on=days_ago(ago * 2))
    return {
        "ward": ward.slug,
        "clinic": clinic.slug,
        "surgery": surgery.slug,
        "trust": trust.ods_code,
        "staff": {role: {"email": user.email, "name": user.name} for role, user in staff.items()},
        "named": a_case(NAMED, service=ward, contact={"name": "Zoë Oakfield"}).reference,
        "routine": [a_case(words, service=clinic).reference for words in ROUTINE],
    }


def _person(name, desk):
    return UserFactory(name=name, email=f"{desk}@patientview.example")
