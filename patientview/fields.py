"""A Django form field as the NHS component that shows it.

Templates reach these through `components/fields.html`. The widget decides the
component, so a page is a layout plus one line a field.
"""

from django.forms import Field
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

# What a component sets by itself, and what it must not carry: `maxlength` makes a browser cut
# pasted words without saying so, and a placeholder is gone when it is needed.
NOT_PASSED_ON = {"id", "class", "type", "maxlength", "minlength", "required", "placeholder"}
NAMED = {"rows", "cols", "autocomplete", "inputmode", "size"}
REQUIRED = Field.default_error_messages["required"]
# What to do about a missing answer, by Django's name of the widget. All others: fill in.
DO = dict.fromkeys(("radioselect", "checkboxselectmultiple", "select"), "Choose an answer") | {
    "checkbox": "Tick"
}
LONG = 400  # characters: a textarea that takes this many says how many it takes


def nhs_field(bound, heading=False, size=None, caption=None, label=None, hint=None, **shape):
    """A BoundField -> (component name, parameters of its nhsuk macro).

    heading: the label is the page's h1. size: s, m, l or xl. The rest depends on the widget:
    see `grouped` and `line`; a name that does not fit the widget is a TypeError.
    """
    component, fill = COMPONENTS.get(bound.widget_type, ("input", line))
    title = {
        **as_text(label or bound.label),
        "isPageHeading": heading,
        "size": size or ("l" if heading else None),
        "caption": caption,
    }
    params = {
        "id": bound.auto_id,
        "name": bound.html_name,
        "autocomplete": bound.field.widget.attrs.get("autocomplete"),
    }
    if words := hint or bound.help_text:
        params["hint"] = as_text(words)
    if bound.errors:
        params["errorMessage"] = {
            "html": format_html_join(mark_safe("<br>"), "{}", ((e,) for e in errors(bound)))
        }
    params.update(fill(bound, title, **shape))
    return component, params


def error_list(*forms):
    """Bound forms -> [{text, href}] for the error summary, each link to the box to mend."""
    found = []
    for form in forms:
        found += [{"text": str(error)} for error in form.non_field_errors()]
        for bound in form:
            box = f"{bound.auto_id}-day" if bound.widget_type == "selectdate" else bound.auto_id
            link = {} if bound.is_hidden else {"href": f"#{box}"}
            found += [{"text": error, **link} for error in errors(bound)]
    return found


def errors(bound):
    """What is wrong with one field. Django's "This field is required" says not which, so we do."""
    for error in bound.errors:
        if error == REQUIRED:
            yield f"{DO.get(bound.widget_type, 'Fill in')}: {bound.label}"
        else:
            yield str(error)


def as_text(words):
    """Words -> the macros' {"text"} (they escape it) or, if already safe, {"html"}."""
    words = str(words)  # a lazy translation is no string to Jinja
    return {"html": words} if isinstance(words, SafeString) else {"text": words}


def attributes(bound):
    """What the widget asks for beyond the component's own attributes."""
    attrs = bound.field.widget.attrs
    return {key: value for key, value in attrs.items() if key not in NOT_PASSED_ON | NAMED}


def line(bound, title, width=None):
    """One line of text. width: how many characters the box is wide (2, 3, 4, 5, 10, 20, 30)."""
    widget = bound.field.widget
    return {
        "label": title,
        "value": widget.format_value(bound.value()),
        "type": widget.input_type,
        "inputmode": widget.attrs.get("inputmode"),
        "width": width or widget.attrs.get("size"),
        "attributes": attributes(bound),
    }


def bare(bound, title):
    """A password or a file: what was typed or chosen is never sent back."""
    return {"label": title, "attributes": attributes(bound)}


def words(bound, title):
    """A textarea. The count appears at three quarters of a long limit; going over it loses nothing."""
    limit = getattr(bound.field, "max_length", None) or 0
    count = {
        "maxlength": limit,
        "threshold": 75,
        "textareaDescriptionText": f"You can write up to {limit:,} characters",
    }
    return {
        "label": title,
        "value": bound.value(),
        "rows": bound.field.widget.attrs.get("rows", 5),
        "attributes": attributes(bound),
        **(count if limit >= LONG else {}),
    }


def select(bound, title):
    """A list to choose from."""
    items = [
        {"value": str(data["value"]), "text": str(data["label"]), "selected": data["selected"]}
        for data in (option.data for option in bound.subwidgets)
    ]
    return {"label": title, "items": items, "attributes": attributes(bound)}


def grouped(bound, title, hints=None, reveals=None, divider_before=None, inline=False):
    """Radios or checkboxes.

    hints: {choice value: hint}, else the field's own `choice_hints`. reveals: {choice value:
    HTML shown when it is chosen}. divider_before: the choice that comes after an "or".
    """
    hints = hints or getattr(bound.field, "choice_hints", {})
    items = []
    for data in (option.data for option in bound.subwidgets):
        value = str(data["value"])
        if divider_before is not None and value == str(divider_before):
            items.append({"divider": "or"})
        items.append(
            {
                "value": value,
                **as_text(data["label"]),
                "checked": data["selected"],
                "hint": as_text(hints[value]) if value in hints else None,
                "conditional": {"html": (reveals or {}).get(value)},
            }
        )
    return {
        "id": None,
        "idPrefix": bound.auto_id,
        "fieldset": {"legend": title},
        "items": items,
        "inline": inline,
    }


def one_checkbox(bound, title):
    """One checkbox: its label is the sentence agreed to, so it needs no legend."""
    item = {
        "value": "on",
        "text": title.get("text"),
        "html": title.get("html"),
        "checked": bool(bound.value()),
    }
    return {"id": None, "idPrefix": bound.auto_id, "items": [item]}


def date(bound, title):
    """Three boxes for a DateField with Django's SelectDateWidget, which joins and checks them.

    What was typed is shown again as it was, also when it is no date.
    """
    widget, form = bound.field.widget, bound.form
    stored = {} if form.is_bound else widget.format_value(bound.value())
    items = []
    for part, field in (
        ("day", widget.day_field),
        ("month", widget.month_field),
        ("year", widget.year_field),
    ):
        name = field % bound.html_name
        items.append(
            {
                "id": f"{bound.auto_id}-{part}",
                "name": name,
                "label": part.capitalize(),
                "value": str((form.data.get(name) if form.is_bound else stored.get(part)) or ""),
                "width": 4 if part == "year" else 2,
            }
        )
    return {"fieldset": {"legend": title}, "items": items}


# Django's name of a widget -> the component, and what fills in its parameters. All others: one line.
COMPONENTS = {
    "textarea": ("textarea", words),
    "radioselect": ("radios", grouped),
    "checkboxselectmultiple": ("checkboxes", grouped),
    "checkbox": ("checkboxes", one_checkbox),
    "select": ("select", select),
    "nullbooleanselect": ("select", select),
    "selectdate": ("date", date),
    "password": ("password", bare),
    "file": ("file", bare),
    "clearablefile": ("file", bare),
}
