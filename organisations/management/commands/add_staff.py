"""manage.py add_staff: a member of staff and a role, given or ended."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from organisations.models import Membership, Organisation, Role, Service, User


class Command(BaseCommand):
    help = (
        "Give a member of staff a role in an organisation, or end it. They choose their own password with "
        "'Forgotten your password?' on the sign-in page. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument("--organisation", required=True, metavar="ODS")
        parser.add_argument("--name", help="needed the first time")
        parser.add_argument("--service", metavar="SLUG", help="a service manager's own ward or clinic")
        parser.add_argument(
            "--until", metavar="DATE", type=a_day, help="the last day of the role, as 2027-03-31"
        )
        parser.add_argument("--end", action="store_true", help="the role ended yesterday")

    @transaction.atomic
    def handle(self, email, role, organisation, name, service, until, end, **options):
        place = _found(Organisation, "organisation with the code", ods_code=organisation.upper())
        ward = _found(Service, "service with the link", slug=service) if service else None
        if ward and place.pk not in ward.organisation.ancestor_ids:
            raise CommandError(f"{ward} does not belong to {place}.")
        held = {"organisation": place, "role": role, "service": ward}
        if end:
            self.stdout.write(_end(email, held))
            return
        user = _person(email, name)
        membership, created = Membership.objects.update_or_create(
            user=user, **held, defaults={"valid_to": until}
        )
        begun = "is now" if created else "is still"
        until_when = f" until {membership.valid_to:%d %B %Y}" if membership.valid_to else ""
        self.stdout.write(f"{user} {begun} {membership.get_role_display()} at {ward or place}{until_when}.")


def a_day(text):
    return date.fromisoformat(text)


def _found(model, what, **wanted):
    try:
        return model.objects.get(**wanted)
    except model.DoesNotExist:
        raise CommandError(f"There is no {what} {next(iter(wanted.values()))}.") from None


def _person(email, name):
    try:
        validate_email(email)
    except ValidationError:
        raise CommandError(f"{email} is not an e-mail address.") from None
    user = User.objects.filter(email=email.lower()).first()
    if user is None and not name:
        raise CommandError(f"{email} is new here. Add --name with their name.")
    return user or User.objects.create_user(
        email, name=name
    )  # no password: nobody can sign in until one is chosen


def _end(email, held):
    """End a role with yesterday: from today on it opens nothing. A role of today never began."""
    yesterday = timezone.localdate() - timedelta(days=1)
    rows = Membership.objects.current().filter(user__email=email.lower(), **held)
    begun_before = rows.filter(valid_from__lte=yesterday).update(valid_to=yesterday)
    never_began = rows.filter(valid_from__gt=yesterday).delete()[0]
    if not begun_before + never_began:
        raise CommandError(f"{email} does not have that role today. Nothing was changed.")
    return f"{email} no longer has that role."
