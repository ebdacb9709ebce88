"""Reading history again: once a comment and model, from where it was, and behind new comments."""

import pytest
from django.core.management import CommandError, call_command

from feedback.signals import Signal
from organisations.models import Role
from sentiment import tasks
from sentiment.classify import classify_batch, correct
from sentiment.engines import Reading
from sentiment.models import Classification, ModelVersion, Reclassification
from sentiment.reclassifying import again
from sentiment.reclassifying.again import reclassify_batch
from sentiment.reclassifying.danger import new_kinds
from tests.factories import OrganisationFactory, UserFactory, a_member, days_ago, received
from triage.models import Decision

pytestmark = pytest.mark.django_db


class Newer:
    """A newer model. It hears danger where a text says "whisper"."""

    name = "newer-1@12345678"
    seen = 0

    def read(self, texts, questions):
        self.seen += len(texts)
        return [
            Reading(2, {"1": 0.2, "2": 0.8}, {}, (), self.signals(text), "en", self.name) for text in texts
        ]

    def signals(self, text):
        return (Signal("self_harm", text),) if "whisper" in text else ()


@pytest.fixture
def newer(monkeypatch):
    """The newer model is in force, and reads two comments a batch."""
    engine = Newer()
    monkeypatch.setattr(again, "engine_in_force", lambda: engine)
    monkeypatch.setattr("sentiment.management.commands.reclassify.engine_in_force", lambda: engine)
    monkeypatch.setattr(again, "BATCH", 2)
    return engine


def history(count=5, **given):
    """Comments the first model has read."""
    rows = [received(f"Invented visit number {number}.", **given) for number in range(count)]
    while classify_batch():
        pass
    return [feedback.comments.get() for feedback in rows]


def order(*arguments):
    call_command("reclassify", *arguments)
    return Reclassification.objects.latest("id")


def read_all():
    while reclassify_batch():
        pass


def newer_rows():
    return Classification.objects.filter(model__name=Newer.name)


def test_every_comment_is_read_once_and_the_new_reading_is_in_force(newer):
    comments = history()
    job = order("--by", "Ada Invented")
    read_all()
    job.refresh_from_db()
    assert newer_rows().count() == newer.seen == len(comments) == job.comments_read
    assert {one.model.name for one in Classification.objects.current()} == {Newer.name}
    assert (job.by, job.stopped) == ("Ada Invented", "")
    assert job.finished_at


def test_a_worker_killed_while_reading_leaves_the_order_where_it_was(newer, monkeypatch):
    history()
    order()
    reclassify_batch()

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(Newer, "read", killed)
        with pytest.raises(KeyboardInterrupt):
            reclassify_batch()
    with monkeypatch.context() as dying:
        dying.setattr(again, "nudge", killed)  # the last line of the transaction that stores
        with pytest.raises(KeyboardInterrupt):
            reclassify_batch()
    assert newer_rows().count() == Reclassification.objects.get().comments_read == 2
    read_all()
    assert newer_rows().count() == Reclassification.objects.get().comments_read == 5


def test_a_twin_that_did_the_same_batch_is_not_done_twice(newer):
    history(2)
    job = order()
    reclassify_batch()
    again._store(job, history(0) or [one.comment for one in newer_rows()], newer.read(["a", "b"], ["", ""]))
    assert newer_rows().count() == Reclassification.objects.get().comments_read == 2


def test_what_the_model_has_read_already_is_passed_over(newer):
    comments = history(3)
    model = ModelVersion.objects.create(name=Newer.name)
    Classification.objects.create(comment=comments[1], model=model, sentiment=5)
    order()
    read_all()
    assert newer.seen == 2
    assert newer_rows().get(comment=comments[1]).sentiment == 5


def test_a_persons_correction_stays_in_force_and_decisions_are_not_touched(newer):
    (comment,) = history(1)
    said = correct(comment.classifications.get(), sentiment=4, themes=["Parking"], by=UserFactory())
    before = list(Decision.objects.values())
    order()
    read_all()
    assert Classification.objects.current().get(comment=comment) == said
    assert list(Decision.objects.values()) == before


