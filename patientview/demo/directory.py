"""The demo's directory: invented bodies with codes of the right shape, and the national bodies as they are."""

import datetime as dt

from organisations.models import Kind, Organisation, Service

LONG_AGO = dt.date(2013, 4, 1)

# Code, name, kind, code of the one above, town, telephone (Ofcom's numbers for drama, which ring nowhere).
ORGANISATIONS = (
    ("QZ1", "Elder Vale and Fells Integrated Care Board", Kind.ICB, "", "Elderbridge", "01632 960100"),
    ("QZ2", "Moorside and Tarn Integrated Care Board", Kind.ICB, "", "Moorhope", "01632 960200"),
    ("RZA", "Elder Vale Hospitals NHS Trust", Kind.ACUTE, "QZ1", "Elderbridge", "01632 960110"),
    ("RZA01", "Elder Vale Infirmary", Kind.SITE, "RZA", "Elderbridge", "01632 960111"),
    ("RZA02", "Nettlebeck Hospital", Kind.SITE, "RZA", "Nettlebeck", "01632 960112"),
    ("RZB", "Vale and Moor Ambulance NHS Trust", Kind.AMBULANCE, "QZ1", "Elderbridge", "01632 960120"),
    ("RZC", "Elder Vale Community Health NHS Trust", Kind.COMMUNITY, "QZ1", "Elderbridge", "01632 960130"),
    ("RZC01", "Beck Lane Health Centre", Kind.SITE, "RZC", "Nettlebeck", "01632 960131"),
    ("RZM", "Moorside and Tarn Mental Health NHS Trust", Kind.MENTAL_HEALTH, "QZ2", "Moorhope", "01632 960210"),
    ("RZM01", "Tarn House", Kind.SITE, "RZM", "Moorhope", "01632 960211"),
    ("RZM02", "The Old Mill Clinic", Kind.SITE, "RZM", "Tarnhead", "01632 960212"),
    ("NZ901", "Larkspur House Hospital", Kind.INDEPENDENT, "QZ2", "Moorhope", "01632 960220"),
    ("VZZ1Q", "Hollin Bank Care Home", Kind.CARE_HOME, "QZ1", "Nettlebeck", "01632 960140"),
    ("Z99001", "Millbrook Surgery", Kind.GP, "QZ1", "Elderbridge", "01632 960150"),
    ("Z99002", "Fellside Practice", Kind.GP, "QZ1", "Nettlebeck", "01632 960151"),
    ("Z99003", "Tarn Road Surgery", Kind.GP, "QZ2", "Tarnhead", "01632 960250"),
    ("Z99004", "Chapel Lane Surgery", Kind.GP, "QZ1", "Elderbridge", ""),
    ("V99001", "Moorhope Dental Practice", Kind.DENTAL, "QZ2", "Moorhope", "01632 960251"),
    ("V99002", "Bridge Street Dental Care of Elderbridge", Kind.DENTAL, "QZ1", "Elderbridge", "01632 960152"),
    ("FZZ91", "Weir Lane Pharmacy", Kind.PHARMACY, "QZ1", "Elderbridge", "01632 960153"),
    ("TZ901", "Tarnhead Eye Care", Kind.OPTICIAN, "QZ2", "Tarnhead", "01632 960252"),
)  # fmt: skip
CLOSED = {"Z99004": "Z99001"}
CLOSED_ON = dt.date(2024, 3, 31)

# National bodies under the words by which rules name them. Codes are the demo's own.
NATIONAL = (
    ("ZCQC", "Care Quality Commission", "cqc", dt.date(2009, 4, 1)),
    ("ZHWE", "Healthwatch England", "healthwatch", dt.date(2012, 10, 1)),
    ("ZPHSO", "Parliamentary and Health Service Ombudsman", "phso", dt.date(1993, 2, 5)),
    ("ZHSSIB", "Health Services Safety Investigations Body", "hssib", dt.date(2023, 10, 1)),
)
BEFORE_HSSIB = ("ZHSIB", "Healthcare Safety Investigation Branch", dt.date(2017, 4, 1), dt.date(2023, 9, 30))

