//! One month of the archive, by day.

use super::entry::Entry;
use super::html::escape;
use super::shell::{Head, Section, document};
use super::{Context, Month};
use leptos::prelude::*;

/// The page.
pub fn month(cx: &Context, month: &Month) -> String {
    let words = cx.words;
    let title = words.month_of(month.year, month.month);
    let head = Head {
        section: Section::Incidents,
        ..Head::new(&title)
    };
    let mut day = None;
    let all = month
        .incidents
        .iter()
        .filter_map(|&i| cx.site.incidents.get(i));
    let rows: Vec<AnyView> = all
        .map(|incident| {
            let civil = cx.clock.civil(incident.start().unwrap_or_default());
            let again = day.replace(civil.day) == Some(civil.day);
            let when = if again {
                String::new()
            } else {
                words.weekday_day(&civil)
            };
            let what = cx.gist(incident);
            cx.entry(
                incident,
                Entry {
                    when,
                    what,
                    more: None,
                },
            )
        })
        .collect();
    let position = cx
        .months
        .iter()
        .position(|m| (m.year, m.month) == (month.year, month.month));
    let newer = position
        .and_then(|i| i.checked_sub(1))
        .and_then(|i| cx.months.get(i));
    let older = position.and_then(|i| cx.months.get(i + 1));
    let main = view! {
        <div class="wrap page">
            <nav class="crumbs" aria-label=words.breadcrumb().to_owned()>
                <ol><li><a href=cx.to("incidents/")>{words.nav_incidents().to_owned()}</a></li></ol>
            </nav>
            <h1>{title.clone()}</h1>
            <p class="intro">{words.month_count(rows.len())}</p>
            {(!rows.is_empty()).then(|| view! { <ul class="entries by-day">{rows}</ul> })}
            {neighbours(cx, newer, older)}
        </div>
    };
    document(cx, &head, main.into_any())
}

fn neighbours(cx: &Context, newer: Option<&Month>, older: Option<&Month>) -> AnyView {
    let words = cx.words;
    if newer.is_none() && older.is_none() {
        return ().into_any();
    }
    let link = |month: Option<&Month>, class: &str, rel: &str, label: &str| match month {
        Some(month) => format!(
            "<a class=\"{class}\" rel=\"{rel}\" href=\"{}\"><small>{}</small><span>{}</span></a>",
            escape(&cx.to(&format!("history/{}/{:02}/", month.year, month.month))),
            escape(label),
            escape(&words.month_of(month.year, month.month)),
        ),
        None => String::new(),
    };
    let html = [
        link(older, "older", "prev", words.older_month()),
        link(newer, "newer", "next", words.newer_month()),
    ];
    view! { <nav class="neighbours" aria-label=words.archive().to_owned() inner_html=html.concat()></nav> }
        .into_any()
}
