"""Paper: forms printed, files scanned, what was read from every page, and what people made of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.models.contact import EncryptedField
from feedback.models.feedback import Feedback
from organisations.models import Organisation, Service


class PrintRun(models.Model):
    """Forms printed together: serial numbers `first` to `first + count - 1`, never given twice."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="print_runs")
    layout = models.CharField(max_length=60)
    first = models.PositiveIntegerField(unique=True)
    count = models.PositiveIntegerField()
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    printed_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"{self.count} of {self.layout} from {self.first}"


class ScanBatch(models.Model):
    """What one person scanned at one time. Every page of it ends as one of OUTCOMES, so the batch adds up."""

    class Source(models.TextChoices):
        UPLOAD = "upload", "sent from a browser"
        FOLDER = "folder", "the watched folder"
        COMMAND = "command", "the command line"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="scan_batches")
    # For forms whose own service cannot be told; a readable code always says it better.
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="scan_batches")
    source = models.CharField(max_length=8, choices=Source)
    # The machine that scanned, as people call it: accuracy is counted for each.
    scanner = models.CharField(max_length=60, blank=True)
    fft_mode = models.CharField(max_length=24, default="Paper discharge")
    # The day the forms reached the organisation, where a form's own stamp says nothing. Clocks start here.
    received_on = models.DateField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="batches_of_an_organisation")]

    def __str__(self):
        return f"batch {self.pk}"


class ScanFileQuerySet(models.QuerySet):
    def unsplit(self):
        """Files whose pages nobody has taken out yet, oldest first."""
        return self.filter(split_at=None).order_by("id")


class ScanFile(models.Model):
    """One file as it was sent. `sha256` is of its bytes, taken at the door. `refused` says in plain words why not."""

    batch = models.ForeignKey(ScanBatch, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    original = models.FileField(upload_to="paper/originals/%Y/%m", blank=True, max_length=200)
    pages = models.PositiveIntegerField(default=0)
    refused = models.CharField(max_length=200, blank=True)
    # A file whose bytes were sent before: nothing in it is read again.
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    split_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    # When the original was destroyed by the retention rule.
    expired_at = models.DateTimeField(null=True, blank=True)

    objects = ScanFileQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "sha256"], name="a_file_once_in_a_batch")]
        indexes = [models.Index(fields=["id"], name="scan_file_unsplit", condition=Q(split_at=None))]

    def __str__(self):
        return f"file {self.pk} of batch {self.batch_id}"


class FilledFormQuerySet(models.QuerySet):
    def unread_danger(self):
        """Forms in whose words danger was heard and that nobody has checked yet, the longest wait first."""
        return self.filter(urgent=True, settled_at=None, read_at__isnull=False).order_by("read_at", "id")


