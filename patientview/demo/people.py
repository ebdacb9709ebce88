"""Invented people: names, addresses that do not exist, and numbers Ofcom keeps for drama."""

FIRST = (
    "Aileen Bashir Carys Derek Eunice Faisal Glenys Hamza Irena Jocelyn Kwame Lorna Mairead Nadia Oluwaseun "
    "Pauline Quentin Rekha Stanley Thelma Usha Vernon Winifred Xenia Yvonne Zbigniew"
).split()
LAST = (
    "Abbotley Birkwith Coldbeck Dunnerley Eskrigg Farthing Garsdale Hethersett Inskip Jessop Kettlewell "
    "Lathom Mossop Netherby Okonjo-Reed Pendlebury Quarmby Rahmani Stainforth Thwaite Umpleby Venn Wharfe"
).split()
STREETS = (
    "Weir Lane",
    "Beck Side",
    "Chapel Row",
    "Quarry Bank",
    "Mill Race",
    "Old Station Road",
    "Tenter Croft",
)
TOWNS = (("Elderbridge", "EV1"), ("Nettlebeck", "EV4"), ("Moorhope", "MT2"), ("Tarnhead", "MT7"))
RELAY, DEAF = "Text relay", "British Sign Language (BSL), please never ring me"
NEEDS = (
    "",
    "",
    "",
    "",
    "",
    "Large print",
    "Easy read, please",
    "Please call after four, I work nights",
    RELAY,
)


def somebody(rng) -> str:
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


def contact(rng, *, reply_by, patient=False, needs="") -> dict:
    """How to reach an invented person who wants a reply by `reply_by`; `patient` if they speak for another."""
    name = somebody(rng)
    given = {"name": name, "needs": needs or rng.choice(NEEDS)}
    if given["needs"] == RELAY and reply_by != "telephone":
        given["needs"] = DEAF
    if patient:
        given["patient_name"] = somebody(rng)
    if reply_by == "email":
        given["email"] = f"{name.lower().replace(' ', '.')}{rng.randrange(10, 99)}@mail.example"
    elif reply_by == "telephone":
        given["telephone"] = f"{rng.choice(('07700 900', '01632 960'))}{rng.randrange(1000):03d}"
    elif reply_by == "post":
        town, district = rng.choice(TOWNS)
        given["address"] = (
            f"{rng.randrange(1, 140)} {rng.choice(STREETS)}, {town}, {district} {rng.randrange(1, 9)}QZ"
        )
    return given
