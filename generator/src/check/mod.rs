//! What can only be judged with the whole repository, or the clock, in view. What a file says by
//! itself is judged where it is read.

pub mod aliases;
mod components;
mod drafts;
mod maintenance;
mod public;
pub mod timeline;

use crate::config::Config;
use crate::content::load::{Entry, Index};
use crate::diagnostic::{Diagnostic, Report};
use model::{Incident, Instant};
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// Runs every check.
pub fn run(config: &Config, index: &Index, entries: &[Entry], now: Instant) -> Vec<Diagnostic> {
    let known: HashSet<&str> = config.components.iter().map(|c| c.id.as_str()).collect();
    let mut found: Vec<Diagnostic> = entries
        .par_iter()
        .flat_map_iter(|entry| {
            let report = Report::new(Arc::clone(&entry.source));
            components::check(&report, config, &known, entry);
            if let Some(incident) = &entry.incident {
                timeline::check(&report, config, entry, incident, now);
            }
            report.into_vec()
        })
        .collect();
    found.extend(aliases::check(config, index, entries));
    found.extend(drafts::check(entries));
    found.extend(maintenance::check(entries, now));
    found.extend(public::check(config, index));
    found
}

/// An entry and its incident, for those that could be read.
fn readable(entries: &[Entry]) -> impl Iterator<Item = (&Entry, &Arc<Incident>)> {
    entries
        .iter()
        .filter_map(|entry| Some((entry, entry.incident.as_ref()?)))
}
