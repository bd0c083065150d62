//! RFC 5545 rules.
#![no_main]

use chrono_tz::Tz;
use generator::content::recurrence::expand;
use libfuzzer_sys::fuzz_target;
use model::{Instant, Span};

fuzz_target!(|rule: &str| {
    let first = Span::new(Instant(1_786_000_000), Instant(1_786_003_600));
    if let Ok(spans) = expand(rule, first, Tz::Europe__Berlin, &[], Instant(1_786_718_520)) {
        assert!(spans.is_sorted_by_key(|span| span.start));
        assert!(spans.iter().all(|span| span.end >= Some(span.start)));
    }
});
