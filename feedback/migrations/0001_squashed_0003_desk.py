"""Each table made whole at once, on a new database alone: one that has gone through the others goes on from them."""

import django.db.models.deletion
import django.db.models.expressions
import feedback.models.contact
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('feedback', '0001_initial'), ('feedback', '0002_paper'), ('feedback', '0003_desk')]

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ColumnMap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40)),
                ('columns', models.JSONField(default=dict)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='column_maps', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('source', 'organisation'), name='one_column_map_a_source')],
            },
        ),
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('channel', models.CharField(choices=[('web', 'website'), ('app', 'app'), ('paper', 'paper'), ('import', 'import'), ('spoken', 'spoken to staff'), ('telephone', 'telephone'), ('letter', 'letter'), ('email', 'e-mail')], max_length=12)),
                ('source', models.CharField(max_length=40)),
                ('external_id', models.CharField(max_length=120)),
                ('fingerprint', models.CharField(max_length=64)),
                ('return_code_hash', models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ('intent', models.CharField(choices=[('compliment', 'to say thank you'), ('comment', 'to share a comment'), ('concern', 'to raise a concern'), ('complaint', 'to make a complaint')], max_length=12)),
                ('fft_answer', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Very good'), (2, 'Good'), (3, 'Neither good nor poor'), (4, 'Poor'), (5, 'Very poor'), (6, "Don't know")], null=True)),
                ('fft_mode', models.CharField(blank=True, max_length=24)),
                ('about', models.CharField(choices=[('self', 'me'), ('someone_else', 'someone else')], default='self', max_length=12)),
                ('relationship', models.CharField(blank=True, max_length=60)),
                ('consent', models.CharField(choices=[('not_needed', 'not needed'), ('given', 'given'), ('not_yet', 'not yet asked')], default='not_needed', max_length=12)),
                ('reply_wanted', models.BooleanField(default=False)),
                ('reply_by', models.CharField(blank=True, choices=[('code', 'online, with the return code'), ('email', 'e-mail'), ('post', 'letter'), ('telephone', 'telephone')], max_length=12)),
                ('already_complained', models.BooleanField(default=False)),
                ('resolver_choice', models.CharField(blank=True, choices=[('provider', 'the practice'), ('icb', 'the ICB')], max_length=8)),
                ('experience_on', models.DateField(blank=True, null=True)),
                ('received_on', models.DateField()),
                ('received_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='feedback.feedback')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='organisations.organisation')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='organisations.service')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'feedback',
                'indexes': [models.Index(condition=models.Q(('decided_at', None)), fields=['id'], name='feedback_undecided'), models.Index(fields=['organisation', 'received_on'], name='feedback_by_organisation'), models.Index(fields=['service', 'received_on'], name='feedback_by_service'), models.Index(fields=['received_on'], name='feedback_by_day')],
                'constraints': [models.UniqueConstraint(fields=('source', 'external_id'), name='feedback_received_once'), models.CheckConstraint(condition=models.Q(('reply_wanted', True), ('reply_by', ''), _connector='OR'), name='feedback_reply_way_only_if_wanted'), models.CheckConstraint(condition=models.Q(('about', 'someone_else'), ('consent', 'not_needed'), _connector='OR'), name='feedback_consent_only_for_someone_else')],
            },
        ),
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=24)),
                ('words', models.TextField(blank=True)),
                ('raised_by', models.CharField(max_length=60)),
                ('raised_at', models.DateTimeField(auto_now_add=True)),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='alerts_taken', to=settings.AUTH_USER_MODEL)),
                ('feedback', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='feedback.feedback')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('taken_at', None)), fields=['raised_at', 'id'], name='alert_open')],
                'constraints': [models.UniqueConstraint(fields=('feedback', 'kind'), name='one_alert_a_feedback_and_kind'), models.CheckConstraint(condition=models.Q(models.Q(('note', ''), ('taken_at', None), ('taken_by', None)), models.Q(('taken_at__isnull', False), ('taken_by__isnull', False), models.Q(('note', ''), _negated=True)), _connector='OR'), name='alert_taken_by_a_named_person_with_a_note')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(choices=[('what_happened', 'What happened?'), ('what_good', 'What was good?'), ('could_improve', 'What could be better?'), ('nonspecific', 'Tell us about it')], max_length=16)),
                ('text', models.TextField()),
                ('read_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('feedback', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='feedback.feedback')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['id'], name='comment_unread')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', feedback.models.contact.EncryptedField(blank=True)),
                ('email', feedback.models.contact.EncryptedField(blank=True)),
                ('telephone', feedback.models.contact.EncryptedField(blank=True)),
                ('address', feedback.models.contact.EncryptedField(blank=True)),
                ('patient_name', feedback.models.contact.EncryptedField(blank=True)),
                ('needs', feedback.models.contact.EncryptedField(blank=True)),
                ('feedback', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contact', to='feedback.feedback')),
            ],
        ),
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40)),
                ('file_name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('stored', models.PositiveIntegerField(default=0)),
                ('refused', models.PositiveIntegerField(default=0)),
                ('seen_before', models.PositiveIntegerField(default=0)),
                ('started_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='import_batches', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('finished_at', None), ('rows', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('stored'), '+', models.F('refused')), '+', models.F('seen_before'))), _connector='OR'), name='import_adds_up_when_finished')],
            },
        ),
        migrations.CreateModel(
            name='PrintRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layout', models.CharField(max_length=60)),
                ('first', models.PositiveIntegerField(unique=True)),
                ('count', models.PositiveIntegerField()),
                ('printed_at', models.DateTimeField(auto_now_add=True)),
                ('printed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='print_runs', to='organisations.service')),
            ],
        ),
        migrations.CreateModel(
            name='ScanBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(choices=[('upload', 'sent from a browser'), ('folder', 'the watched folder'), ('command', 'the command line')], max_length=8)),
                ('scanner', models.CharField(blank=True, max_length=60)),
                ('fft_mode', models.CharField(default='Paper discharge', max_length=24)),
                ('received_on', models.DateField()),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scan_batches', to='organisations.organisation')),
                ('sent_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scan_batches', to='organisations.service')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-id'], name='batches_of_an_organisation')],
            },
        ),
        migrations.CreateModel(
            name='FilledForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('layout', models.CharField(max_length=60)),
                ('serial', models.PositiveIntegerField()),
                ('copy', models.PositiveIntegerField(default=1)),
                ('urgent', models.BooleanField(default=False)),
                ('kinds', models.JSONField(blank=True, default=list)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('set_aside', models.CharField(blank=True, max_length=200)),
                ('feedback', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='filled_form', to='feedback.feedback')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='filled_forms', to='organisations.organisation')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='filled_forms', to='organisations.service')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='forms', to='feedback.scanbatch')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('settled_at', None)), fields=['-urgent', 'id'], name='forms_to_check')],
                'constraints': [models.UniqueConstraint(fields=('batch', 'serial', 'layout', 'copy'), name='one_form_a_copy_in_a_batch'), models.CheckConstraint(condition=models.Q(models.Q(('feedback', None), ('settled_at', None)), models.Q(('settled_at__isnull', False), models.Q(('feedback__isnull', False), models.Q(('set_aside', ''), _negated=True), _connector='OR')), _connector='OR'), name='a_settled_form_is_feedback_or_says_why_not')],
            },
        ),
        migrations.CreateModel(
            name='ScanFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('size', models.PositiveBigIntegerField()),
                ('original', models.FileField(blank=True, max_length=200, upload_to='paper/originals/%Y/%m')),
                ('pages', models.PositiveIntegerField(default=0)),
                ('refused', models.CharField(blank=True, max_length=200)),
                ('split_at', models.DateTimeField(blank=True, null=True)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('expired_at', models.DateTimeField(blank=True, null=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='feedback.scanbatch')),
                ('same_as', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='feedback.scanfile')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('split_at', None)), fields=['id'], name='scan_file_unsplit')],
                'constraints': [models.UniqueConstraint(fields=('batch', 'sha256'), name='a_file_once_in_a_batch')],
            },
        ),
        migrations.CreateModel(
            name='Scan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('picture', models.FileField(blank=True, max_length=200, upload_to='paper/pages/%Y/%m')),
                ('straight', models.FileField(blank=True, max_length=200, upload_to='paper/straight/%Y/%m')),
                ('outcome', models.CharField(blank=True, choices=[('read', 'read'), ('to_check', 'to be checked'), ('not_ours', 'not one of our forms'), ('unreadable', 'could not be read'), ('seen_before', 'seen before')], max_length=12)),
                ('why', models.CharField(blank=True, max_length=200)),
                ('payload', models.CharField(blank=True, max_length=80)),
                ('page', models.PositiveSmallIntegerField(default=1)),
                ('one_bit', models.BooleanField(default=False)),
                ('ink', models.BinaryField(blank=True, null=True)),
                ('seconds', models.FloatField(default=0)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('put_aside_at', models.DateTimeField(blank=True, null=True)),
                ('hold', models.CharField(blank=True, max_length=200)),
                ('became', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='feedback.feedback')),
                ('form', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='scans', to='feedback.filledform')),
                ('put_aside_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('twin', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='twins', to='feedback.scan')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scans', to='feedback.scanfile')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('outcome', '')), fields=['id'], name='scan_unread'), models.Index(fields=['payload'], name='scan_by_payload')],
                'constraints': [models.UniqueConstraint(fields=('file', 'number'), name='a_page_once_in_a_file')],
            },
        ),
        migrations.CreateModel(
            name='FormField',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=24)),
                ('kind', models.CharField(max_length=8)),
                ('machine_value', feedback.models.contact.EncryptedField(blank=True)),
                ('confidence', models.FloatField(default=0)),
                ('trusted', models.BooleanField(default=False)),
                ('why', models.CharField(blank=True, max_length=120)),
                ('rekey', models.BooleanField(default=False)),
                ('lent_at', models.DateTimeField(blank=True, null=True)),
                ('human_value', feedback.models.contact.EncryptedField(blank=True)),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
                ('errors', models.FloatField(blank=True, null=True)),
                ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fields', to='feedback.filledform')),
                ('lent_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fields', to='feedback.scan')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('checked_at', None), ('trusted', False)), fields=['name', 'id'], name='fields_to_check'), models.Index(condition=models.Q(('checked_at', None), _negated=True), fields=['checked_at'], name='fields_checked')],
                'constraints': [models.UniqueConstraint(fields=('form', 'name'), name='a_field_once_in_a_form'), models.CheckConstraint(condition=models.Q(models.Q(('checked_at', None), ('checked_by', None)), models.Q(('checked_at__isnull', False), ('checked_by__isnull', False)), _connector='OR'), name='a_checked_field_names_who')],
            },
        ),
    ]
