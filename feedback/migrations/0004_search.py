"""Finding feedback by name and by words: the tokens of the names there are, and on PostgreSQL the index of the words."""

import django.db.models.deletion
from django.db import migrations, models

from feedback.search.names import MOST_PARTS, parts, token

BATCH = 1000  # contacts read at a time: a million take the memory of one batch
INDEX = (
    "CREATE INDEX comment_words ON feedback_comment USING gin (to_tsvector('english'::regconfig, text))",
    # So that the planner knows rare words from common ones: with the usual 100 it takes them for equal, and walks the
    # whole queue for a word that stands in ten comments.
    "ALTER INDEX comment_words ALTER COLUMN 1 SET STATISTICS 1000",
    "ANALYZE feedback_comment",
)


def index_words(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in INDEX:
            schema_editor.execute(statement)


def forget_words(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS comment_words")


def index_past_names(apps, schema_editor):
    using = schema_editor.connection.alias
    contact, name_token = apps.get_model("feedback", "Contact"), apps.get_model("feedback", "NameToken")
    last = 0
    while batch := list(contact.objects.using(using).filter(pk__gt=last).order_by("pk")[:BATCH]):
        name_token.objects.using(using).bulk_create(
            [
                name_token(feedback_id=one.feedback_id, token=token(part), of="contact")
                for one in batch
                for part in list(dict.fromkeys([*parts(one.name), *parts(one.patient_name)]))[:MOST_PARTS]
            ],
            batch_size=500,
        )
        last = batch[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ("feedback", "0003_desk"),
    ]

    operations = [
        migrations.CreateModel(
            name='NameToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.BinaryField(max_length=16)),
                ('of', models.CharField(choices=[('contact', 'the contact details'), ('party', 'a party of the case')], max_length=8)),
                ('feedback', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='name_tokens', to='feedback.feedback')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('token', 'feedback', 'of'), name='one_name_token_a_feedback')],
            },
        ),
        migrations.RunPython(index_words, forget_words, elidable=False),
        migrations.RunPython(index_past_names, migrations.RunPython.noop, elidable=False),
    ]
