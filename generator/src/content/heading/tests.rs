use super::*;
use crate::source::SourceFile;
use std::sync::Arc;

fn check(text: &str) -> (Heading, Vec<String>) {
    let report = Report::new(Arc::new(SourceFile::new("x.md", text)));
    let heading = read(&report, 0..text.len(), Kind::Incident, Tz::UTC);
    let found = report.into_vec();
    (
        heading,
        found
            .into_iter()
            .map(|d| format!("{}: {}", d.code, d.message))
            .collect(),
    )
}

fn update(text: &str) -> UpdateHeading {
    match check(text) {
        (Heading::Update(update), found) if found.is_empty() => update,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn any_dash_colon_dot_or_at_may_stand_between() {
    for text in [
        "Resolved — 2024-11-30 06:32 UTC",
        "Resolved – 2024-11-30 06:32 UTC",
        "Resolved - 2024-11-30 06:32 UTC",
        "Resolved · 2024-11-30 06:32 UTC",
        "Resolved: 2024-11-30 06:32 UTC",
        "Resolved @ 2024-11-30T06:32:00Z",
        "resolved 2024-11-30 06:32",
        "RESOLVED — 2024-11-30 07:32 Europe/Berlin ",
    ] {
        let read = update(text);
        assert_eq!(read.state, State::Resolved, "{text}");
        assert_eq!(read.when.at.0, 1_732_948_320, "{text}");
    }
}

#[test]
fn braces_change_impact_and_carry_the_machines_mark() {
    let read =
        update("Identified — 2024-11-30 05:10 UTC {api=partial_outage, web_1=operational, auto}");
    let impacts: Vec<_> = read
        .impacts
        .iter()
        .map(|(a, _)| (a.component.as_str(), a.impact))
        .collect();
    assert_eq!(
        impacts,
        [
            ("api", Impact::PartialOutage),
            ("web_1", Impact::Operational)
        ]
    );
    assert!(read.auto);
}

#[test]
fn what_was_meant_as_an_update_is_never_silently_text() {
    for (text, expected) in [
        (
            "Resolved",
            "time-missing: this `Resolved` update has no time",
        ),
        (
            "Resolved — this morning",
            "bad-time: `this morning` is not a time",
        ),
        (
            "Resolved — 2024-11-30",
            "bad-time: `2024-11-30` is not a time",
        ),
        (
            "Fixed — 2024-11-30 06:32 UTC",
            "unknown-state: this heading ends in a time, but `Fixed` is no state",
        ),
        (
            "Completed — 2024-11-30 06:32 UTC",
            "wrong-state: an incident has no state `Completed`",
        ),
        (
            "Resolved — 2024-11-30 06:32 UTC {api=down}",
            "unknown-impact: `down` is no impact",
        ),
        (
            "Resolved — 2024-11-30 06:32 UTC {quick}",
            "bad-attribute: `quick` is not understood here",
        ),
    ] {
        assert_eq!(check(text).1, [expected], "{text}");
    }
}

#[test]
fn other_headings_are_text() {
    for text in [
        "Impact",
        "Monitoring and alerting",
        "What happened on 2024-11-30",
        "Root cause",
    ] {
        assert_eq!(check(text), (Heading::Plain, Vec::new()), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_heading_is_too_strange(text in "\\PC{0,60}") {
        check(&text);
    }

    #[test]
    fn nor_one_that_begins_well(text in "Resolved — 2024-11-30 06:32 UTC ?[{}a-z=,_ 界]{0,30}") {
        check(&text);
    }
}
