"""Help that is there now, for an app to show before any thanks. The pages say the same: components/signposting.html."""

SIGNPOSTING = (
    {
        "name": "Emergency services",
        "how": "Call 999, or go to A&E now",
        "for": "Someone's life is in danger, or they cannot be kept safe",
    },
    {
        "name": "NHS 111",
        "how": "Call 111 and choose option 2, at any time of day or night",
        "for": "You need help for your mental health",
    },
    {
        "name": "Samaritans",
        "how": "Call 116 123, free, day and night",
        "for": "You want to talk to someone",
    },
    {
        "name": "Shout",
        "how": "Text SHOUT to 85258, free, day and night",
        "for": "You would rather text",
    },
    {
        "name": "Relay UK and 999 BSL",
        "how": "Call 18000 with the Relay UK app or a textphone, or sign at https://999bsl.co.uk/",
        "for": "You are deaf or cannot use a phone",
    },
)
