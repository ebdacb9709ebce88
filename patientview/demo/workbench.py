"""The demo's saved views: two that a team shares, one for the complaints officer alone."""

from organisations.models import Organisation, User
from patientview.demo.staff import OFFICER
from triage.queue.saved.keeping import keep

TRUST = "RZA"
VIEWS = (
    ("Late, nobody has it", "due=late&handler=nobody", True),
    ("Complaints due this week", "due=week&intent=complaint&team=complaints", True),
    ("Mine, nearest first", "handler=me", False),
)


def lay_out() -> None:
    """Kept by the complaints officer of the demo's trust."""
    officer, trust = User.objects.get(email=OFFICER), Organisation.objects.get(ods_code=TRUST)
    for name, query, shared in VIEWS:
        keep(name=name, query=query, organisation=trust if shared else None, by=officer)
