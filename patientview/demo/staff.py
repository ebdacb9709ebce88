"""The demo's staff: a login for each role, and enough colleagues that a queue has many hands in it."""

import datetime as dt

from django.contrib.auth.hashers import make_password

from organisations.models import Kind, Membership, Organisation, Role, Service, User

PASSWORD = "demo-password-2026"  # noqa: S105 known to all: load_demo keeps it off real servers
OFFICER = "complaints@patientview.example"
SINCE = dt.date(2020, 4, 1)

# The logins that are printed: what they show, e-mail, name, role, code of the body, slug of the own ward.
LOGINS = (
    ("PALS officer", "pals@patientview.example", "Leila Marsh", Role.PALS_OFFICER, "RZA", ""),
    ("Complaints officer", OFFICER, "Grace Holloway", Role.COMPLAINTS_OFFICER, "RZA", ""),
    ("Responsible person", "chief@patientview.example", "Amara Linden", Role.RESPONSIBLE_PERSON, "RZA", ""),
    ("Service manager", "ward@patientview.example", "Mo Farrow", Role.SERVICE_MANAGER, "RZA01", "bramble-ward"),
    ("ICB lead", "icb@patientview.example", "Ngozi Adair", Role.ICB_LEAD, "QZ1", ""),
    ("Regulator, CQC", "cqc@patientview.example", "Helen Stroud", Role.REGULATOR, "ZCQC", ""),
    ("Regulator, Healthwatch", "healthwatch@patientview.example", "Sam Ibbotson", Role.REGULATOR, "ZHWE", ""),
    ("Administrator", "admin@patientview.example", "Ruth Penhale", Role.ADMINISTRATOR, "RZA", ""),
)  # fmt: skip
COLLEAGUES = (
    ("Owen Tallis", Role.COMPLAINTS_OFFICER, "RZA"), ("Priya Raman", Role.COMPLAINTS_OFFICER, "RZA"),
    ("Tom Sedge", Role.PALS_OFFICER, "RZA"), ("Agnes Mbeki-Hall", Role.SERVICE_MANAGER, "RZA"),
    ("Dilys Pugh", Role.COMPLAINTS_OFFICER, "RZM"), ("Marek Zielony", Role.PALS_OFFICER, "RZM"),
    ("Joan Lindley", Role.SERVICE_MANAGER, "RZM"),
    ("Carl Whin", Role.COMPLAINTS_OFFICER, "RZB"), ("Bernie Lowe", Role.PALS_OFFICER, "RZB"),
    ("Esther Quaye", Role.COMPLAINTS_OFFICER, "RZC"), ("Paul Garth", Role.PALS_OFFICER, "RZC"),
    ("Fiona Larch", Role.COMPLAINTS_OFFICER, "NZ901"), ("Rosa Medlar", Role.COMPLAINTS_OFFICER, "VZZ1Q"),
    ("Hugh Beckett", Role.SERVICE_MANAGER, "Z99001"), ("Tess Ombler", Role.SERVICE_MANAGER, "Z99002"),
    ("Ali Wharton", Role.SERVICE_MANAGER, "Z99003"), ("Kit Sorrel", Role.SERVICE_MANAGER, "V99001"),
    ("Maud Tansy", Role.SERVICE_MANAGER, "V99002"), ("Jaya Patel-Moss", Role.SERVICE_MANAGER, "FZZ91"),
    ("Ivor Speck", Role.SERVICE_MANAGER, "TZ901"), ("Colin Ashby", Role.COMPLAINTS_OFFICER, "QZ1"),
    ("Wendy Fell", Role.ICB_LEAD, "QZ2"),
    # Who signs the answers to complaints: in a practice a partner, in a home or a shop its owner (regulation 4).
    *((name, Role.RESPONSIBLE_PERSON, code) for name, code in (
        ("Idris Vane", "RZB"), ("Pauline Croft", "RZC"), ("Stella Arkwright", "RZM"), ("Noel Barden", "NZ901"),
        ("Vera Thistle", "VZZ1Q"), ("Dr Anya Rook", "Z99001"), ("Dr Liam Stead", "Z99002"), ("Dr May Holt", "Z99003"),
        ("Otto Brill", "V99001"), ("Celia Wynn", "V99002"), ("Raj Senna", "FZZ91"), ("Lottie Glass", "TZ901"),
        ("Malcolm Dray", "QZ1"), ("Sabine Orr", "QZ2"),
    )),
)  # fmt: skip
# Which roles answer for which team, the likeliest first.
ANSWERS = {
    "complaints": (Role.COMPLAINTS_OFFICER, Role.SERVICE_MANAGER, Role.ICB_LEAD),
    "pals": (Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.ICB_LEAD),
    "service": (Role.SERVICE_MANAGER, Role.COMPLAINTS_OFFICER, Role.ICB_LEAD),
}
HAS_PALS = (Kind.ACUTE, Kind.MENTAL_HEALTH, Kind.AMBULANCE, Kind.COMMUNITY)


def is_here() -> bool:
    """Whether the demo is loaded: all of it, since it is stored in one transaction. One query."""
    return User.objects.filter(email=OFFICER).exists()


def take_on() -> dict[tuple[str, str], list[User]]:
    """Store staff and memberships. Returns the people by (code of the body, role)."""
    # One hash for all: a password is slow to hash by design, and this one is printed anyway.
    password = make_password(PASSWORD)
    rows = [(email, name, role, code, ward) for _, email, name, role, code, ward in LOGINS]
    rows += [(_email(name), name, role, code, "") for name, role, code in COLLEAGUES]
    people = {}
    for email, name, role, code, ward in rows:
        user = User.objects.create(email=email, name=name, password=password)
        organisation = Organisation.objects.get(ods_code=code)
        service = Service.objects.get(slug=ward) if ward else None
        Membership.objects.create(
            user=user, organisation=organisation, role=role, service=service, valid_from=SINCE
        )
        if not service:
            people.setdefault((code, role), []).append(user)
    return people


def who_answers(people, organisation, team) -> list[User]:
    """The staff one of whom would work for `team`: the body's own, else those of the ICB above it."""
    while organisation:
        for role in ANSWERS[team]:
            if found := people.get((organisation.ods_code, role)):
                return found
        organisation = organisation.parent
    raise LookupError(f"Nobody in the demo answers for {team}.")


def _email(name):
    return f"{name.lower().replace(' ', '.')}@patientview.example"
