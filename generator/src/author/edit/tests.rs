mod keys;
mod property;

use super::*;
use crate::author::document::Document;
use chrono_tz::Tz;
use model::{Affected, Impact, Instant, State};

fn document(text: &str) -> Document {
    let source = Arc::new(SourceFile::new("incidents/x.md", text));
    match Document::read(source, Tz::UTC) {
        Ok(document) => document,
        Err(found) => panic!("{text}: {found:?}"),
    }
}

fn update(state: State, at: &str, message: &str) -> NewUpdate {
    let at = crate::when::parse(at, Tz::UTC).map(|when| when.at);
    NewUpdate {
        state,
        at: at.unwrap_or(Instant(0)),
        impacts: Vec::new(),
        auto: false,
        message: message.to_owned(),
    }
}

/// Front matter, for bodies of which it isn't the point.
const FRONT: &str = "---\ntitle: X\n---\n";

/// A body, and what it is after an update at 05:00.
fn check(body: &str, expected: &str) {
    let new = update(State::Identified, "2024-11-30 05:00 UTC", "New words.");
    check_with(body, &new, expected);
}

fn check_with(body: &str, new: &NewUpdate, expected: &str) {
    let old = format!("{FRONT}{body}");
    match insert(&document(&old), new) {
        Ok(edit) => assert_eq!(edit.apply(&old), format!("{FRONT}{expected}")),
        Err(error) => panic!("{body}: {error}"),
    }
}

fn refused(body: &str, message: &str) -> String {
    let old = format!("{FRONT}{body}");
    let new = update(State::Identified, "2024-11-30 05:00 UTC", message);
    let error = insert(&document(&old), &new).err();
    error.map_or_else(String::new, |error| error.to_string())
}

#[test]
fn oldest_first_goes_behind_the_last() {
    check(
        "\n## Investigating — 2024-11-30 04:46 UTC\n\nOld words.\n",
        "\n## Investigating — 2024-11-30 04:46 UTC\n\nOld words.\n\
         \n## Identified — 2024-11-30 05:00 UTC\n\nNew words.\n",
    );
}

#[test]
fn newest_first_goes_on_top() {
    check(
        "\nSummary.\n\n## Identified — 2024-11-30 04:50 UTC\n\nb\n\n## Investigating — 2024-11-30 04:46 UTC\n\na\n",
        "\nSummary.\n\n## Identified — 2024-11-30 05:00 UTC\n\nNew words.\n\n\
         ## Identified — 2024-11-30 04:50 UTC\n\nb\n\n## Investigating — 2024-11-30 04:46 UTC\n\na\n",
    );
}

#[test]
fn a_postmortem_stays_behind() {
    check(
        "\n## Investigating — 2024-11-30 04:46 UTC\n\nOld words.\n\n# Postmortem\n\n## Resolved — never\n",
        "\n## Investigating — 2024-11-30 04:46 UTC\n\nOld words.\n\n\
         ## Identified — 2024-11-30 05:00 UTC\n\nNew words.\n\n# Postmortem\n\n## Resolved — never\n",
    );
}

#[test]
fn an_update_from_before_goes_where_its_time_belongs() {
    check(
        "\n## Investigating — 2024-11-30 04:46 UTC\n\na\n\n## Resolved — 2024-11-30 06:00 UTC\n\nc\n",
        "\n## Investigating — 2024-11-30 04:46 UTC\n\na\n\n\
         ## Identified — 2024-11-30 05:00 UTC\n\nNew words.\n\n\
         ## Resolved — 2024-11-30 06:00 UTC\n\nc\n",
    );
}

#[test]
fn an_equal_time_follows_the_direction() {
    let at = "2024-11-30 05:00 UTC";
    let new = update(State::Resolved, at, "");
    check_with(
        "## Investigating — 2024-11-30 04:46 UTC\n\n## Identified — 2024-11-30 05:00 UTC\n",
        &new,
        "## Investigating — 2024-11-30 04:46 UTC\n\n## Identified — 2024-11-30 05:00 UTC\n\n## Resolved — 2024-11-30 05:00 UTC\n",
    );
    check_with(
        "## Identified — 2024-11-30 05:00 UTC\n\n## Investigating — 2024-11-30 04:46 UTC\n",
        &new,
        "## Resolved — 2024-11-30 05:00 UTC\n\n## Identified — 2024-11-30 05:00 UTC\n\n## Investigating — 2024-11-30 04:46 UTC\n",
    );
}

#[test]
fn the_first_update_follows_the_text() {
    check("", "\n## Identified — 2024-11-30 05:00 UTC\n\nNew words.\n");
    check(
        "\nSummary without a line end",
        "\nSummary without a line end\n\n## Identified — 2024-11-30 05:00 UTC\n\nNew words.\n",
    );
    check(
        "\n# Postmortem\n\nWords.\n",
        "\n## Identified — 2024-11-30 05:00 UTC\n\nNew words.\n\n# Postmortem\n\nWords.\n",
    );
}

#[test]
fn line_ends_stay_those_of_the_file() {
    let old =
        "---\r\ntitle: X\r\n---\r\n\r\n## Investigating — 2024-11-30 04:46 UTC\r\n\r\nOld.\r\n";
    let new = update(State::Resolved, "2024-11-30 05:00 UTC", "One.\nTwo.\r\n");
    let edited = insert(&document(old), &new).map(|edit| edit.apply(old));
    let expected = format!("{old}\r\n## Resolved — 2024-11-30 05:00 UTC\r\n\r\nOne.\r\nTwo.\r\n");
    assert_eq!(edited.ok(), Some(expected));
}

