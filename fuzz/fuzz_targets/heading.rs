//! The heading that opens an update.
#![no_main]

use chrono_tz::Tz;
use generator::content::heading::{Heading, read};
use generator::diagnostic::Report;
use generator::source::SourceFile;
use libfuzzer_sys::fuzz_target;
use model::Kind;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    for kind in Kind::ALL {
        let report = Report::new(Arc::new(SourceFile::new("x.md", text)));
        let heading = read(&report, 0..text.len(), kind, Tz::Europe__Berlin);
        // What is broken says why.
        let found = report.into_vec();
        assert!(heading != Heading::Broken || !found.is_empty());
    }
});
