"""Who to answer: apart from the words, encrypted, and read only where a reply is written."""

from django.db import models

from feedback.encryption import decrypt, encrypt
from feedback.models.feedback import Feedback


class EncryptedField(models.TextField):
    """Text that the database holds only as ciphertext. It cannot be searched, by design."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt(value) if value else ""

    def from_db_value(self, value, expression, connection):
        return decrypt(value) if value else ""


class Contact(models.Model):
    """How to reach the person, and whom they speak for. One row a feedback, and only if they gave one."""

    feedback = models.OneToOneField(Feedback, models.CASCADE, related_name="contact")
    name = EncryptedField(blank=True)
    email = EncryptedField(blank=True)
    telephone = EncryptedField(blank=True)
    address = EncryptedField(blank=True)
    patient_name = EncryptedField(blank=True)
    # What the person needs from us: large print, BSL, an interpreter (Accessible Information Standard).
    needs = EncryptedField(blank=True)

    def __str__(self):
        return f"contact of {self.feedback_id}"
