"""The investigation gathered for its page. A fixed number of queries, however much was found."""

from triage import clock
from triage.models import Case, Flag

# Whom a "yes" should be told to next, by the word of the rules, and what the law says of it.
NEXT = {
    Flag.Kind.CANDOUR: (
        "patient_safety",
        "Tell the person in person, say sorry, and follow it up in writing. The rule: regulation 20 of the "
        "Health and Social Care Act 2008 (Regulated Activities) Regulations 2014.",
    ),
    Flag.Kind.SAFETY: (
        "patient_safety",
        "Record the event in LFPSE, Learn from Patient Safety Events. The complaint itself does not go there.",
    ),
    Flag.Kind.SAFEGUARDING: (
        "safeguarding",
        "The safeguarding lead decides with the council. The rule: section 42 of the Care Act 2014, "
        "or section 47 of the Children Act 1989.",
    ),
    Flag.Kind.CLAIM: (
        "claims",
        "A claim does not stop a complaint, unless answering would harm the claim. Ask the claims team.",
    ),
}


def inquiry(case: Case, today) -> dict:
    """{investigators, released, statements, chronology, decisions}, ready to be shown."""
    investigators = list(case.investigators.select_related("user", "named_by"))
    statements = case.statements.select_related(
        "service", "asked_by", "evidence", "received_by", "withdrawn_by"
    )
    return {
        "investigators": sorted(
            (one for one in investigators if not one.released_at), key=lambda one: not one.lead
        ),
        "released": [one for one in investigators if one.released_at],
        "statements": [_statement(one, today) for one in statements.prefetch_related("chasers__by")],
        "chronology": chronology(case),
        "decisions": decisions(case),
    }  # fmt: skip


def chronology(case: Case) -> list[dict]:
    """Entries in the order things happened: {entry, when, source, struck}. Corrected ones are struck through."""
    rows = case.chronology.in_order().select_related(
        "evidence", "statement__service", "written_by", "corrected_by"
    )
    return [
        {
            "entry": one,
            "when": when_words(one),
            "source": source_words(one),
            "struck": hasattr(one, "corrected_by"),
        }
        for one in rows
    ]


def when_words(entry) -> str:
    """ "Thu 2 Apr 2026, about 14:30", "about Thu 2 Apr 2026"."""
    day = clock.in_words(entry.on)
    if entry.at_time is None:
        return f"about {day}" if entry.about else day
    return f"{day}, {'about ' if entry.about else ''}{entry.at_time:%H:%M}"


def source_words(entry) -> str:
    """Where we know it from: the complaint, the title of a file, who made a statement."""
    if entry.evidence:
        return f"File: {entry.evidence.title}"
    if entry.statement:
        return f"Statement: {entry.statement.asked_of}"
    return entry.get_source_display().capitalize()


def decisions(case: Case) -> list[dict]:
    """The four things to decide: {kind, name, now, before, body, law}; `now` is None while nobody has looked."""
    rows = list(case.flags.select_related("decided_by"))
    return [
        {
            "kind": kind,
            "name": Flag.Kind(kind).label,
            "now": mine[-1] if (mine := [one for one in rows if one.kind == kind]) else None,
            "before": mine[-2::-1],
            "body": NEXT[kind][0],
            "law": NEXT[kind][1],
        }
        for kind in Flag.Kind.values
    ]


def _statement(one, today):
    """{statement, days, chasers}; `days` left are None once it came or was withdrawn."""
    days = clock.days_left(one.due_on, today) if one.is_waiting else None
    return {"statement": one, "days": days, "chasers": list(one.chasers.all())}
