# Every word that a reader sees, in English. Arguments stand in braces; plural forms follow CLDR.
# A site can change any of them in its own locales/en.ftl.

## Language

number-group = ,
list-separator = ,{" "}
# A label and its value on one line.
label = { $label }: { $value }

## Markdown

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
task-done = Done
task-open = Open

## Terms

impact-operational = Operational
impact-unknown = Not observed
impact-under_maintenance = Maintenance
impact-degraded_performance = Degraded
impact-partial_outage = Partial outage
impact-major_outage = Major outage

severity-none = No impact
severity-minor = Minor
severity-major = Major
severity-critical = Critical

state-investigating = Investigating
state-identified = Identified
state-monitoring = Monitoring
state-resolved = Resolved
state-scheduled = Scheduled
state-in_progress = In progress
state-verifying = Verifying
state-completed = Completed
state-cancelled = Cancelled

kind-incident = Incident
kind-maintenance = Maintenance
kind-notice = Notice

## Dates and durations

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

month-year = { $month } { $year }
date-long = { $day } { $month } { $year }
date-medium = { $day } { $month } { $year }
date-short = { $day } { $month }
date-weekday = { $weekday } { $day }
date-time = { $date }, { $time }
time-zone = { $time } { $zone }
days-of-month = { $first }–{ $last } { $month }
days-range = { $first } – { $last }

short-days = { $n } d
short-hours = { $n } h
short-minutes = { $n } min
short-seconds = { $n } s
spoken-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
spoken-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
spoken-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
spoken-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
duration-two = { $first } { $second }
# In place of a duration below a minute that still grows.
moment = less than a minute
ago = { $duration } ago

## Every page

skip = Skip to the content
nav = Main
nav-status = Status
nav-incidents = Incidents
nav-maintenance = Maintenance
nav-postmortems = Postmortems
breadcrumb = You are here
language = Language
preferences = Preferences
footer-made = Made with Allclear
page-description = Current status, incidents and maintenance of { $title }.
draft = Draft
draft-note = This is a draft; it is not published.
untranslated = This text is not available in { $language } yet.

## Home: the verdict

all-operational = All systems operational
all-unknown = We cannot say how things are now
all-under_maintenance = Maintenance is under way
all-degraded_performance = Some systems are degraded
all-partial_outage = Some systems are partly down
all-major_outage = Some systems are down
calm-components = { $count ->
    [one] The one component listed here works.
   *[other] All { $count } components listed here work.
}
calm-last = The last incident, { $incident }, ended { $when }.
calm-never = No incident is on record.
unknown-note = Nothing that we have says how things are; nobody looked, or what was seen is too old.
lasting-major_outage = Down for
lasting-partial_outage = Partly down for
lasting-degraded_performance = Degraded for
lasting-operational = Going on for
as-of = as of { $time }
as-of-label = As of
# Before the words of an update.
said = { $state }.{" "}
since = Since
until = Until
severity-label = Severity
affects = Affects
quiet-for = Without an incident for
quiet-since = since { $date }
next-maintenance = Next maintenance
none-planned = None planned
ends-in = Ends in
planned-window = Planned
gone-of = { $gone } of { $whole } have passed
step-track = Where it stands
latest-updates = Latest updates
all-updates = { $count ->
    [1] The whole story
    [2] Both updates
   *[other] All { $count } updates
}
read-more = Read more
check-from-here = Check from your browser
also = Also
started-ago = since { $time }, { $duration }
names-and-more = { $list } and { $count } more
pinned = Notice

## Home: components

components = Components
strip-from = { $days } days ago
strip-to = Today
strip-label = { $component }, last { $days } days: { $what }.
strip-quiet = no trouble reported
strip-day = { $date } { $impact }
strip-more = { $count ->
    [one] and one more day
   *[other] and { $count } more days
}
strip-note = Bars show what was reported here, day by day; taller is worse.
group-count = { $count ->
    [one] { $count } component
   *[other] { $count } components
}

## Home: 14 days

recent = Last { $days } days
all-incidents = All incidents
quiet-days = { $count ->
    [1] A day without an incident
    [2] Two days without an incident
    [3] Three days without an incident
    [4] Four days without an incident
    [5] Five days without an incident
    [6] Six days without an incident
    [7] Seven days without an incident
    [8] Eight days without an incident
    [9] Nine days without an incident
    [10] Ten days without an incident
    [11] Eleven days without an incident
    [12] Twelve days without an incident
    [14] Two weeks without an incident
   *[other] { $count } days without an incident
}
ongoing = Ongoing, { $duration }

## An incident

lasted = Lasted
hit-for = { $component }: { $impact }
affected = Affected
affected-of = { $count } of { $whole }
nobody-affected = No component
updates = Updates
first-update = First update after
reported-by-machine = opened by the machine
closed-by-machine = closed by the machine
noted-by-machine = by the machine
picture = The incident in one picture
picture-label = Impact over time, { $from } to { $to }: { $what }.
picture-part = { $component } { $impact } for { $duration }
timeline = Timeline
newest-first = Newest first
oldest-first = Oldest first
after-start = +{ $duration }
all-recovered = All components operational
impact-change = { $component }: { $impact }
postmortem = Postmortem
reading-time = { $minutes ->
    [one] { $minutes } min read
   *[other] { $minutes } min read
}
contents = Contents
tags = Filed under
newer = Newer
older = Older
neighbours = More incidents

## Maintenance

