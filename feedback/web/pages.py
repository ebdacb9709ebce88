"""Pages of plain words, and the file with the return code in it."""

import re

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from feedback.references import clean_return_code
from feedback.web.public import public, unkept

REFERENCE = re.compile(r"PV-[A-Z0-9]{4}-[A-Z0-9]{4}")


@public
@require_safe
def page(request, name):
    """One of templates/pages/."""
    return render(request, f"pages/{name}.html")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def download_code(request):
    """The return code as a text file. It comes in the body of a POST, so that no address or log holds it."""
    code = clean_return_code(request.POST.get("code", ""))
    reference = request.POST.get("reference", "")
    if not code or not REFERENCE.fullmatch(reference):
        return redirect("web:start")
    text = render(request, "feedback/web/code.txt", {"code": code, "reference": reference}).content
    name = f"NHS-feedback-{reference}.txt"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return unkept(HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers))


@public
@require_safe
def clear(request):
    """For a shared phone or tablet: has the browser forget the pages that the person filled in."""
    page = render(request, "feedback/web/cleared.html")
    page["Clear-Site-Data"] = '"cache"'  # not "cookies": that would sign out the member of staff who lent it
    return unkept(page)
