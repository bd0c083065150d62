//! The answer: what is broken, since when, what is being done. One anatomy in every state: shape
//! and word, headline, what is going on, actions; and a few facts at the side.

use super::Context;
use super::entry::around;
use super::html::{brief, escape, raw};
use super::shape::living_shape;
use crate::words::Form;
use leptos::prelude::*;
use model::{Impact, Incident, Instant, Kind, State};

/// Updates that the band has room for.
const UPDATES: usize = 3;

/// Characters of the newest update, and of those before it.
const NEWEST: usize = 420;
const BEFORE: usize = 150;

/// How loudly a page speaks of an incident: by what components suffer, else by its severity.
pub(crate) fn tone(incident: &Incident, now: Instant) -> Impact {
    if incident.kind == Kind::Incident && incident.touches().is_empty() {
        incident.severity.default_impact()
    } else {
        incident.worst_at(now)
    }
}

/// A label with a value, both HTML; `big` for the one number that matters most.
pub(crate) fn fact(class: &'static str, label: &str, value: &str, note: &str) -> AnyView {
    let mut html = ["<dt>", &escape(label), "</dt><dd>", value].concat();
    if !note.is_empty() {
        html += "<small>";
        html += note;
        html += "</small>";
    }
    html += "</dd>";
    let class = (!class.is_empty()).then_some(class);
    view! { <div class=class inner_html=html></div> }.into_any()
}

/// What the band is made of.
struct Band {
    impact: Impact,
    /// After the state's word: components.
    about: String,
    /// Of the component states or of the whole site: only then the browser may change it.
    overall: bool,
    headline: AnyView,
    body: AnyView,
    facts: Vec<AnyView>,
}

fn band(cx: &Context, band: Band) -> AnyView {
    let Band {
        impact,
        about,
        overall,
        headline,
        body,
        facts,
    } = band;
    let overall = overall && cx.site.overall(cx.site.now) == impact;
    let about = (!about.is_empty()).then(|| view! { <span data-built="">" · "{about}</span> });
    view! {
        <section
            class="verdict"
            data-overall=overall.then_some("")
            data-impact=impact.as_str()
            aria-labelledby="verdict"
        >
            <div class="wrap">
                <div class="lead">
                    <p class="state">
                        {raw(living_shape(impact))}
                        <span><b data-word="">{cx.words.impact(impact).to_owned()}</b>{about}</span>
                    </p>
                    {headline}
                    {body}
                </div>
                <dl class="facts">{facts}</dl>
            </div>
        </section>
    }
    .into_any()
}

/// The home page's verdict.
pub(crate) fn verdict(cx: &Context) -> AnyView {
    let site = cx.site;
    if let Some(worst) = site.open_incidents().first() {
        return of_incident(cx, worst, true);
    }
    if let Some(work) = site.active_maintenance().first() {
        return of_maintenance(cx, work, true);
    }
    match site.overall(site.now) {
        Impact::Operational => calm(cx),
        impact => band(
            cx,
            Band {
                impact,
                about: String::new(),
                overall: true,
                headline: plain_headline(cx, impact),
                body: view! { <p class="say">{cx.words.unknown_note().to_owned()}</p> }.into_any(),
                facts: vec![as_of(cx), next_maintenance(cx)],
            },
        ),
    }
}

/// The band of an open incident: on the home page with its newest updates, on its own without.
pub(crate) fn of_incident(cx: &Context, incident: &Incident, home: bool) -> AnyView {
    let words = cx.words;
    let now = cx.site.now;
    let impact = tone(incident, now);
    let start = incident.start().unwrap_or(now);
    let body = view! {
        {track(cx, State::of(Kind::Incident), incident.state(now))}
        {home.then(|| updates(cx, incident))}
        {(!home).then(|| summary(cx, incident))}
        {actions(cx, incident, home)}
    };
    let since = cx.recently_zoned(start);
    band(
        cx,
        Band {
            impact,
            about: hit_now(cx, incident),
            overall: home,
            headline: headline(cx, incident, home),
            body: body.into_any(),
            facts: vec![
                fact(
                    "num",
                    words.lasting(impact),
                    &cx.growing(start),
                    &now_note(cx),
                ),
                fact("", words.since(), &since, ""),
                fact(
                    "",
                    words.severity_label(),
                    &escape(words.severity(incident.severity)),
                    "",
                ),
            ],
        },
    )
}

