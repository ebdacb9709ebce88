"""What the workbench keeps for a while only, and what stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import OrganisationFactory, a_case, a_member
from triage.case.presence import arrive
from triage.models import Presence, SavedView, Search
from triage.queue.forgetting import KEPT_DAYS
from triage.queue.saved import keeping
from triage.queue.searching import search
from triage.tasks import forget_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return a_member(OrganisationFactory())


def ago(**time):
    return timezone.now() - timedelta(**time)


def test_old_words_are_emptied_and_who_searched_for_a_name_stays(officer):
    old, _ = search("obrien", by=officer)
    new, _ = search("field", by=officer)
    Search.objects.filter(pk=old.pk).update(at=ago(days=KEPT_DAYS, minutes=1))
    forget_waiting()
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.words, old.among_names, old.by) == ("", True, officer)
    assert new.words == "field"


def test_views_taken_away_go_after_a_day_and_others_stay(officer):
    kept, fresh, old = (
        keeping.keep(name=name, query="due=late", organisation=None, by=officer) for name in ("A", "B", "C")
    )
    keeping.begin_with(old, by=officer)
    keeping.take_away(fresh)
    SavedView.objects.filter(pk=old.pk).update(removed_at=ago(days=1, minutes=1))
    forget_waiting()
    assert set(SavedView.objects.all()) == {kept, fresh}


def test_old_presence_goes(officer):
    case = a_case()
    arrive(case, officer)
    forget_waiting()
    assert Presence.objects.count() == 1
    Presence.objects.update(seen_at=ago(days=1, minutes=1))
    forget_waiting()
    assert not Presence.objects.exists()