# Code of the body, name, slug, kind of service (the `where` of stories), FFT setting.
SERVICES = (
    ("RZA01", "Bramble Ward", "bramble-ward", "elderly", "Inpatient"),
    ("RZA01", "Rowan Ward", "rowan-ward", "ward", "Inpatient"),
    ("RZA01", "Hazel Ward", "hazel-ward", "ward", "Inpatient"),
    ("RZA01", "Heather Ward", "heather-ward", "surgery", "Inpatient"),
    ("RZA01", "Foxglove Maternity Ward", "foxglove-ward", "maternity", "Maternity"),
    ("RZA01", "Wren Children's Ward", "wren-ward", "children", "Inpatient"),
    ("RZA01", "Emergency Department", "emergency-department", "ae", "A&E"),
    ("RZA01", "Eye Clinic", "eye-clinic", "outpatients", "Outpatients"),
    ("RZA01", "Fracture Clinic", "fracture-clinic", "outpatients", "Outpatients"),
    ("RZA01", "X-ray and Scans", "x-ray-and-scans", "scan", "Outpatients"),
    ("RZA01", "Cancer Day Unit", "cancer-day-unit", "outpatients", "Outpatients"),
    ("RZA02", "Minor Injuries Unit", "minor-injuries-unit", "ae", "A&E"),
    ("RZA02", "Larch Ward", "larch-ward", "elderly", "Inpatient"),
    ("RZA02", "Day Surgery Unit", "day-surgery-unit", "surgery", "Inpatient"),
    ("RZA02", "Skin Clinic", "skin-clinic", "outpatients", "Outpatients"),
    ("RZA02", "Heart Clinic", "heart-clinic", "outpatients", "Outpatients"),
    ("RZB", "Emergency ambulances", "emergency-ambulances", "ambulance", "Ambulance and patient transport"),
    ("RZB", "Patient transport", "patient-transport", "transport", "Ambulance and patient transport"),
    ("RZC01", "District Nurses", "district-nurses", "district", "Community"),
    ("RZC01", "Physiotherapy", "physiotherapy", "physio", "Community"),
    ("RZC01", "Foot Clinic", "foot-clinic", "podiatry", "Community"),
    ("RZC", "Health Visitors", "health-visitors", "health_visiting", "Community"),
    ("RZC", "Night Nursing", "night-nursing", "district", "Community"),
    ("RZM01", "Lapwing Ward", "lapwing-ward", "mh_ward", "Mental health"),
    ("RZM01", "Curlew Ward", "curlew-ward", "mh_ward", "Mental health"),
    ("RZM01", "Crisis Team", "crisis-team", "crisis", "Mental health"),
    ("RZM02", "Talking Therapies", "talking-therapies", "mh_community", "Mental health"),
    ("RZM02", "Memory Clinic", "memory-clinic", "memory", "Mental health"),
    ("RZM02", "Young People's Team", "young-peoples-team", "mh_children", "Mental health"),
    ("NZ901", "Joint Unit", "larkspur-joint-unit", "private", "Inpatient"),
    ("NZ901", "Larkspur Outpatients", "larkspur-outpatients", "private", "Outpatients"),
    ("VZZ1Q", "Garden Wing", "hollin-garden-wing", "home", ""),
    ("VZZ1Q", "Mill Wing", "hollin-mill-wing", "home", ""),
    ("Z99001", "Millbrook Surgery", "millbrook-surgery", "gp", "GP"),
    ("Z99002", "Fellside Practice", "fellside-practice", "gp", "GP"),
    ("Z99003", "Tarn Road Surgery", "tarn-road-surgery", "gp", "GP"),
    ("Z99004", "Chapel Lane Surgery", "chapel-lane-surgery", "closed", "GP"),
    ("V99001", "Moorhope Dental Practice", "moorhope-dental", "dental", "Dental"),
    ("V99002", "Bridge Street Dental Care", "bridge-street-dental", "dental", "Dental"),
    ("FZZ91", "Weir Lane Pharmacy", "weir-lane-pharmacy", "pharmacy", ""),
    ("TZ901", "Tarnhead Eye Care", "tarnhead-eye-care", "optician", ""),
)


def lay_out() -> dict[str, list[Service]]:
    """Store bodies and services. Returns the open services by the kind of place that stories speak of."""
    bodies = {}
    for code, name, kind, above, town, telephone in ORGANISATIONS:
        bodies[code] = Organisation.objects.create(
            ods_code=code, name=name, kind=kind, parent=bodies.get(above), town=town, telephone=telephone,
            opened_on=LONG_AGO,
        )  # fmt: skip
    for code, successor in CLOSED.items():
        bodies[code].closed_on, bodies[code].successor = CLOSED_ON, bodies[successor]
        bodies[code].save()
    _lay_out_national()
    places = {}
    for code, name, slug, place, fft_setting in SERVICES:
        closed_on = CLOSED_ON if code in CLOSED else None
        service = Service.objects.create(
            organisation=bodies[code], name=name, slug=slug, fft_setting=fft_setting, opened_on=LONG_AGO,
            closed_on=closed_on,
        )  # fmt: skip
        if not closed_on:
            places.setdefault(place, []).append(service)
    return places


def _lay_out_national():
    national = {
        body: Organisation.objects.create(
            ods_code=code, name=name, kind=Kind.NATIONAL, body=body, opened_on=opened_on
        )
        for code, name, body, opened_on in NATIONAL
    }
    code, name, opened_on, closed_on = BEFORE_HSSIB
    Organisation.objects.create(
        ods_code=code, name=name, kind=Kind.NATIONAL, body="hssib", opened_on=opened_on, closed_on=closed_on,
        successor=national["hssib"],
    )  # fmt: skip
