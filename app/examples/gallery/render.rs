//! All pages of a case, as the generator would ask for them.

use crate::clock::Utc;
use crate::fixtures::Case;
use app::pages::{self, Assets, Context, Month, YEAR_EDGES};
use app::words::Words;
use model::time::DAY;
use model::{Incident, Instant, Kind};
use std::sync::Arc;

/// Where the style sheet lies.
pub(crate) const STYLE_HREF: &str = "assets/style.css";

/// What all pages of a case share.
pub(crate) struct Stage {
    words: Words,
    assets: Assets,
    midnights: Vec<Instant>,
    months: Vec<Month>,
}

/// Sets the stage.
pub(crate) fn stage(case: &Case) -> Stage {
    use pages::Clock as _;
    let today = case.site.now.0.div_euclid(DAY) + 1;
    let edges = YEAR_EDGES as i64;
    let mut months: Vec<Month> = Vec::new();
    for (i, incident) in case.site.incidents.iter().enumerate() {
        let at = Utc.civil(incident.start().unwrap_or_default());
        match months.last_mut() {
            Some(last) if (last.year, last.month) == (at.year, at.month) => last.incidents.push(i),
            _ => months.push(Month {
                year: at.year,
                month: at.month,
                incidents: vec![i],
            }),
        }
    }
    Stage {
        words: Words::new(case.locale, case.overrides).expect("the catalogue compiles"),
        assets: Assets {
            style_home: app::STYLE_HOME.to_owned(),
            style_href: STYLE_HREF.to_owned(),
            generator_version: "0.1.0".to_owned(),
            ..Assets::default()
        },
        midnights: (0..edges)
            .map(|i| Instant((today - edges + 1 + i) * DAY))
            .collect(),
        months,
    }
}

/// Calls `page` with a context at `path`.
pub(crate) fn at<T>(case: &Case, stage: &Stage, path: &str, page: impl FnOnce(&Context) -> T) -> T {
    let root = "../".repeat(path.matches('/').count());
    page(&Context {
        site: &case.site,
        words: &stage.words,
        locale: case.locale,
        root: &root,
        home: &root,
        path,
        assets: &stage.assets,
        clock: &Utc,
        midnights: &stage.midnights,
        months: &stage.months,
        built_at: case.site.now,
    })
}

/// Every page: path of the file and its text.
pub(crate) fn pages(case: &Case) -> Vec<(String, String)> {
    let stage = stage(case);
    let site = &case.site;
    let mut out = Vec::new();
    let mut add = |path: &str, page: &dyn Fn(&Context) -> String| {
        out.push((format!("{path}index.html"), at(case, &stage, path, page)));
    };
    add("", &pages::home);
    add("incidents/", &pages::incidents);
    add("maintenance/", &pages::maintenance);
    add("postmortems/", &pages::postmortems);
    add("lost/", &pages::not_found);
    add("moved/", &|cx| pages::redirect(cx, "../incidents/"));
    for (i, component) in site.components.iter().enumerate() {
        add(&format!("components/{}/", component.id), &|cx| {
            pages::component(cx, i)
        });
    }
    for (i, incident) in site.incidents.iter().enumerate() {
        let (newer, older) = neighbours(&site.incidents, i);
        add(&format!("incidents/{}/", incident.id), &|cx| {
            pages::incident(cx, incident, newer, older)
        });
    }
    for month in &stage.months {
        let path = format!("history/{}/{:02}/", month.year, month.month);
        add(&path, &|cx| pages::month(cx, month));
    }
    out
}

fn neighbours(all: &[Arc<Incident>], i: usize) -> (Option<&Incident>, Option<&Incident>) {
    let kin = |other: &&Arc<Incident>| {
        (other.kind == Kind::Maintenance) == (all[i].kind == Kind::Maintenance)
    };
    let newer = all[..i].iter().rev().find(kin).map(|i| &**i);
    let older = all[i + 1..].iter().find(kin).map(|i| &**i);
    (newer, older)
}
