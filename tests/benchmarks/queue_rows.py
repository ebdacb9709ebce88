"""Rows for `queue`: a year of feedback and cases in an empty PostgreSQL database, written by the database itself.

Nothing here goes through the actions: a million rows would take a day. So the chains of history are not whole
(`verify_history` would say so), and everything else is as the actions leave it. Every word is invented.
"""

import datetime as dt

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection
from django.utils import timezone

from feedback.encryption import encrypt
from feedback.search.names import token
from organisations.models import Kind, Organisation, Role, Service, User
from tests.factories import IcbFactory, OrganisationFactory, ServiceFactory, UserFactory, a_member
from triage import clock

DAYS = 400  # from the oldest to the newest feedback
# One trust in three parts of ten, and so on: the first is where the figures of one trust are taken.
TRUSTS = (8, 5, 3, 2, 1, 1)
WARDS, STAFF = 20, 40  # of each trust; of the first trust (the others have fewer)
ALPHABET = "3467ACDEFGHJKMNPQRTWXY"  # of references

STARTS = (
    "The nurse on the desk", "My appointment", "The physio", "The ambulance crew", "The new clinic", "Reception",
    "The porter", "The consultant", "A student midwife", "The pharmacy", "The discharge letter", "The night staff",
    "My mother's doctor", "The hearing clinic", "The scan", "The eye clinic", "The phone line", "The car park",
)  # fmt: skip
MIDDLES = (
    "was kind and told me what would happen", "was moved twice and nobody rang", "could not find my notes",
    "listened to my mother and took her time", "kept us waiting most of the morning", "was easy to find",
    "had run out of forms", "sent the letter to the old address", "never rang back", "explained every step",
    "was cold and loud", "mixed up two names", "was shut without notice", "found the mistake and said sorry",
)  # fmt: skip
ENDS = (
    "and I would say so to anyone", "which made the day longer than it had to be", "and the tea was cold",
    "so we went home happy", "and the lift was broken again", "but it came right in the end",
    "and I still do not know why", "so my father went without his tablets", "and nobody said sorry",
    "which is all I had hoped for", "and the bus had gone by then", "so I wrote it all down",
)  # fmt: skip
FIRST_HALVES = (
    "ash", "beck", "birch", "black", "brook", "clay", "cold", "copper", "dale", "elm", "fern", "flint", "ford", "green",
    "hazel", "heath", "holm", "kirk", "lang", "lark", "lin", "marsh", "mill", "moor", "oak", "pen", "rush", "sand",
    "stone", "thorn", "west", "wind",
)  # fmt: skip
SECOND_HALVES = (
    "acre", "bank", "bourne", "bridge", "burn", "by", "combe", "croft", "dale", "dean", "den", "field", "ford", "gate",
    "ham", "hurst", "land", "ley", "low", "mere", "more", "over", "rick", "side", "stead", "stow", "ton", "wall", "well",
    "wick", "wood", "worth",
)  # fmt: skip
# A thousand names, of which each is that of a thousandth of all.
SURNAMES = [f"{one}{two}" for one in FIRST_HALVES for two in SECOND_HALVES]


def fill(cases: int, feedback: int) -> tuple[User, User]:
    """Fill the database. Returns (an officer of the largest trust, the lead of all)."""
    icb = IcbFactory(name="Vale and Moor Integrated Care Board", ods_code="QZ9")
    trusts = [
        OrganisationFactory(name=f"Elder Vale Hospital Trust {number}", ods_code=f"RZ{number}", parent=icb)
        for number in range(len(TRUSTS))
    ]
    _a_practice_beside(icb)
    staff = [_staffed(trust, STAFF if first else 8) for first, trust in _first(trusts)]
    lead = a_member(icb, Role.ICB_LEAD)
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        cursor.execute("SET work_mem = '256MB'")
        _helpers(cursor, trusts, staff)
        for statement in STATEMENTS:
            cursor.execute(statement % _given(cases, feedback))
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
        cursor.execute("DROP TABLE b_place, b_day, b_staff, b_words, b_name")
        cursor.execute("VACUUM ANALYZE")
    return staff[0][0], lead


def _first(rows):
    return [(place == 0, row) for place, row in enumerate(rows)]


def _a_practice_beside(icb):
    Organisation.objects.create(
        ods_code="Y99999", name="Millbrook Surgery", kind=Kind.GP, parent=icb, opened_on=dt.date(2013, 4, 1)
    )


