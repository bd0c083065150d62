//! How long pages take.

use crate::fixtures::Case;
use crate::render;
use app::pages::{self, Context};
use model::Kind;
use std::time::Duration;

/// The fastest of `rounds` and the size, for one page of each kind: on a busy machine the mean
/// says more about the others.
pub(crate) fn timed(case: &Case, rounds: u32) -> Vec<(&'static str, Duration, usize)> {
    let stage = render::stage(case);
    let site = &case.site;
    let over = site
        .incidents
        .iter()
        .find(|i| i.kind == Kind::Incident && !i.is_open(site.now));
    let mut out = Vec::new();
    let mut add = |kind, path: &str, page: &dyn Fn(&Context) -> String| {
        let mut bytes = 0;
        let mut fastest = Duration::MAX;
        for _ in 0..rounds {
            let started = std::time::Instant::now();
            bytes = std::hint::black_box(render::at(case, &stage, path, page)).len();
            fastest = fastest.min(started.elapsed());
        }
        out.push((kind, fastest, bytes));
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
