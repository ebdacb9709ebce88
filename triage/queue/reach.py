"""What else besides cases waits for a person in their own organisations."""

from feedback.models import Alert, Feedback, FilledForm, Scan
from organisations.models import Membership, User
from organisations.permissions import MAY, organisations_for, within
from triage.models import Case, Decision, Reply, Spoken


def alerts_of(user):
    """Alerts the person may take: in their own feedback, or in feedback whose case was passed to them."""
    own = within(user, "take_alerts", path="feedback__") | within(
        user, "take_alerts", path="feedback__case__"
    )
    return Alert.objects.filter(own)


def undecided_of(user):
    """Feedback of the person's own organisations that still waits for an outcome."""
    return Feedback.objects.undecided().filter(within(user, "read_cases"))


def pages_unread_of(user):
    """Scanned pages that nobody has read yet: the clock of what stands on them runs already."""
    return Scan.objects.unread().filter(within(user, "read_cases", path="file__batch__"))


def forms_unsettled_of(user):
    """Filled forms that are not feedback yet, because something on them waits to be checked."""
    return FilledForm.objects.filter(settled_at=None).filter(within(user, "read_cases"))


def checks_of(user):
    """Decisions a person must look at, where no case exists that would bring them up."""
    return Decision.objects.current().filter(
        within(user, "read_cases", path="feedback__"), needs_person=True, feedback__case=None
    )


def stuck_replies_of(user):
    """Replies that failed to leave, were tried in vain or wait for a colleague's hand, in the person's own cases."""
    return Reply.objects.filter(case__in=Case.objects.visible_to(user)).stuck()


def spoken_open_of(user):
    """What was said to staff of the person's own organisations and is neither settled nor a complaint yet."""
    return Spoken.objects.open().filter(within(user, "log_spoken", path="feedback__"))


def colleagues_of(user):
    """Whoever works cases in the person's own organisations today, by name. The person is one of them."""
    working = Membership.objects.current().filter(
        role__in=MAY["work_cases"], organisation__in=organisations_for(user, "work_cases")
    )
    return User.objects.filter(is_active=True, pk__in=working.values("user")).order_by("name", "id")
