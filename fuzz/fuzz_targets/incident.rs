//! A whole incident file: read, and asked everything that a page asks.
#![no_main]

use chrono_tz::Tz;
use generator::content::incident::{Around, read};
use generator::content::links::Here;
use generator::content::markdown::Labels;
use generator::diagnostic::{Format, Style, render};
use generator::source::SourceFile;
use libfuzzer_sys::fuzz_target;
use model::Instant;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    let labels = Labels::default();
    let now = Instant(1_786_718_520);
    let around = Around {
        zone: Tz::Europe__Berlin,
        now,
        listing: &Arc::default(),
        here: Here::default(),
        labels: &labels,
    };
    let read = read(Arc::new(SourceFile::new("x.md", text)), "x", &around);
    let style = Style {
        color: false,
        width: 80,
    };
    for format in [Format::Text, Format::Json, Format::Github, Format::Sarif] {
        render(&read.found, format, style);
    }
    if let Some(incident) = read.value {
        let _ = (
            incident.impacts(),
            incident.state(now),
            incident.duration(now),
        );
        for html in [&incident.text.summary]
            .into_iter()
            .chain(&incident.text.updates)
        {
            let html = html.at("").to_lowercase();
            for harm in ["<script", "<style", "<iframe", "=\"javascript:", "=\"data:"] {
                assert!(!html.contains(harm), "{html}");
            }
        }
    }
});