#[test]
fn a_heading_looks_like_its_neighbours() {
    for (old, new) in [
        (
            "## Investigating: 2024-11-30 04:46 UTC",
            "## Identified: 2024-11-30 05:00 UTC",
        ),
        (
            "## Investigating · 2024-11-30 04:46 UTC",
            "## Identified · 2024-11-30 05:00 UTC",
        ),
        (
            "## Investigating 2024-11-30 04:46 UTC",
            "## Identified 2024-11-30 05:00 UTC",
        ),
        (
            "##  Investigating @ 2024-11-30 04:46 UTC ##",
            "##  Identified @ 2024-11-30 05:00 UTC ##",
        ),
        (
            "## Investigating – 2024-11-30 04:46 UTC {auto} ",
            "## Identified – 2024-11-30 05:00 UTC",
        ),
        (
            "Investigating — 2024-11-30 04:46 UTC\n-----",
            "Identified — 2024-11-30 05:00 UTC\n-----",
        ),
        (
            "## Investigating — 2024-11-30T04:46:00Z",
            "## Identified — 2024-11-30T05:00:00Z",
        ),
        (
            "## Investigating — 2024-11-30 05:46 Europe/Berlin",
            "## Identified — 2024-11-30 06:00 Europe/Berlin",
        ),
        (
            "## Investigating — 2024-11-30 05:46 +01:00",
            "## Identified — 2024-11-30 05:00 UTC",
        ),
    ] {
        check(
            &format!("\n{old}\n\nOld words.\n"),
            &format!("\n{old}\n\nOld words.\n\n{new}\n\nNew words.\n"),
        );
    }
}

#[test]
fn empty_lines_are_as_in_the_rest() {
    check(
        "## Investigating — 2024-11-30 04:46 UTC\na\n## Identified — 2024-11-30 04:50 UTC\nb\n",
        "## Investigating — 2024-11-30 04:46 UTC\na\n## Identified — 2024-11-30 04:50 UTC\nb\n\
         ## Identified — 2024-11-30 05:00 UTC\nNew words.\n",
    );
}

#[test]
fn a_heading_never_melts_into_html_above_it() {
    check(
        "## Investigating — 2024-11-30 04:46 UTC\na\n## Identified — 2024-11-30 04:50 UTC\n<div>b</div>\n",
        "## Investigating — 2024-11-30 04:46 UTC\na\n## Identified — 2024-11-30 04:50 UTC\n<div>b</div>\n\
         \n## Identified — 2024-11-30 05:00 UTC\nNew words.\n",
    );
}

#[test]
fn impacts_and_the_machines_mark_stand_in_braces() {
    let mut new = update(State::Monitoring, "2024-11-30 05:00 UTC", "");
    let affected = |component: &str, impact| Affected {
        component: component.to_owned(),
        impact,
    };
    new.impacts = vec![
        affected("api", Impact::PartialOutage),
        affected("web", Impact::Operational),
    ];
    new.auto = true;
    check_with(
        "",
        &new,
        "\n## Monitoring — 2024-11-30 05:00 UTC {api=partial_outage, web=operational, auto}\n",
    );
}

#[test]
fn a_message_stays_the_text_of_one_update() {
    let body = "\n## Investigating — 2024-11-30 04:46 UTC\n\na\n";
    let open = "a code block or an HTML tag in it is not closed";
    let heading = "one of its headings would open an update or the postmortem";
    for (message, reason) in [
        ("```\nlog", open),
        ("<!-- to do", open),
        ("## Resolved — 2024-11-30 06:00 UTC", heading),
        ("Yes.\n\n## Resolved", heading),
        ("# Postmortem\n\nWords.", heading),
        ("Resolved — 2024-11-30 06:00 UTC\n---", heading),
    ] {
        let expected = format!("the message cannot be the text of one update: {reason}");
        assert_eq!(refused(body, message), expected, "{message}");
    }
    assert_eq!(
        refused(body, "## Who is hit\n\n- All\n\n```\n## Resolved\n```"),
        ""
    );
}

#[test]
fn a_message_never_takes_in_what_follows() {
    // A list's item goes on with what is indented like its words.
    assert_eq!(
        refused("\n  ## Resolved — 2024-11-30 06:00 UTC\n\na\n", "- A list"),
        "the message cannot be the text of one update: what follows would become part of it"
    );
}

#[test]
fn an_open_code_block_above_is_not_written_into() {
    assert_eq!(
        refused(
            "\n## Investigating — 2024-11-30 04:46 UTC\n\n```\nlog\n",
            "x"
        ),
        "incidents/x.md:5: the text here has an end missing, so that a new update would become part of it"
    );
}

#[test]
fn a_broken_file_comes_back_with_its_problems() {
    let text = "---\ntitle: X\nseverity: awful\n---\n\n## Resolved — today\n";
    let source = Arc::new(SourceFile::new("incidents/x.md", text));
    let found = Document::read(source, Tz::UTC).err().unwrap_or_default();
    let codes: Vec<_> = found.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["unknown-word", "bad-time"]);
}
