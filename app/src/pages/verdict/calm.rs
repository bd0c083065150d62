//! The band when nothing is wrong, or nobody knows: what there is to say of a whole site.

use super::fact::{as_of, fact, next_maintenance};
use super::{Band, band};
use crate::pages::Context;
use crate::pages::entry::around;
use crate::pages::html::escape;
use crate::words::Words;
use leptos::prelude::*;
use model::{Impact, Kind};

pub(super) fn calm(cx: &Context) -> AnyView {
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
pub(crate) fn all(words: &Words, impact: Impact) -> &str {
    match impact {
        Impact::Operational => words.all_operational(),
        Impact::Unknown => words.all_unknown(),
        Impact::UnderMaintenance => words.all_under_maintenance(),
        Impact::DegradedPerformance => words.all_degraded_performance(),
        Impact::PartialOutage => words.all_partial_outage(),
        Impact::MajorOutage => words.all_major_outage(),
    }
}

pub(super) fn plain_headline(cx: &Context, impact: Impact) -> AnyView {
    view! { <h1 id="verdict" data-headline="">{all(cx.words, impact).to_owned()}</h1> }.into_any()
}
