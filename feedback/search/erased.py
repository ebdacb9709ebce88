"""A name that is no longer in the contact details leads nobody to the feedback any more."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from feedback.models import Contact
from feedback.models.names import NameToken
from feedback.search.names import forget_names, index_names, names_in


@receiver(post_delete, sender=Contact)
def contact_erased(sender, instance, **kwargs):
    """Contact details were erased, or kept long enough."""
    forget_names(instance.feedback_id, of=NameToken.Of.CONTACT)


@receiver(post_save, sender=Contact)
def contact_changed(sender, instance, created, **kwargs):
    """Contact details were mended or emptied. New ones are indexed by intake, all of a batch at once."""
    if not created:
        forget_names(instance.feedback_id, of=NameToken.Of.CONTACT)
        index_names(instance.feedback, names_in(instance), of=NameToken.Of.CONTACT)