def _staffed(trust, count):
    """Officers, and the one who signs, of a trust: the officers come first."""
    ServiceFactory.create_batch(WARDS, organisation=trust)
    roles = (Role.COMPLAINTS_OFFICER, Role.PALS_OFFICER)
    people = [a_member(trust, roles[number % 2], user=UserFactory()) for number in range(count)]
    return [*people, a_member(trust, Role.RESPONSIBLE_PERSON)]


def _helpers(cursor, trusts, staff):
    """Places to be, days with their clocks, people and words, as tables that the statements pick from."""
    cursor.execute(
        "CREATE OR REPLACE FUNCTION b_pick(n bigint, salt int, size int) RETURNS int LANGUAGE sql IMMUTABLE "
        "AS $$ SELECT ((hashint8extended(n, salt) & 2147483647) % size)::int $$"
    )
    cursor.execute("CREATE TABLE b_place (k int PRIMARY KEY, organisation_id bigint, service_id bigint)")
    services = [
        list(Service.objects.filter(organisation=trust).values_list("pk", flat=True)) for trust in trusts
    ]
    places = [
        (trust.pk, service)
        for trust, share, theirs in zip(trusts, TRUSTS, services, strict=True)
        for _ in range(share)
        for service in theirs
    ]
    cursor.executemany("INSERT INTO b_place VALUES (%s, %s, %s)", [(k, *one) for k, one in enumerate(places)])
    cursor.execute("CREATE TABLE b_staff (organisation_id bigint, k int, of int, user_id bigint)")
    cursor.executemany(
        "INSERT INTO b_staff VALUES (%s, %s, %s, %s)",
        [
            (trust.pk, k, len(people), user.pk)
            for trust, people in zip(trusts, staff, strict=True)
            for k, user in enumerate(people)
        ],
    )
    cursor.execute(
        "CREATE TABLE b_day (on_day date PRIMARY KEY, acknowledge_by date, respond_by date, backstop_on date)"
    )
    today = timezone.localdate()
    days = [clock.start(today - dt.timedelta(days=ago)) for ago in range(DAYS + 1)]
    cursor.executemany(
        "INSERT INTO b_day VALUES (%s, %s, %s, %s)",
        [(one.received_on, one.acknowledge_by, one.respond_by, one.backstop_on) for one in days],
    )
    cursor.execute("CREATE TABLE b_words (starts text[], middles text[], ends text[])")
    cursor.execute("INSERT INTO b_words VALUES (%s, %s, %s)", [list(STARTS), list(MIDDLES), list(ENDS)])
    cursor.execute("CREATE TABLE b_name (k int PRIMARY KEY, token bytea)")
    cursor.executemany(
        "INSERT INTO b_name VALUES (%s, %s)", [(k, token(name)) for k, name in enumerate(SURNAMES)]
    )


def _given(cases, feedback):
    """What the statements need: numbers, and one ciphertext that stands for every name and letter."""
    places = sum(TRUSTS) * WARDS
    base = len(ALPHABET)
    digits = " || ".join(
        f"substr('{ALPHABET}', (((n * 30000000091) % {base**8}) / {base**power} % {base})::int + 1, 1)"
        for power in range(8)
    )
    return {
        "cases": cases, "feedback": feedback, "every": feedback // cases, "places": places, "days": DAYS,
        "reference": f"regexp_replace({digits}, '^(....)(....)$', 'PV-\\1-\\2')",
        "name": encrypt("Ada Field"), "address": encrypt("1 Hill Road\nMillbrook"), "letter": encrypt("We have it."),
        "surnames": len(SURNAMES), "today": f"DATE '{timezone.localdate()}'",
    }  # fmt: skip


