"""Every setting of the service, in one file, loud.

What differs from place to place comes from the environment. With nothing set
this is the embedded service: SQLite in `var/`, no broker, debug off, a secret
made on first start. With DATABASE_URL and REDIS_URL set it is the hosted one.
A value that makes no sense stops the start with a sentence that says why.
"""

import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

from triage.ledger.links import derived

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()


def setting(read, name, *args, **kwargs):
    """One value from the environment, or a sentence saying what is wrong with it."""
    try:
        return read(name, *args, **kwargs)
    except (EnvError, ValueError) as problem:
        raise ImproperlyConfigured(f"The setting {name} cannot be used: {problem}") from None


# Where the embedded service keeps its database, secret and uploads.
DATA_DIR = Path(setting(env.str, "PATIENTVIEW_DATA_DIR", str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DATABASE_URL = setting(env.str, "DATABASE_URL", "")
REDIS_URL = setting(env.str, "REDIS_URL", "")
# Debug pages print local variables, and those hold patients' words: never on by default.
DEBUG = setting(env.bool, "DEBUG", False)
HOSTED = bool(DATABASE_URL) and not DATABASE_URL.startswith("sqlite")


def embedded_secret(name):
    """A secret of the embedded service, made once and kept readable by its owner alone."""
    path = DATA_DIR / name
    try:
        with path.open("x") as new:
            path.chmod(0o600)
            new.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text().strip()


SECRET_KEY = setting(env.str, "SECRET_KEY", "") or ("" if HOSTED else embedded_secret("secret-key"))
# Contact details are encrypted with the first key and read with any: add a new one in front to rotate.
CONTACT_KEYS = setting(env.list, "CONTACT_KEYS", []) or ([] if HOSTED else [embedded_secret("contact-key")])
for name, value in (("SECRET_KEY", SECRET_KEY), ("CONTACT_KEYS", CONTACT_KEYS)):
    if not value:
        raise ImproperlyConfigured(f"{name} must be set when DATABASE_URL names a server.")
if len(SECRET_KEY) < 32 or any(len(key) < 32 for key in CONTACT_KEYS):
    raise ImproperlyConfigured("SECRET_KEY and each of CONTACT_KEYS need at least 32 characters.")

# What the history is chained with. Give it a value of its own and SECRET_KEY can be changed without breaking it.
HISTORY_KEY = derived(setting(env.str, "HISTORY_KEY", "") or SECRET_KEY)

ALLOWED_HOSTS = setting(env.list, "ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = setting(env.list, "CSRF_TRUSTED_ORIGINS", [])
# The address people see in e-mails, letters and QR codes.
PUBLIC_URL = setting(env.str, "PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
if not PUBLIC_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured("PUBLIC_URL must start with http:// or https://.")
SECURE = PUBLIC_URL.startswith("https://")
if HOSTED and DEBUG:
    raise ImproperlyConfigured("DEBUG shows patients' words on error pages: not with a server database.")

INSTALLED_APPS = [
    "organisations",
    "feedback",
    "sentiment",
    "triage",
    "insights",
    "patientview",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Closed by default: a view is for signed-in people unless it says login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "patientview.urls"
WSGI_APPLICATION = "patientview.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "environment": "patientview.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "patientview.jinja.every_page",
                "triage.queue.context.staff",
                "triage.alerting.context.alerting",
                "insights.drift.context.drift",
            ],
        },
    },
    {
        # allauth's and Swagger's own pages are written in Django's language.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

try:
    DATABASES = {
        "default": dj_database_url.parse(DATABASE_URL or f"sqlite:///{DATA_DIR / 'patientview.sqlite3'}")
    }
except (ValueError, KeyError):
    raise ImproperlyConfigured("DATABASE_URL is not an address: postgres://user:password@host/name") from None
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"].update(CONN_MAX_AGE=0, OPTIONS={"pool": {"min_size": 1, "max_size": 8}})
elif DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # With Django's defaults nine of ten concurrent writers fail with "database is locked";
    # taking the write lock at BEGIN and waiting for it loses none.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    raise ImproperlyConfigured("DATABASE_URL must name PostgreSQL or SQLite.")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if REDIS_URL and not REDIS_URL.startswith(("redis://", "rediss://", "unix://")):
    raise ImproperlyConfigured("REDIS_URL must start with redis://, rediss:// or unix://.")
# The cache holds rate limits only. Without Redis they lapse; nobody is turned away because of it.
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 0.3, "SOCKET_TIMEOUT": 0.5},
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "patientview"}
}

# Background work. The rows are the truth and Celery is only legs: see docs/adr/0002.
CELERY_BROKER_URL = REDIS_URL or "memory://localhost/"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"visibility_timeout": 900, "socket_connect_timeout": 2} if REDIS_URL else {"polling_interval": 0.1}
)

AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/queue/"
ACCOUNT_ADAPTER = "organisations.accounts.StaffAccounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 12 * 60 * 60  # one long shift
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "templates" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "files"
# Models that were promoted; the one that ships lies with the code. Every worker must see this folder.
MODELS_DIR = Path(setting(env.str, "MODELS_DIR", str(DATA_DIR / "models")))
# Scans dropped here are taken in: a folder for each organisation, named by its ODS code. Empty: nobody watches.
SCANS_DIR = setting(env.str, "SCANS_DIR", "")
# Days that scans are kept after their form became feedback.
PAPER_KEEP_DAYS = setting(env.int, "PAPER_KEEP_DAYS", 365)
# The largest file kept with a case.
EVIDENCE_MOST_BYTES = setting(env.int, "EVIDENCE_MEGABYTES", 25) * 1024 * 1024
# The virus scanner (clamd over TCP). Empty: files are not checked, and the page says so.
CLAMAV_HOST = setting(env.str, "CLAMAV_HOST", "")
CLAMAV_PORT = setting(env.int, "CLAMAV_PORT", 3310)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "feedback.api.problems.as_problem",
    # One address may stand for a whole hospital: the limits stop a machine, not a family.
    "DEFAULT_THROTTLE_RATES": {
        "give": f"{setting(env.int, 'GIVE_PER_HOUR', 300)}/hour",
        "look_up": "300/hour",
        "browse": "600/hour",
    },
    "NUM_PROXIES": setting(env.int, "NUM_PROXIES", 0),
}
SPECTACULAR_SETTINGS = {
    "TITLE": "NHS Patient View",
    "DESCRIPTION": "Give feedback to an NHS service in England, and follow what happens to it.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PUBLIC": True,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

EMAIL_URL = setting(env.str, "EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_URL else 'console'}.EmailBackend"
if EMAIL_URL:
    EMAIL_HOST = EMAIL_URL
    EMAIL_PORT = setting(env.int, "EMAIL_PORT", 587)
    EMAIL_HOST_USER = setting(env.str, "EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = setting(env.str, "EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_TLS = setting(env.bool, "EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 20
# Without a mail server: a folder in which each e-mail becomes a file, for trying things out.
EMAIL_FOLDER = setting(env.str, "EMAIL_FOLDER", "")
if EMAIL_FOLDER and not EMAIL_URL:
    EMAIL_BACKEND, EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", EMAIL_FOLDER
DEFAULT_FROM_EMAIL = setting(env.str, "DEFAULT_FROM_EMAIL", "NHS Patient View <no-reply@patientview.example>")

# GOV.UK Notify: with a key, letters may be printed and posted by it; with the id of a template as well, the
# notes that words wait go out through it instead of our own mail server. The template needs the fields
# ((reference)), ((says)) and ((address)).
NOTIFY_API_KEY = setting(env.str, "NOTIFY_API_KEY", "")
NOTIFY_EMAIL_TEMPLATE = setting(env.str, "NOTIFY_EMAIL_TEMPLATE", "")
# Its template for text messages to the person on call, with the fields of docs/alerts.md.
NOTIFY_SMS_TEMPLATE = setting(env.str, "NOTIFY_SMS_TEMPLATE", "")
NOTIFY_URL = setting(env.str, "NOTIFY_URL", "https://api.notifications.service.gov.uk")
if NOTIFY_API_KEY and len(NOTIFY_API_KEY) < 73:
    raise ImproperlyConfigured("NOTIFY_API_KEY is too short: copy all of it, with the name in front.")
if NOTIFY_EMAIL_TEMPLATE and not NOTIFY_API_KEY:
    raise ImproperlyConfigured("NOTIFY_EMAIL_TEMPLATE needs NOTIFY_API_KEY.")

# Which engine reads comments: "fast" (the shipped model), "transformer" (the same as it was trained, in
# torch) or "keywords" (no weights, for quick tests).
ENGINE = setting(env.str, "ENGINE", "fast")
if ENGINE not in ("fast", "transformer", "keywords"):
    raise ImproperlyConfigured("ENGINE must be fast, transformer or keywords.")

# No patient's words and no addresses in logs: messages carry ids and counts.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": setting(env.str, "LOG_LEVEL", "INFO")},
    # Celery repeats each beat at INFO, once a second: only what went wrong is worth a line.
    "loggers": {
        name: {"level": "WARNING"} for name in ("celery.beat", "celery.worker.strategy", "celery.app.trace")
    }
    # Notify's refusals quote telephone numbers and addresses, and its client logs them.
    | {"notifications_python_client": {"level": "CRITICAL"}},
}
