"""Words to begin an acknowledgement or a reply with. The officer changes them as they like.

No word about anybody's health: an acknowledgement may be read by others, and
consent may not be there yet.
"""

from django.conf import settings

from triage.letter import CONSIDERED, DOING, FOUND, NOT_HAPPY
from triage.models import Case, Team

TEAMS = {
    Team.PALS: "Patient advice team (PALS)",
    Team.COMPLAINTS: "Complaints team",
    Team.SERVICE: "The team",
}

ACKNOWLEDGEMENT = """Thank you for telling us what happened. Your {what} has arrived, and we are looking into it.

Your reference is {reference}.

{plan}

You can tell us more at any time, or say how you would like us to look into this. {how}
{advocacy}
{name}
{team}, {organisation}"""

PLAN = "We plan to reply by {day}. If we need longer, we will tell you before then, and tell you why."
LATE = "We should have replied by {day}. We are sorry. We will tell you soon when you can expect our reply."

ONLINE = "Go to {address} and enter your 16-digit return code."
IN_TOUCH = "Please give your reference when you get in touch."

ADVOCACY = """
You can have free help from someone who is not part of the NHS. Ask us for your local complaints advocacy service, or search for "NHS complaints advocacy".
"""

# The parts are those that `triage.letter` asks for before it lets a reply go.
REPLY = f"""Thank you for your {{what}}, {{reference}}. We are sorry for what you have been through.

{CONSIDERED}
[Write here whom you asked and what you read]

{FOUND}
[Write here what you found on each point]

{DOING}
[Write here what is done already, what is planned and by when]

{NOT_HAPPY}
Please tell us, and we will look again. You can also ask the Parliamentary and Health Service Ombudsman to look at your complaint. It is free. Call 0345 015 4033 or go to www.ombudsman.org.uk.

{{name}}
{{team}}, {{organisation}}"""

REPLY_TO_A_CONCERN = """Thank you for telling us what happened, {reference}.

What we found, and what we have done
[Write here what you found and what is done or planned]

If this is not what you hoped for, please tell us. You can make a complaint at any time.

{name}
{team}, {organisation}"""


def acknowledgement(case: Case, officer, today) -> str:
    """The words an acknowledgement begins with: never a promise whose day has passed."""
    due_on = max(case.respond_by, case.agreed_on or case.respond_by)
    plan = (PLAN if today <= due_on else LATE).format(day=f"{due_on.day} {due_on:%B %Y}")
    advocacy = ADVOCACY if case.intent == "complaint" else ""
    return ACKNOWLEDGEMENT.format(**_facts(case, officer), plan=plan, advocacy=advocacy)


def reply(case: Case, officer) -> str:
    """The parts of a reply, with gaps to be filled."""
    return (REPLY if case.team == Team.COMPLAINTS else REPLY_TO_A_CONCERN).format(**_facts(case, officer))


def _facts(case, officer):
    # Those who wrote on paper or spoke to staff were never given a code.
    how = ONLINE if case.feedback.return_code_hash else IN_TOUCH
    return {
        "how": how.format(address=f"{settings.PUBLIC_URL}/track/"),
        "what": case.intent if case.intent in ("complaint", "concern") else "feedback",
        "reference": case.reference,
        "name": officer,
        "team": TEAMS[Team(case.team)],
        "organisation": case.organisation.name,
    }