# The newest feedback has the highest number, as in life. A case is every so-many-th feedback.
STATEMENTS = (
    # Feedback: n -> its day, its place, what it asks for.
    """
    INSERT INTO feedback_feedback (id, reference, channel, source, external_id, fingerprint, intent, fft_answer,
        fft_mode, about, relationship, consent, reply_wanted, reply_by, already_complained, resolver_choice,
        received_on, received_at, decided_at, organisation_id, service_id)
    SELECT n, %(reference)s, CASE WHEN b_pick(n, 1, 10) < 6 THEN 'import' ELSE 'web' END, 'bench', n::text, '',
        CASE WHEN n %% %(every)s = 0 THEN CASE WHEN b_pick(n, 2, 10) < 6 THEN 'complaint' ELSE 'concern' END
             WHEN b_pick(n, 3, 10) < 6 THEN 'compliment' ELSE 'comment' END,
        CASE WHEN n %% %(every)s = 0 THEN NULL ELSE b_pick(n, 4, 5) + 1 END, '',
        CASE WHEN n %% %(every)s = 0 AND b_pick(n, 5, 10) = 0 THEN 'someone_else' ELSE 'self' END, '',
        CASE WHEN n %% %(every)s = 0 AND b_pick(n, 5, 10) = 0
             THEN CASE WHEN b_pick(n, 6, 2) = 0 THEN 'given' ELSE 'not_yet' END ELSE 'not_needed' END,
        n %% %(every)s = 0, CASE WHEN n %% %(every)s <> 0 THEN '' WHEN b_pick(n, 7, 3) = 0 THEN 'post' ELSE 'code' END,
        false, '', day, day + time '10:00', CASE WHEN n > %(feedback)s - 500 AND n %% %(every)s <> 0 THEN NULL
                                                ELSE day + time '10:01' END,
        organisation_id, service_id
    FROM (SELECT n::bigint AS n, (%(today)s - ((%(feedback)s - n)::bigint * %(days)s / %(feedback)s)::int) AS day
          FROM generate_series(1, %(feedback)s) AS n) AS numbers
    JOIN b_place ON k = b_pick(n, 8, %(places)s)
    """,
    """
    INSERT INTO feedback_comment (id, question, text, read_at, feedback_id)
    SELECT id, 'what_happened',
        starts[b_pick(id, 11, cardinality(starts)) + 1] || ' ' || middles[b_pick(id, 12, cardinality(middles)) + 1] || ' '
        || ends[b_pick(id, 13, cardinality(ends)) + 1] || '. ' || starts[b_pick(id, 14, cardinality(starts)) + 1] || ' '
        || middles[b_pick(id, 15, cardinality(middles)) + 1] || ', ' || ends[b_pick(id, 16, cardinality(ends)) + 1]
        || '. Visit ' || id || '.', received_at, id
    FROM feedback_feedback, b_words
    """,
    "INSERT INTO sentiment_modelversion (id, name, first_used_at) VALUES (1, 'bench', now())",
    """
    INSERT INTO sentiment_classification (id, made_at, sentiment, probabilities, themes, predicted_themes, signals,
        severity, why, uncertainty, danger_waits, language, error, note, comment_id, organisation_id, model_id)
    SELECT id, received_at, b_pick(id, 21, 5) + 1, '{"1": 0.2, "5": 0.8}', '{"waiting": 0.9}', '["waiting"]', '[]',
        b_pick(id, 22, 100) / 100.0, '{}', b_pick(id, 23, 1000) / 1000.0, false, 'en', '', '', id, organisation_id, 1
    FROM feedback_feedback
    """,
    """
    INSERT INTO triage_decision (id, rules_version, made_at, resolver, resolver_body, priority, clock, unread,
        needs_person, told, signposted, rules, note, feedback_id)
    SELECT id, 'bench', decided_at, 'pals', 'provider', 'standard', reply_wanted, false, b_pick(id, 31, 400) = 0, '[]', '[]',
        '[{"id": "F1", "reason": "They want a reply.", "evidence": "house rule"}]', '', id
    FROM feedback_feedback WHERE decided_at IS NOT NULL
    """,
    """
    INSERT INTO feedback_contact (id, name, email, telephone, address, patient_name, needs, feedback_id)
    SELECT id, '%(name)s', '', '', CASE WHEN reply_by = 'post' THEN '%(address)s' ELSE '' END, '', '', id
    FROM feedback_feedback WHERE reply_wanted
    """,
    """
    INSERT INTO feedback_nametoken (id, token, "of", feedback_id)
    SELECT f.id, token, 'contact', f.id FROM feedback_feedback f JOIN b_name ON k = b_pick(f.id, 91, %(surnames)s)
    WHERE reply_wanted
    """,
    # Cases: four in ten are open, far more than any trust would leave. The older, the fewer.
    """
    INSERT INTO triage_case (id, intent, team, status, priority, severity, needs_person, received_on, acknowledge_by,
        agreed_on, respond_by, backstop_on, look_again_on, next_due_on, opened_at, acknowledged_at, replied_at,
        closed_at, outcome, version, feedback_id, handler_id, organisation_id, service_id)
    SELECT id / %(every)s, intent, CASE WHEN intent = 'complaint' THEN 'complaints' ELSE 'pals' END, status,
        CASE WHEN b_pick(id, 41, 100) < 1 THEN 0 WHEN b_pick(id, 41, 100) < 8 THEN 1 ELSE 2 END,
        b_pick(id, 22, 100) / 100.0, b_pick(id, 42, 50) = 0, received_on, acknowledge_by, NULL, respond_by, backstop_on,
        NULL, CASE WHEN status IN ('closed', 'replied') THEN DATE '9999-12-31'
                   WHEN acknowledged THEN respond_by ELSE acknowledge_by END,
        received_at, CASE WHEN acknowledged THEN received_at + interval '2 days' END,
        CASE WHEN status IN ('closed', 'replied') THEN received_at + interval '20 days' END,
        CASE WHEN status = 'closed' THEN received_at + interval '25 days' END,
        CASE WHEN status = 'closed' THEN (ARRAY['upheld','partly','not_upheld','settled'])[b_pick(id, 43, 4) + 1] ELSE '' END,
        4, id, CASE WHEN status <> 'new' THEN user_id END, aged.organisation_id, service_id
    FROM (
        SELECT *, status <> 'new' AND (status <> 'open' OR b_pick(id, 44, 10) > 0) AS acknowledged FROM (
            SELECT f.*, CASE
                WHEN age < 5 AND b_pick(id, 45, 10) < 7 THEN 'new'
                WHEN b_pick(id, 46, 1000) < CASE WHEN age < 28 THEN 950 WHEN age < 60 THEN 800
                                                 WHEN age < 180 THEN 450 ELSE 245 END
                THEN CASE WHEN b_pick(id, 47, 20) = 0 THEN 'new' ELSE 'open' END
                WHEN age < 60 AND b_pick(id, 48, 3) = 0 THEN 'replied' ELSE 'closed' END AS status
            FROM (SELECT *, %(today)s - received_on AS age FROM feedback_feedback WHERE reply_wanted) AS f
        ) AS with_status
    ) AS aged
    JOIN b_day ON on_day = received_on
    JOIN b_staff ON b_staff.organisation_id = aged.organisation_id AND k = b_pick(id, 49, "of")
    """,
    """
    INSERT INTO triage_party (id, part, name, office, relationship, email, telephone, address, needs, shape, language,
        prefers, ruled_out, answered, told_us, added_at, case_id)
    SELECT c.id, 'complainant', '%(name)s', '', '', '', '', CASE WHEN reply_by = 'post' THEN '%(address)s' ELSE '' END, '',
        'standard', '', reply_by, '[]', true, true, opened_at, c.id
    FROM triage_case c JOIN feedback_feedback f ON f.id = feedback_id
    """,
    # History: opened, and what followed from how it stands now.
    """
    INSERT INTO triage_event (id, kind, at, clock, detail, note, public, by_id, case_id, chained, place)
    SELECT row_number() OVER (), kind, c.opened_at + place * interval '3 hours', '', '{}', '', place = 1, CASE WHEN place > 1 THEN handler_id END,
        c.id, md5((c.id * 10 + place)::text), place
    FROM triage_case c, (VALUES (1, 'open'), (2, 'assign'), (3, 'acknowledge'), (4, 'note'), (5, 'reply'), (6, 'close'))
        AS happened (place, kind)
    WHERE place <= CASE status WHEN 'new' THEN 1 WHEN 'open' THEN 4 WHEN 'replied' THEN 5 ELSE 6 END
    """,
    """
    INSERT INTO triage_access (id, what, at, by_id, feedback_id, chained, place)
    SELECT row_number() OVER (), 'case', opened_at + place * interval '1 day', handler_id, feedback_id, md5(id::text), place
    FROM triage_case, generate_series(1, 3) AS place WHERE handler_id IS NOT NULL
    """,
    """
    INSERT INTO triage_head (id, "table", "of", count, last, seal)
    SELECT row_number() OVER (), name, owner, count, '', '' FROM (
        SELECT 'event' AS name, case_id AS owner, count(*) FROM triage_event GROUP BY 2
        UNION ALL SELECT 'access', feedback_id, count(*) FROM triage_access GROUP BY 2) AS chains
    """,
    """
    INSERT INTO triage_letter (id, kind, shape, state, begun_at, begun_by_id, put_forward_at, put_forward_by_id, signed_at,
        signed_by_id, signed_for_id, signed_sha256, sent_at, sent_by_id, case_id)
    SELECT id, 'final', 'standard', CASE WHEN replied_at IS NOT NULL THEN 'sent' WHEN b_pick(id, 51, 2) = 0 THEN 'to_sign'
        ELSE 'draft' END, opened_at, handler_id,
        CASE WHEN replied_at IS NOT NULL OR b_pick(id, 51, 2) = 0 THEN opened_at + interval '10 days' END,
        CASE WHEN replied_at IS NOT NULL OR b_pick(id, 51, 2) = 0 THEN handler_id END,
        replied_at, CASE WHEN replied_at IS NOT NULL THEN handler_id END,
        CASE WHEN replied_at IS NOT NULL THEN organisation_id END, CASE WHEN replied_at IS NOT NULL THEN md5(id::text) ELSE '' END,
        replied_at, CASE WHEN replied_at IS NOT NULL THEN handler_id END, id
    FROM triage_case
    WHERE team = 'complaints' AND handler_id IS NOT NULL AND (replied_at IS NOT NULL OR b_pick(id, 52, 10) = 0)
    """,
    """
    INSERT INTO triage_letterversion (id, number, text, sha256, saved_at, letter_id, saved_by_id)
    SELECT id, 1, '%(letter)s', md5(id::text), begun_at, id, begun_by_id FROM triage_letter
    """,
    """
    INSERT INTO triage_reply (id, way, attempts, next_try_at, delivered_at, failed_at, last_error, kind, text, written_at,
        case_id, written_by_id, pdf, pdf_sha256, readable, reached)
    SELECT row_number() OVER (), CASE WHEN b_pick(id, 61, 4) = 0 THEN 'print' ELSE 'portal' END, 1, opened_at,
        CASE WHEN b_pick(id, 62, 300) > 0 OR closed_at IS NOT NULL THEN opened_at + interval '2 days' END, NULL, '', kind,
        '%(letter)s', opened_at + interval '2 days', id, handler_id, '', '', true, ''
    FROM triage_case, (VALUES ('acknowledgement'), ('reply')) AS sent (kind)
    WHERE acknowledged_at IS NOT NULL AND (kind = 'acknowledgement' OR replied_at IS NOT NULL)
    """,
    """
    INSERT INTO triage_statementrequest (id, of_whom, what, asked_on, asked_by_id, due_on, received_on, received_by_id,
        words, withdrawn_why, case_id)
    SELECT id, '%(name)s', '%(letter)s', received_on + 3, handler_id, received_on + 17,
        CASE WHEN replied_at IS NOT NULL THEN received_on + 15 END,
        CASE WHEN replied_at IS NOT NULL THEN handler_id END, CASE WHEN replied_at IS NOT NULL THEN '%(letter)s' ELSE '' END, '', id
    FROM triage_case WHERE handler_id IS NOT NULL AND b_pick(id, 71, 4) = 0
    """,
    """
    INSERT INTO triage_consentrequest (id, asked_how, asked_on, chased, chase_on, answer, told, ground, note, asked_by_id,
        case_id)
    SELECT c.id, 'post', c.received_on + 1, 0, c.received_on + 11, '', '', '', '', handler_id, c.id
    FROM triage_case c JOIN feedback_feedback f ON f.id = feedback_id
    WHERE consent = 'not_yet' AND status = 'open' AND handler_id IS NOT NULL
    """,
    # One in fifty cases had an alert; a handful wait now.
    """
    INSERT INTO feedback_alert (id, kind, words, raised_by, raised_at, taken_at, note, taken_by_id, feedback_id)
    SELECT id, 'self_harm', 'end it', 'safety check', opened_at,
        CASE WHEN waits THEN NULL ELSE opened_at + interval '5 minutes' END, CASE WHEN waits THEN '' ELSE 'Rang them.' END,
        CASE WHEN waits THEN NULL ELSE handler_id END, feedback_id
    FROM (SELECT *, %(today)s - received_on < 4 AND b_pick(id, 82, 20) = 0 AS waits FROM triage_case) AS c
    WHERE b_pick(id, 81, 50) = 0 AND (waits OR handler_id IS NOT NULL)
    """,
)
