"""Each table made whole at once, on a new database alone: one that has gone through the others goes on from them."""

import django.db.models.deletion
import django.utils.timezone
import organisations.models
import organisations.ods
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('organisations', '0001_initial'), ('organisations', '0002_casework')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ods_code', models.CharField(max_length=12, unique=True, validators=[organisations.ods.validate_any])),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('icb', 'integrated care board'), ('acute_trust', 'acute trust'), ('mental_health_trust', 'mental health trust'), ('ambulance_trust', 'ambulance trust'), ('community_trust', 'community trust'), ('gp_practice', 'GP practice'), ('dental_practice', 'dental practice'), ('pharmacy', 'pharmacy'), ('optician', 'optician'), ('care_home', 'care home'), ('independent_hospital', 'independent hospital'), ('site', 'site'), ('national_body', 'national body')], max_length=24)),
                ('lineage', models.CharField(blank=True, db_index=True, editable=False, max_length=200)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('body', models.CharField(blank=True, db_index=True, max_length=24)),
                ('town', models.CharField(blank=True, max_length=80)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('telephone', models.CharField(blank=True, max_length=24)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organisations.organisation')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('closed_on', None), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='organisation_closes_after_it_opens'), models.CheckConstraint(condition=models.Q(('successor', None), ('closed_on__isnull', False), _connector='OR'), name='organisation_succeeded_only_when_closed')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('fft_setting', models.CharField(blank=True, max_length=40)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='organisations.organisation')),
            ],
            options={
                'ordering': ['organisation__name', 'name', 'id'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='service_named_once_in_an_organisation')],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', organisations.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('pals_officer', 'PALS officer'), ('complaints_officer', 'complaints officer'), ('responsible_person', 'responsible person'), ('service_manager', 'service manager'), ('icb_lead', 'ICB lead'), ('regulator', 'regulator'), ('administrator', 'administrator')], max_length=24)),
                ('valid_from', models.DateField(default=django.utils.timezone.localdate)),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.organisation')),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.service')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('service', None)), fields=('user', 'organisation', 'role'), name='one_membership_a_role'), models.UniqueConstraint(condition=models.Q(('service__isnull', False)), fields=('user', 'organisation', 'role', 'service'), name='one_membership_a_role_and_service'), models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='membership_ends_after_it_begins')],
            },
        ),
    ]