/// The band of work going on.
pub(crate) fn of_maintenance(cx: &Context, work: &Incident, home: bool) -> AnyView {
    let words = cx.words;
    let now = cx.site.now;
    let occurrence = work.occurrence_at(now);
    let state = occurrence
        .as_ref()
        .map_or(State::InProgress, |o| o.state(now));
    let mut facts = Vec::new();
    let mut progress = None;
    if let Some(occurrence) = &occurrence {
        let span = occurrence.span;
        if let Some(end) = span.end {
            facts.push(fact(
                "num",
                words.ends_in(),
                &cx.shrinking(end),
                &now_note(cx),
            ));
            facts.push(fact("", words.until(), &cx.recently_zoned(end), ""));
            progress = Some(gone(cx, now - span.start, end - span.start));
        }
        facts.push(fact("", words.since(), &cx.recently_zoned(span.start), ""));
    }
    let body = view! {
        {progress}
        {home.then(|| updates(cx, work))}
        {(!home).then(|| summary(cx, work))}
        {actions(cx, work, home)}
    };
    band(
        cx,
        Band {
            impact: Impact::UnderMaintenance,
            about: [words.state(state), " · ", &hit_now(cx, work)].concat(),
            overall: home,
            headline: headline(cx, work, home),
            body: body.into_any(),
            facts,
        },
    )
}

fn calm(cx: &Context) -> AnyView {
    let (site, words) = (cx.site, cx.words);
    let now = site.now;
    let shown = site.components.iter().filter(|c| !c.hidden).count();
    let over = site.incidents.iter().filter(|i| i.kind == Kind::Incident);
    let last = over
        .filter_map(|i| Some((i.end().filter(|end| *end <= now)?, i)))
        .max_by_key(|(end, _)| *end);
    let mut facts = Vec::new();
    let story = match last {
        Some((end, incident)) => {
            let date = words.day_year(&cx.clock.civil(end));
            let quiet = match (now - end) / model::time::DAY {
                0 => words.growing(now - end),
                days => words.spoken_days(days),
            };
            facts.push(fact(
                "num",
                words.quiet_for(),
                &escape(&quiet),
                &escape(&words.quiet_since(&date)),
            ));
            let title = cx.said(incident).title();
            let lang = title.attributes();
            let link = format!(
                "<a href=\"{}\"{lang}>{}</a>",
                escape(&cx.incident(&incident.id)),
                escape(title.it)
            );
            around(&words.calm_last("\u{1}", &date), &link)
        }
        None => escape(words.calm_never()).into_owned(),
    };
    facts.push(next_maintenance(cx));
    facts.push(as_of(cx));
    let text = [&escape(&words.calm_components(shown)), " ", story.as_str()].concat();
    band(
        cx,
        Band {
            impact: Impact::Operational,
            about: String::new(),
            overall: true,
            headline: plain_headline(cx, Impact::Operational),
            body: view! { <p class="say" inner_html=text></p> }.into_any(),
            facts,
        },
    )
}

/// What the whole site is, in one sentence.
pub(crate) fn all(words: &crate::words::Words, impact: Impact) -> &str {
    match impact {
        Impact::Operational => words.all_operational(),
        Impact::Unknown => words.all_unknown(),
        Impact::UnderMaintenance => words.all_under_maintenance(),
        Impact::DegradedPerformance => words.all_degraded_performance(),
        Impact::PartialOutage => words.all_partial_outage(),
        Impact::MajorOutage => words.all_major_outage(),
    }
}

fn plain_headline(cx: &Context, impact: Impact) -> AnyView {
    view! { <h1 id="verdict" data-headline="">{all(cx.words, impact).to_owned()}</h1> }.into_any()
}

fn headline(cx: &Context, incident: &Incident, home: bool) -> AnyView {
    let title = cx.said(incident).title();
    let text = title.it.to_owned();
    if home {
        let href = cx.incident(&incident.id);
        view! { <h1 id="verdict" dir=title.dir() lang=title.lang><a data-headline="" href=href>{text}</a></h1> }
            .into_any()
    } else {
        view! { <h1 id="verdict" dir=title.dir() lang=title.lang>{text}</h1> }.into_any()
    }
}

fn now_note(cx: &Context) -> String {
    let now = cx.time(cx.site.now, Form::ClockZone);
    around(&cx.words.as_of("\u{1}"), &now)
}

fn as_of(cx: &Context) -> AnyView {
    fact(
        "",
        cx.words.as_of_label(),
        &cx.time(cx.site.now, Form::Short),
        "",
    )
}

fn next_maintenance(cx: &Context) -> AnyView {
    let words = cx.words;
    let upcoming = cx.site.upcoming(model::site::ANNOUNCE_AHEAD);
    let value = match upcoming.first() {
        Some((work, span)) => {
            let href = cx.incident(&work.id);
            [
                "<a href=\"",
                &escape(&href),
                "\">",
                &cx.time(span.start, Form::Short),
                "</a>",
            ]
            .concat()
        }
        None => escape(words.none_planned()).into_owned(),
    };
    fact("", words.next_maintenance(), &value, "")
}

