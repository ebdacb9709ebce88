"""Who exists and who belongs where."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from organisations import ods


class Kind(models.TextChoices):
    """What a body is. Providers are told apart because their complaints take different doors."""

    ICB = "icb", "integrated care board"
    ACUTE = "acute_trust", "acute trust"
    MENTAL_HEALTH = "mental_health_trust", "mental health trust"
    AMBULANCE = "ambulance_trust", "ambulance trust"
    COMMUNITY = "community_trust", "community trust"
    GP = "gp_practice", "GP practice"
    DENTAL = "dental_practice", "dental practice"
    PHARMACY = "pharmacy", "pharmacy"
    OPTICIAN = "optician", "optician"
    CARE_HOME = "care_home", "care home"
    INDEPENDENT = "independent_hospital", "independent hospital"
    SITE = "site", "site"
    NATIONAL = "national_body", "national body"


PRIMARY_CARE = (Kind.GP, Kind.DENTAL, Kind.PHARMACY, Kind.OPTICIAN)


class OrganisationQuerySet(models.QuerySet):
    def national(self, body, day):
        """The national body that rules call `body` and that stands on `day`, or None."""
        return self.filter(body=body).open_on(day).first()

    def open_on(self, day):
        return self.filter(opened_on__lte=day).filter(Q(closed_on=None) | Q(closed_on__gte=day))

    def under(self, organisation):
        """The organisation itself and all below it; without a lineage, nobody is known to be below it."""
        if not organisation.lineage:
            return self.filter(pk=organisation.pk)
        return self.filter(lineage__startswith=organisation.lineage)


class Organisation(models.Model):
    """A body with an ODS code, from its first day to its last.

    `lineage` is the chain of ids from the top, "/3/17/42/", so that a subtree
    is one prefix. Bodies are reorganised: a closed one names its successor.
    """

    ods_code = models.CharField(max_length=12, unique=True, validators=[ods.validate_any])
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=24, choices=Kind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    lineage = models.CharField(max_length=200, blank=True, db_index=True, editable=False)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")
    # For a national body, the word by which rules name it: "cqc", "healthwatch", "phso", "hssib".
    body = models.CharField(max_length=24, blank=True, db_index=True)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    telephone = models.CharField(max_length=24, blank=True)
    # Where what concerns this body is sent when it does not work in this service.
    email = models.EmailField(blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                name="organisation_closes_after_it_opens",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
            ),
            models.CheckConstraint(
                name="organisation_succeeded_only_when_closed",
                condition=Q(successor=None) | Q(closed_on__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.name} ({self.ods_code})"

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        lineage = f"{self.parent.lineage if self.parent else '/'}{self.pk}/"
        if lineage != self.lineage:
            self.move_below(lineage)

    def move_below(self, lineage):
        """Give this row and every row under it the new chain of parents."""
        before, self.lineage = self.lineage, lineage
        type(self).objects.filter(pk=self.pk).update(lineage=lineage)
        if before:
            for child in self.children.all():
                child.move_below(f"{lineage}{child.pk}/")

    def is_open_on(self, day):
        return self.opened_on <= day and (self.closed_on is None or day <= self.closed_on)

    def provider(self):
        """The body that answers for this one: itself, or the organisation that runs it where it is a site."""
        return self.parent.provider() if self.kind == Kind.SITE and self.parent else self

    @property
    def ancestor_ids(self):
        """Ids from the top down to this row itself."""
        return [int(part) for part in self.lineage.split("/") if part]

    @property
    def is_primary_care(self):
        return self.kind in PRIMARY_CARE


class ServiceQuerySet(models.QuerySet):
    def open_on(self, day):
        return self.filter(opened_on__lte=day).filter(Q(closed_on=None) | Q(closed_on__gte=day))


class Service(models.Model):
    """A ward, a clinic, a practice's front door: what a patient would name. Its slug is its link and QR code."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="services")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    fft_setting = models.CharField(max_length=40, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ["organisation__name", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="service_named_once_in_an_organisation"
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.organisation.name}"

    def is_open_on(self, day):
        return self.opened_on <= day and (self.closed_on is None or day <= self.closed_on)


class UserManager(BaseUserManager):
    """People sign in with an e-mail address; there are no user names."""

    use_in_migrations = True

    def create_user(self, email, password=None, **extra):
        if not email:
            raise ValueError("A member of staff needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **extra):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)


class User(AbstractUser):
    """A member of staff. Patients have no accounts: a return code brings them back."""

    username = None
    first_name = None
    last_name = None
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    def __str__(self):
        return self.name or self.email

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.split(" ")[0]


class Role(models.TextChoices):
    PALS_OFFICER = "pals_officer", "PALS officer"
    COMPLAINTS_OFFICER = "complaints_officer", "complaints officer"
    # Regulation 4(1)(a): signs every answer to a complaint; the chief executive or who acts for them.
    RESPONSIBLE_PERSON = "responsible_person", "responsible person"
    SERVICE_MANAGER = "service_manager", "service manager"
    ICB_LEAD = "icb_lead", "ICB lead"
    REGULATOR = "regulator", "regulator"
    ADMINISTRATOR = "administrator", "administrator"


class MembershipQuerySet(models.QuerySet):
    def current(self, day=None):
        day = day or timezone.localdate()
        return self.filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gte=day))


class Membership(models.Model):
    """One role of one person in one organisation (and all below it), for a time."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=24, choices=Role)
    # A service manager's own ward or clinic; empty means the whole organisation.
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="memberships")
    valid_from = models.DateField(default=timezone.localdate)
    valid_to = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                name="one_membership_a_role",
                condition=Q(service=None),
            ),
            models.UniqueConstraint(
                fields=["user", "organisation", "role", "service"],
                name="one_membership_a_role_and_service",
                condition=Q(service__isnull=False),
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} at {self.organisation_id}"