def test_new_comments_come_first(newer, monkeypatch):
    history(3)
    order()
    received("A new one that waits.")
    tasks.reclassify_waiting()
    assert newer.seen == 0
    classify_batch()
    tasks.reclassify_waiting()
    assert newer.seen == 3  # the new one was read by the model of its day, after the order was given


def test_it_gives_way_to_other_work_after_a_few_seconds(newer, monkeypatch):
    history()
    order()
    clock = iter([0, 1, 11])
    monkeypatch.setattr(tasks, "monotonic", lambda: next(clock))
    tasks.reclassify_waiting()
    assert newer.seen == 2


def test_only_what_was_asked_for_is_read_again(newer):
    trust = OrganisationFactory()
    site = OrganisationFactory(parent=trust, ods_code=f"{trust.ods_code}01", kind="site")
    wanted = history(1, organisation=site, received_on=days_ago(3))
    history(1, organisation=site, received_on=days_ago(30))
    history(1)
    order("--organisation", trust.ods_code.lower(), "--since", str(days_ago(5)))
    read_all()
    assert [one.comment for one in newer_rows()] == wanted


def test_an_order_ends_when_another_model_comes_into_force(newer, capsys):
    history()
    order()
    reclassify_batch()
    newer.name = "newest-1@87654321"
    assert reclassify_batch() == 0
    job = Reclassification.objects.get()
    assert job.stopped == "newest-1@87654321 came into force meanwhile."
    call_command("reclassify", "--status")
    assert "2 of 5 comments (40%)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(("--organisation", "ZZZ"), "no organisation ZZZ"), (("--since", "soon"), "no date")],
)
def test_an_order_that_makes_no_sense_is_refused(newer, arguments, why):
    history(1)
    with pytest.raises(CommandError, match=why):
        order(*arguments)


def test_the_same_order_is_not_given_twice(newer):
    history(1)
    order()
    with pytest.raises(CommandError, match="under way already"):
        order()
    read_all()
    order()


def test_with_no_comment_there_is_nothing_to_order(newer):
    with pytest.raises(CommandError, match="no comment"):
        order()


def test_danger_that_no_reading_had_found_waits_for_a_person(newer):
    history(1)
    whispered = received("A whisper of it.").comments.get()
    classify_batch()
    known = received("I whisper that I want to end my life tonight.").comments.get()
    classify_batch()
    order()
    read_all()
    assert [one.comment for one in Classification.objects.with_unheeded_danger()] == [whispered]
    assert newer_rows().get(comment=known).signals
    assert Reclassification.objects.get().dangers_found == 1


@pytest.mark.parametrize(
    ("found", "earlier", "new"),
    [
        ([], [], set()),
        (["threat"], [], {"threat"}),
        (["threat", "neglect"], [["threat"], []], {"neglect"}),
        (["legal", "access"], [], set()),  # tiers 2 and 4 are for the rules of the day alone
    ],
)
def test_which_danger_is_new(found, earlier, new):
    def row(kinds):
        return [{"kind": kind, "words": ""} for kind in kinds]

    assert new_kinds(row(found), map(row, earlier)) == new


def test_an_administrator_sees_how_far_it_is(newer, signed_in, django_assert_max_num_queries):
    history()
    order()
    reclassify_batch()
    client = signed_in(a_member(OrganisationFactory(), Role.ADMINISTRATOR))
    with django_assert_max_num_queries(12):
        page = client.get("/models/").text
    assert "2 of 5" in page
    assert "Under way (40%)" in page
    assert Newer.name in page


@pytest.mark.parametrize("role", [Role.COMPLAINTS_OFFICER, Role.REGULATOR])
def test_the_page_is_for_administrators(role, signed_in):
    assert signed_in(a_member(OrganisationFactory(), role)).get("/models/").status_code == 403
