//! How long pages take.

use crate::fixtures::Case;
use crate::render;
use app::pages::{self, Context};
use model::Kind;
use std::time::Duration;

/// Mean time and size of one page of each kind.
pub(crate) fn timed(case: &Case, rounds: u32) -> Vec<(&'static str, Duration, usize)> {
    let stage = render::stage(case);
    let site = &case.site;
    let over = site
        .incidents
        .iter()
        .find(|i| i.kind == Kind::Incident && !i.is_open(site.now));
    let mut out = Vec::new();
    let mut add = |kind, path: &str, page: &dyn Fn(&Context) -> String| {
        let started = std::time::Instant::now();
        let mut bytes = 0;
        for _ in 0..rounds {
            bytes = std::hint::black_box(render::at(case, &stage, path, page)).len();
        }
        out.push((kind, started.elapsed() / rounds, bytes));
    };
    add("home", "", &pages::home);
    add("incidents", "incidents/", &pages::incidents);
    add("maintenance", "maintenance/", &pages::maintenance);
    add("component", "components/x/", &|cx| pages::component(cx, 0));
    if let Some(incident) = over {
        add("incident", "incidents/x/", &|cx| {
            pages::incident(cx, incident, None, None)
        });
    }
    out
}