/// Names of the components that suffer now, worst first.
fn hit_now(cx: &Context, incident: &Incident) -> String {
    let now = cx.site.now;
    let mut hits = incident.impacts();
    hits.retain(|hit| hit.span.contains(now));
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.impact));
    cx.words
        .names(hits.iter().map(|hit| cx.name(&hit.component)), 3)
}

/// Where it stands among the states of its life.
fn track(cx: &Context, steps: &[State], current: State) -> AnyView {
    let reached = current.rank();
    let steps = steps.iter().map(|&step| {
        let rank = step.rank();
        let class = (rank <= reached).then_some("done");
        let here = (rank == reached).then_some("step");
        view! { <li class=class aria-current=here>{cx.words.state(step).to_owned()}</li> }
    });
    view! {
        <ol class="track" aria-label=cx.words.step_track().to_owned()>{steps.collect_view()}</ol>
    }
    .into_any()
}

/// How much of the planned time has passed, as a bar and in words.
fn gone(cx: &Context, seconds: i64, whole: i64) -> AnyView {
    let share = (seconds.clamp(0, whole) * 100 / whole.max(1)).to_string();
    let bar = [
        "<svg class=\"gone\" aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\"/><rect width=\"",
        &share,
        "%\" height=\"100%\"/></svg>",
    ];
    let text = cx
        .words
        .gone_of(&cx.words.duration(seconds), &cx.words.duration(whole));
    view! { {raw(bar.concat())} <p class="gone-text">{text}</p> }.into_any()
}

fn updates(cx: &Context, incident: &Incident) -> AnyView {
    let now = cx.site.now;
    let said = cx.said(incident);
    let shown: Vec<usize> = match incident.kind {
        Kind::Maintenance => incident
            .occurrence_at(now)
            .map(|o| o.updates)
            .unwrap_or_default(),
        _ => (0..incident.updates.len()).collect(),
    };
    let past = shown
        .iter()
        .rev()
        .filter(|&&i| incident.updates[i].at <= now);
    let items: Vec<AnyView> = past
        .take(UPDATES)
        .enumerate()
        .map(|(nth, &i)| {
            let update = &incident.updates[i];
            let body = said.update(i);
            let html = body.it.map(|html| html.at(cx.root)).unwrap_or_default();
            let (text, _) = brief(&html, if nth == 0 { NEWEST } else { BEFORE });
            let when = [cx.recently(update.at).as_str(), " · ", &cx.ago(update.at)].concat();
            let state = escape(&cx.words.said(cx.words.state(update.state))).into_owned();
            let lang = body.attributes();
            let line = ["<b>", &state, "</b><span", &lang, ">", &text, "</span>"].concat();
            view! {
                <li>
                    <p class="at" inner_html=when></p>
                    <p inner_html=line></p>
                </li>
            }
            .into_any()
        })
        .collect();
    if items.is_empty() {
        let (text, _) = brief(&said.summary().it.at(cx.root), NEWEST);
        return view! { <p class="say" inner_html=text></p> }.into_any();
    }
    view! { <ol class="says" aria-label=cx.words.latest_updates().to_owned()>{items}</ol> }
        .into_any()
}

fn summary(cx: &Context, incident: &Incident) -> AnyView {
    let summary = cx.said(incident).summary();
    if summary.it.is_empty() {
        return ().into_any();
    }
    view! { <div class="say prose" dir=summary.dir() lang=summary.lang inner_html=summary.it.at(cx.root)></div> }
        .into_any()
}

fn actions(cx: &Context, incident: &Incident, home: bool) -> AnyView {
    let words = cx.words;
    let probed = incident.touches().into_iter().find(|id| {
        cx.site
            .component(id)
            .is_some_and(|c| c.browser.is_some() && !c.hidden)
    });
    let probe = probed.map(|id| {
        let href = cx.component(id) + "#check";
        view! { <a class="button" href=href>{words.check_from_here().to_owned()}</a> }
    });
    let more = home.then(|| {
        let label = match incident.updates.len() {
            0 => words.read_more().to_owned(),
            n => words.all_updates(n),
        };
        view! { <a class="button solid" href=cx.incident(&incident.id)>{label}</a> }
    });
    if probe.is_none() && more.is_none() {
        return ().into_any();
    }
    view! { <p class="actions">{more}{probe}</p> }.into_any()
}