class FilledForm(models.Model):
    """One form as one person filled it in, of one page or more, until it is feedback.

    `copy` tells apart forms of the same serial number: wards photocopy them. `urgent` is set when
    the first tier of the safety check hears danger in words not yet checked by a person.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    batch = models.ForeignKey(ScanBatch, models.CASCADE, related_name="forms")
    layout = models.CharField(max_length=60)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="filled_forms")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="filled_forms")
    serial = models.PositiveIntegerField()
    copy = models.PositiveIntegerField(default=1)
    urgent = models.BooleanField(default=False)
    # Kinds of danger heard in words that wait to be checked: never the words.
    kinds = models.JSONField(default=list, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    # When nothing was left to check, and its words became feedback (or it held nothing to keep).
    settled_at = models.DateTimeField(null=True, blank=True)
    feedback = models.OneToOneField(
        Feedback, models.PROTECT, null=True, blank=True, related_name="filled_form"
    )
    # Why there is no feedback although it is settled: an empty form, for one.
    set_aside = models.CharField(max_length=200, blank=True)

    objects = FilledFormQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "serial", "layout", "copy"], name="one_form_a_copy_in_a_batch"
            ),
            models.CheckConstraint(
                name="a_settled_form_is_feedback_or_says_why_not",
                condition=Q(settled_at=None, feedback=None)
                | (Q(settled_at__isnull=False) & (Q(feedback__isnull=False) | ~Q(set_aside=""))),
            ),
        ]
        indexes = [
            models.Index(fields=["-urgent", "id"], name="forms_to_check", condition=Q(settled_at=None)),
        ]

    def __str__(self):
        return f"form {self.pk}, serial {self.serial:08d}"


class Outcome(models.TextChoices):
    """What became of a page. Every page ends as exactly one."""

    READ = "read", "read"
    TO_CHECK = "to_check", "to be checked"
    NOT_OURS = "not_ours", "not one of our forms"
    UNREADABLE = "unreadable", "could not be read"
    SEEN_BEFORE = "seen_before", "seen before"


class ScanQuerySet(models.QuerySet):
    def unread(self):
        """Pages nobody has read yet, oldest first."""
        return self.filter(outcome="").order_by("id")


class Scan(models.Model):
    """The picture of one page of paper. `outcome` is empty while it waits to be read."""

    file = models.ForeignKey(ScanFile, models.CASCADE, related_name="scans")
    number = models.PositiveIntegerField()  # of the page in its file, from 1
    # The page as it lay in the file, until it is read; and as it was set straight to the layout.
    picture = models.FileField(upload_to="paper/pages/%Y/%m", blank=True, max_length=200)
    straight = models.FileField(upload_to="paper/straight/%Y/%m", blank=True, max_length=200)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    # In plain words, for the person who looks at it: why it is not simply read.
    why = models.CharField(max_length=200, blank=True)
    payload = models.CharField(max_length=80, blank=True)
    form = models.ForeignKey(FilledForm, models.SET_NULL, null=True, blank=True, related_name="scans")
    page = models.PositiveSmallIntegerField(default=1)  # of the form
    # Black and white only: faint ticks are lost, so blanks are not believed.
    one_bit = models.BooleanField(default=False)
    # The ink of the answer areas, by which the same sheet scanned twice is known.
    ink = models.BinaryField(null=True, blank=True, editable=False)
    twin = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="twins")
    seconds = models.FloatField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)
    # What a person decided of a page that is no form, or could not be read.
    put_aside_at = models.DateTimeField(null=True, blank=True)
    put_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    became = models.ForeignKey(Feedback, models.PROTECT, null=True, blank=True, related_name="scans")
    # Kept beyond the retention rule, and why.
    hold = models.CharField(max_length=200, blank=True)

    objects = ScanQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="a_page_once_in_a_file")]
        indexes = [
            models.Index(fields=["id"], name="scan_unread", condition=Q(outcome="")),
            models.Index(fields=["payload"], name="scan_by_payload"),
        ]

    def __str__(self):
        return f"page {self.number} of file {self.file_id}"


class FormFieldQuerySet(models.QuerySet):
    def doubtful(self):
        """Fields that only a person can settle, and that nobody has."""
        return self.filter(trusted=False, checked_at=None)


class FormField(models.Model):
    """What the machine read in one field, and what a person made of it. Both are kept: from them accuracy is counted.

    Values are encrypted: a field may hold a name or an address. `trusted` means that it passed
    unseen; `rekey` that a person is asked all the same, without being shown the machine's value,
    to learn how often such values are right.
    """

    form = models.ForeignKey(FilledForm, models.CASCADE, related_name="fields")
    scan = models.ForeignKey(Scan, models.CASCADE, related_name="fields")
    name = models.CharField(max_length=24)
    kind = models.CharField(max_length=8)
    machine_value = EncryptedField(blank=True)
    confidence = models.FloatField(default=0)
    trusted = models.BooleanField(default=False)
    why = models.CharField(max_length=120, blank=True)
    rekey = models.BooleanField(default=False)
    # A field is lent to one person at a time.
    lent_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    lent_at = models.DateTimeField(null=True, blank=True)
    human_value = EncryptedField(blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    # The share of characters that the machine had wrong, counted when a person said what stands there.
    errors = models.FloatField(null=True, blank=True)

    objects = FormFieldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["form", "name"], name="a_field_once_in_a_form"),
            models.CheckConstraint(
                name="a_checked_field_names_who",
                condition=Q(checked_at=None, checked_by=None)
                | Q(checked_at__isnull=False, checked_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["name", "id"], name="fields_to_check", condition=Q(trusted=False, checked_at=None)
            ),
            models.Index(fields=["checked_at"], name="fields_checked", condition=~Q(checked_at=None)),
        ]

    def __str__(self):
        return f"{self.name} of form {self.form_id}"

    @property
    def value(self):
        """What stands in the field as far as is known: a person's word before the machine's."""
        return self.human_value if self.checked_at else self.machine_value
