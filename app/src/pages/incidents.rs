//! The index: the newest, then every month that has something in it. Never all of them: the page
//! stays small with 10,000 incidents.

use super::html::escape;
use super::shape::shape;
use super::shell::{Head, Section, document};
use super::{Context, Month};
use leptos::prelude::*;
use model::{Impact, Kind};

/// Rows on the page.
const NEWEST: usize = 50;

/// The page.
pub fn incidents(cx: &Context) -> String {
    let (site, words) = (cx.site, cx.words);
    let listed = site
        .incidents
        .iter()
        .filter(|i| i.kind != Kind::Maintenance);
    let rows: Vec<AnyView> = listed.take(NEWEST).map(|i| cx.dated(i, true)).collect();
    let head = Head {
        section: Section::Incidents,
        icon: site.overall(site.now),
        ..Head::new(words.nav_incidents())
    };
    let newest = if rows.is_empty() {
        view! { <p class="empty">{words.incidents_none().to_owned()}</p> }.into_any()
    } else {
        view! {
            <section aria-labelledby="newest">
                <div class="head"><h2 id="newest">{words.newest().to_owned()}</h2></div>
                <ul class="entries">{rows}</ul>
            </section>
        }
        .into_any()
    };
    let main = view! {
        <div class="wrap page">
            <h1>{words.nav_incidents().to_owned()}</h1>
            <p class="intro">{words.incidents_intro().to_owned()}</p>
            {newest}
            {archive(cx)}
        </div>
    };
    document(cx, &head, main.into_any())
}

/// A year a row, twelve months wide.
fn archive(cx: &Context) -> AnyView {
    let words = cx.words;
    if cx.months.is_empty() {
        return ().into_any();
    }
    let mut years: Vec<i32> = cx.months.iter().map(|m| m.year).collect();
    years.dedup();
    let rows: Vec<AnyView> = years
        .into_iter()
        .map(|year| {
            let cells: String = (1..=12).map(|month| cell(cx, year, month)).collect();
            view! {
                <h3>{year.to_string()}</h3>
                <ol class="months" inner_html=cells></ol>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="archive" aria-labelledby="archive">
            <div class="head"><h2 id="archive">{words.archive().to_owned()}</h2></div>
            {rows}
        </section>
    }
    .into_any()
}

fn cell(cx: &Context, year: i32, month: u32) -> String {
    let words = cx.words;
    let name = escape(words.month_short(month));
    let found = cx
        .months
        .iter()
        .find(|m| (m.year, m.month) == (year, month));
    let Some(found) = found.filter(|m| !m.incidents.is_empty()) else {
        return ["<li><span>", &name, "</span></li>"].concat();
    };
    let href = cx.to(&format!("history/{year}/{month:02}/"));
    let worst = worst(cx, found);
    let count = found.incidents.len();
    let label = words.label(&words.month_of(year, month), &words.archive_count(count));
    [
        "<li data-impact=\"",
        worst.as_str(),
        "\"><a href=\"",
        &escape(&href),
        "\" title=\"",
        &escape(&label),
        "\"><span>",
        &name,
        "</span>",
        &shape(worst),
        "<b>",
        &count.to_string(),
        "</b></a></li>",
    ]
    .concat()
}

fn worst(cx: &Context, month: &Month) -> Impact {
    let all = month
        .incidents
        .iter()
        .filter_map(|&i| cx.site.incidents.get(i));
    all.map(|i| i.worst()).max().unwrap_or_default()
}
