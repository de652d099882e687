"""Ids of the model policy that checks look for: its own words for places, times and things.

A school adds to these trees and renames what is in them, but keeps the ids; a test holds the
model policy to having each of them.
"""

from __future__ import annotations

ON_SITE = "on-site"
"""The place that is the school site."""
WHERE_PUPILS_ARE = ("lessons", "corridors", "dining-hall", "playground")
"""The places on the site where staff are in front of pupils."""
BOARDING_HOUSE = "boarding-house"
"""The place where boarders live. Only schools with boarders have it."""
HOMES = ("home", "residential", BOARDING_HOUSE)
"""The places where pupils live, if only for a night."""
SCHOOL_DAY = "school-day"
"""The time from the beginning to the end of the school day."""
DEVICE = "device"
"""The thing within which all devices lie."""
SCHOOL_DEVICE = "school-device"
"""The thing within which all devices lie that the school owns."""
HEAD = "head"
"""The role that leads the school."""
SAFEGUARDING_LEAD = "dsl"
"""The role that leads on keeping children safe."""
CHAIR = "chair-of-governors"
"""The role that hears concerns about the head."""
ABOUT_THE_HEAD = "head-as-subject"
"""The incident that is a concern about the head."""
ONLINE_SAFETY_GOVERNOR = "online-safety-governor"
"""The role that watches over online safety for those who govern."""
WHOLE_POLICY = "online-safety-policy"
"""The review that is of the policy as a whole."""