maintenance-intro = Planned work, what it touches, and how it went.
maintenance-active = Under way
maintenance-upcoming = Coming up
maintenance-recurring = Recurring
maintenance-past = Past
maintenance-none = No maintenance is planned.
next-windows = Next windows
past-windows = Past windows
ended-early = ended after { $duration }

## Lists

incidents-intro = Everything that was reported here, newest first.
incidents-none = No incident is on record. May it stay so.
newest = Newest
archive = Archive
archive-count = { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
month-count = { $count ->
    [0] Nothing was reported in this month.
    [one] One thing was reported in this month.
   *[other] { $count } things were reported in this month.
}
newer-month = Newer month
older-month = Older month
postmortems-intro = What we learned: the full story of incidents, told after they were over.
postmortems-none = No postmortem has been written yet.

## A component

depends-on = Needs
needed-by = Needed by
visit = Visit
last-days = Last { $days } days
year = A year, day by day
year-note = The larger the square, the worse the day.
component-incidents = Incidents of this component
component-none = Nothing has been reported about this component.
component-older = Older ones are in the archive
just-you = Is it just you?

## Nothing here

not-found = There is no such page
not-found-note = The address may be mistyped, or the page has moved. The status of everything is one step away.
not-found-back = See the current status
redirect = This page has moved
redirect-note = It is now at

## What the islands say in the browser

times-site = Times are in { $site }.
times-mine = Times are in your zone, { $zone }.
times-utc = Times are in UTC.

preferences-theme = Theme
preferences-theme_system = System
preferences-theme_light = Light
preferences-theme_dark = Dark
preferences-zone = Times in
preferences-zone_mine = My zone
preferences-zone_site = { $site }
preferences-zone_utc = UTC
preferences-clock = Clock
preferences-clock_auto = Automatic
preferences-clock_12 = 12 h
preferences-clock_24 = 24 h

live-operational = { impact-operational }
live-unknown = { impact-unknown }
live-under_maintenance = { impact-under_maintenance }
live-degraded_performance = { impact-degraded_performance }
live-partial_outage = { impact-partial_outage }
live-major_outage = { impact-major_outage }
live-all_operational = { all-operational }
live-all_unknown = { all-unknown }
live-all_under_maintenance = { all-under_maintenance }
live-all_degraded_performance = { all-degraded_performance }
live-all_partial_outage = { all-partial_outage }
live-all_major_outage = { all-major_outage }
live-change = { $name }: { $state }
live-news = This page has news.
live-reload = Show it
live-stale = We cannot reach this site; what you see may be old.
live-moment = { moment }
live-minutes = { short-minutes }
live-hours = { short-hours }
live-days = { short-days }
live-two = { duration-two }
live-gone = { gone-of }

probe-intro = Your browser asks { $component } and, to compare, this site. Nothing is sent anywhere else, and the result stays with you.
probe-check = Check from your browser
probe-checking = Checking…
probe-again = Check again
probe-from_browser = From your browser, { $time }
probe-both_fine = You reach it, and so do we
probe-both_fine_why = { $component } answers your browser, and nothing is reported here.
probe-both_fine_try = If something still fails for you, reload it or sign in again, then tell us what you see.
probe-only_you = It is probably only you
probe-only_you_why = This site answers your browser, but { $component } does not, and nobody has reported trouble. The fault is probably between you and it: a company network, an ad blocker, a name server.
probe-only_you_try = Try another network, switch off blockers and VPNs, or wait a minute and check again.
probe-only_us = You reach it, we report trouble
probe-only_us_why = { $component } answers your browser, although an outage is reported. It may be coming back, or it may fail for others only.
probe-only_us_partly_why = { $component } answers your browser. What is reported hits only some people, or only some of what it does.
probe-only_us_try = Go on, but expect that some things fail.
probe-everyone = It is not only you
probe-everyone_why = { $component } does not answer your browser, and we know of the trouble.
probe-everyone_error_why = { $component } answers your browser with an error (status { $status }), and we know of the trouble.
probe-everyone_try = There is nothing to do on your side. This page says when it is over.
probe-unclear = We could not tell
probe-offline_why = Your browser says that it is offline.
probe-no_control_why = This site did not answer your browser either, so your connection is probably down.
probe-blocked_why = Something in your browser stopped the request before it was sent: an extension, or this page’s own security policy.
probe-disagree_why = { $component } answered your browser with an error (status { $status }) that nobody has reported yet.
probe-silent_reached_why = { $component } answers your browser; we do not know more ourselves.
probe-silent_failed_why = { $component } does not answer your browser, and we do not know how it is ourselves.
probe-unclear_try = Check again in a minute, or from another network.
probe-you = You
probe-page = This page says
probe-this_site = this site
probe-component = { $component }
probe-answered = { $ms } ms
probe-answered_status = { $ms } ms, status { $status }
probe-failed = no answer, { $ms } ms
probe-timed_out = no answer within { $s } s
probe-not_asked = not asked
probe-limits_cors = What we cannot know: whether it does everything that it should. An answer shows that it is reachable and says it is well.
probe-limits_no_cors = What we cannot know: whether the answer was right. { $component } does not let web pages read its answers, so this shows only that something answers.
probe-limits_failed = What we cannot know: why. No browser tells a page whether a name, a connection or a certificate failed.
probe-operational = { impact-operational }
probe-unknown = { impact-unknown }
probe-under_maintenance = { impact-under_maintenance }
probe-degraded_performance = { impact-degraded_performance }
probe-partial_outage = { impact-partial_outage }
probe-major_outage = { impact-major_outage }
