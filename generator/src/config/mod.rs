//! `allclear.toml`: what it may say, and every problem in it.

mod component;
mod monitor;
mod rest;
mod site;

use crate::diagnostic::{Diagnostic, Report};
use crate::source::SourceFile;
use crate::tree::decode::{At, Table};
use crate::tree::{self};
use chrono_tz::Tz;
use model::Component;
use model::site::Meta;
use std::sync::Arc;

pub use monitor::{MONITOR_TYPES, Monitor, origin};

/// The name of the config file.
pub const FILE: &str = "allclear.toml";

/// The config, decoded.
#[derive(Clone, Debug)]
pub struct Config {
    /// About the site.
    pub meta: Meta,
    /// The zone of `site.timezone`.
    pub zone: Tz,
    /// In the order of the file.
    pub components: Vec<Component>,
    /// Of all components, in the order of the file.
    pub monitors: Vec<Monitor>,
    /// `[check] stale_after`: days without an update after which an open incident is reported.
    pub stale_after_days: i64,
    /// Each of the locales and where it stands, until a catalogue is found for it.
    pub locale_places: Vec<At<String>>,
    /// Files below `public/` that the config names: the key and the path, and where it stands.
    pub named_files: Vec<(&'static str, At<String>)>,
    /// The text of the file.
    pub source: String,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            meta: Meta {
                title: "Status".to_owned(),
                timezone: "UTC".to_owned(),
                locales: vec!["en".to_owned()],
                ..Meta::default()
            },
            zone: Tz::UTC,
            components: Vec::new(),
            monitors: Vec::new(),
            stale_after_days: 7,
            locale_places: Vec::new(),
            named_files: Vec::new(),
            source: String::new(),
        }
    }
}

/// Reads the config; what is broken in it is reported and left out.
pub fn read(source: Arc<SourceFile>) -> (Config, Vec<Diagnostic>) {
    let report = Report::new(source);
    let length = report.source().text.len();
    let root = tree::parse_toml(&report, 0..length);
    let mut config = Config {
        source: report.source().text.clone(),
        ..Config::default()
    };
    if let Some(table) = Table::new(&report, &root) {
        site::read(&table, &mut config);
        component::read(&table, &mut config);
        rest::read(&table, &mut config);
        table.finish();
    }
    (config, report.into_vec())
}

#[cfg(test)]
mod tests;
