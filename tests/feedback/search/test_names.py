"""The blind index of names: what a name comes down to, who is found, and what becomes of it."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from feedback import intake
from feedback.models import Contact, NameToken
from feedback.search.names import forget_names, index_again, index_names, named, parts, token, tokens
from tests.factories import a_submission, received

PARTS = [
    ("Zoë O'Brien", ["zoe", "obrien"]),
    ("ZOE O’BRIEN", ["zoe", "obrien"]),
    ("Dr J. Smith-Jones", ["smith", "jones"]),
    ("Mr and Mrs Łukasz Øster", ["lukasz", "oster"]),
    ("Straße", ["strasse"]),
    ("Nguyễn Thị Hoa", ["nguyen", "thi", "hoa"]),
    ("王 芳", ["王", "芳"]),
    ("محمد", ["محمد"]),
    ("Ann Ann", ["ann"]),
    ("3rd Ward", ["rd", "ward"]),
    ("Mr", []),
    ("", []),
    ("- ' .", []),
]


@pytest.mark.parametrize(("name", "found"), PARTS)
def test_a_name_comes_down_to(name, found):
    assert parts(name) == found


@given(st.text(max_size=60))
def test_a_part_of_a_name_comes_down_to_itself(name):
    for part in parts(name):
        assert parts(part) == [part]


@given(st.text(max_size=60))
def test_case_does_not_count(name):
    assert parts(name.upper().casefold()) == parts(name.upper())


def test_a_token_does_not_show_the_name_and_differs_by_key(settings):
    first = token("obrien")
    assert len(first) == 16
    assert b"obrien" not in first
    settings.CONTACT_KEYS = ["another-key-another-key-another-key-1", *settings.CONTACT_KEYS]
    assert token("obrien") != first
    assert tokens("obrien") == [token("obrien"), first]


def found(name):
    ids = None
    for one in named(name):
        rows = set(one.values_list("feedback", flat=True))
        ids = rows if ids is None else ids & rows
    return ids or set()


@pytest.mark.django_db
class TestIndex:
    def test_intake_writes_it_with_the_contact_details(self):
        feedback = received(contact={"name": "Zoë O'Brien", "patient_name": "Walter Marsh"})
        assert found("obrien") == found("walter marsh") == {feedback.pk}
        assert found("zoe walter") == {feedback.pk}
        assert found("zoe smith") == set()

    def test_a_repeat_writes_nothing_twice(self):
        sent = a_submission(contact={"name": "Zoe Obrien"})
        intake.receive(sent)
        intake.receive(sent)
        assert NameToken.objects.count() == 2

    def test_nothing_is_written_where_there_is_no_name(self):
        received()
        received(contact={"email": "somebody@example.org"})
        assert not NameToken.objects.exists()

    def test_a_name_under_an_older_key_is_found_until_it_is_indexed_again(self, settings):
        old = settings.CONTACT_KEYS[0]
        feedback = received(contact={"name": "Zoe Obrien"})
        settings.CONTACT_KEYS = ["another-key-another-key-another-key-1", old]
        assert found("obrien") == {feedback.pk}

        assert sum(index_again()) == 1

        settings.CONTACT_KEYS = settings.CONTACT_KEYS[:1]
        assert found("obrien") == {feedback.pk}
        assert NameToken.objects.count() == 2

    def test_erased_contact_details_lead_nobody_to_it(self):
        first, second = received(contact={"name": "Zoe Obrien"}), received(contact={"name": "Rose Obrien"})
        first.contact.delete()
        assert found("obrien") == {second.pk}
        Contact.objects.filter(feedback=second).delete()
        assert not NameToken.objects.exists()

    def test_emptied_contact_details_lead_nobody_to_it_and_mended_ones_by_the_new_name(self):
        feedback = received(contact={"name": "Zoe Obrien"})
        feedback.contact.name = "Zoe Bryan"
        feedback.contact.save()
        assert (found("obrien"), found("bryan")) == (set(), {feedback.pk})
        feedback.contact.name = ""
        feedback.contact.save()
        assert not NameToken.objects.exists()

    def test_the_names_of_parties_stay_when_contact_details_go(self):
        feedback = received(contact={"name": "Zoe Obrien"})
        index_names(feedback, ["Petra Hollow"])
        index_names(feedback, ["Petra Hollow"])
        feedback.contact.delete()
        assert found("petra hollow") == {feedback.pk}
        forget_names(feedback.pk)
        assert found("hollow") == set()

    def test_a_very_long_name_takes_a_few_tokens_only(self):
        feedback = received()
        index_names(feedback, [" ".join(f"{letter}abc" for letter in "bcdfghjklmnpqrstvwxyz")])
        assert NameToken.objects.count() == 16

    def test_the_migration_indexes_the_names_there_were(self):
        feedback = received(contact={"name": "Zoë O'Brien", "patient_name": "Walter Marsh"})
        received()
        NameToken.objects.all().delete()
        migration = importlib.import_module("feedback.migrations.0004_search")
        migration.index_past_names(apps, SimpleNamespace(connection=connection))
        assert found("obrien walter") == {feedback.pk}

    @pytest.mark.skipif("connection.vendor != 'postgresql'", reason="There is no such index elsewhere")
    def test_words_are_found_through_the_index(self):
        from feedback.search.words import saying

        received("The soup was cold.")
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        assert "comment_words" in saying("soup").explain()
