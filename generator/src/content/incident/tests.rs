use super::*;
use proptest::prelude::*;

fn labels() -> Labels {
    Labels::default()
}

/// Reads a file with this text at 2026-08-14 in a site in Berlin.
fn read_text(text: &str) -> Read<Incident> {
    let source = Arc::new(SourceFile::new("incidents/x.md", text));
    let around = Around {
        zone: Tz::Europe__Berlin,
        now: when::parse("2026-08-14 14:42 UTC", Tz::UTC).unwrap().at,
        listing: &Arc::default(),
        here: Here::default(),
        labels: &labels(),
    };
    read(source, "x", &around)
}

fn good(text: &str) -> Incident {
    let read = read_text(text);
    read.value
        .unwrap_or_else(|| panic!("{text}\n{:#?}", read.found))
}

fn codes(text: &str) -> Vec<&'static str> {
    read_text(text).found.iter().map(|d| d.code).collect()
}

const BODY: &str = "## Investigating — 2026-05-04 10:00 UTC\n\nHm.\n\n\
    ## Resolved — 2026-05-04 10:30 UTC {api=operational}\n\nOver.\n";

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    let unix = format!("---\ntitle: X\ncomponents: [api]\n---\n\nSummary.\n\n{BODY}");
    let expected = good(&unix);
    assert_eq!(good(&unix.replace('\n', "\r\n")).updates, expected.updates);
    assert_eq!(good(&format!("\u{feff}{unix}")), expected);
    assert_eq!(good(unix.trim_end()), expected);
    let toml = unix
        .replace("---", "+++")
        .replace("title: X", "title = 'X'");
    assert_eq!(
        good(&toml.replace("components: [api]", "components = ['api']")),
        expected
    );
}

#[test]
fn a_fence_inside_the_body_ends_nothing() {
    let incident = good(&format!("---\ntitle: X\n---\n\nA\n\n---\n\nB\n\n{BODY}"));
    assert!(incident.text.summary.at("").contains("<hr"));
    assert_eq!(incident.updates.len(), 2);
}

#[test]
fn a_list_of_components_takes_its_impact_from_the_severity() {
    for (severity, impact) in [
        ("critical", Impact::MajorOutage),
        ("major", Impact::PartialOutage),
        ("minor", Impact::DegradedPerformance),
        ("none", Impact::Operational),
    ] {
        let text = format!("---\ntitle: X\nseverity: {severity}\ncomponents: [api]\n---\n\n{BODY}");
        assert_eq!(good(&text).components[0].impact, impact, "{severity}");
    }
}

#[test]
fn overrides_must_fit_the_story() {
    let with = |keys: &str| format!("---\ntitle: X\n{keys}\n---\n\n{BODY}");
    assert_eq!(codes(&with("started: 2026-05-04 09:00 UTC")), [""; 0]);
    assert_eq!(
        codes(&with("started: 2026-05-04 11:00 UTC")),
        ["end-before-start"]
    );
    assert_eq!(
        codes(&with("resolved: 2026-05-04 09:00 UTC")),
        ["end-before-start"]
    );
    assert_eq!(codes(&with("resolved: 2026-05-04 13:00")), ["zone-missing"]);
}

#[test]
fn headings_inside_quotes_lists_and_code_open_nothing() {
    for inside in [
        "> ## Monitoring — 2026-05-04 10:10 UTC",
        "- ## Monitoring — 2026-05-04 10:10 UTC",
        "```\n## Monitoring — 2026-05-04 10:10 UTC\n```",
        "    ## Monitoring — 2026-05-04 10:10 UTC",
    ] {
        let incident = good(&format!("---\ntitle: X\n---\n\n{inside}\n\n{BODY}"));
        assert_eq!(incident.updates.len(), 2, "{inside}");
    }
    // All below the postmortem is the postmortem.
    let after = format!("---\ntitle: X\n---\n\n{BODY}\n# Postmortem\n\n{BODY}");
    assert_eq!(good(&after).updates.len(), 2);
    let underlined = "---\ntitle: X\n---\n\nResolved — 2026-05-04 10:30 UTC\n---\n\nOver.";
    assert_eq!(good(underlined).updates.len(), 1);
}

#[test]
fn an_excerpt_is_of_use_in_scripts_without_spaces() {
    let chinese = format!("API {}", "故障".repeat(300));
    let found = excerpt(&chinese);
    assert_eq!(found.chars().count(), 301);
    assert!(found.ends_with('…'));
    let english = excerpt(&"word ".repeat(100));
    assert!(english.ends_with("word…") && english.chars().count() <= 301);
    assert_eq!(excerpt("short  text"), "short text");
}

fn translated(base: &Incident, body: &str) -> (Vec<String>, Vec<&'static str>) {
    let text = format!("---\ntitle: 乙\n---\n\n{body}");
    let source = Arc::new(SourceFile::new("incidents/x.zh-CN.md", text));
    let around = Around {
        zone: Tz::UTC,
        now: Instant(0),
        listing: &Arc::default(),
        here: Here::default(),
        labels: &labels(),
    };
    let read = read_translation(source, base, &around);
    let texts = read.value.unwrap().updates;
    let texts = texts
        .iter()
        .map(|html| html.at("").replace("<p>", "").replace("</p>", ""));
    (texts.collect(), read.found.iter().map(|d| d.code).collect())
}

#[test]
fn a_translation_is_matched_by_time_whatever_its_order() {
    let base = good(&format!("---\ntitle: X\n---\n\n{BODY}"));
    let (first, last) = (
        "## Investigating — 2026-05-04T12:00+02:00\n\n一",
        "## Resolved — 2026-05-04 10:30 UTC\n\n二",
    );
    for body in [format!("{first}\n\n{last}"), format!("{last}\n\n{first}")] {
        assert_eq!(
            translated(&base, &body),
            (vec!["一".to_owned(), "二".to_owned()], vec![])
        );
    }
    assert_eq!(translated(&base, last).0, ["", "二"]);
    let stray = translated(&base, "## Resolved — 2026-05-04 10:31 UTC\n\n三");
    assert_eq!(
        stray,
        (
            vec![String::new(), String::new()],
            vec!["translation-unmatched"]
        )
    );
}

#[test]
fn of_two_updates_at_one_time_the_first_translates_the_first() {
    let twice = "## Investigating — 2026-05-04 10:00 UTC\n\n{1}\n\n## Identified — 2026-05-04 10:00 UTC\n\n{2}";
    let base = good(&format!("---\ntitle: X\n---\n\n{twice}"));
    let body = twice.replace("{1}", "一").replace("{2}", "二");
    assert_eq!(translated(&base, &body).0, ["一", "二"]);
}

/// Updates as minutes after ten; equal ones too.
fn file(minutes: &[i64], newest_first: bool) -> String {
    let mut sections: Vec<String> = minutes
        .iter()
        .enumerate()
        .map(|(i, minute)| {
            let state = ["Investigating", "Identified", "Monitoring"][i % 3];
            format!("## {state} — 2026-05-04 10:{minute:02} UTC {{a{i}=partial_outage}}\n\nText {i}.\n\n")
        })
        .collect();
    if newest_first {
        sections.reverse();
    }
    format!("---\ntitle: X\n---\n\n{}", sections.concat())
}

proptest! {
    #[test]
    fn newest_first_says_the_same_as_oldest_first(mut minutes in proptest::collection::vec(0i64..6, 1..7)) {
        minutes.sort_unstable();
        let oldest_first = good(&file(&minutes, false));
        prop_assert!(oldest_first.updates.is_sorted_by_key(|u| u.at));
        // Where all are of one time, a file has no direction, and is read from top to bottom.
        if minutes.first() != minutes.last() {
            let newest_first = good(&file(&minutes, true));
            prop_assert_eq!(newest_first, oldest_first);
        }
    }

    #[test]
    fn any_order_is_put_right(minutes in proptest::collection::vec(0i64..60, 1..7)) {
        let read = good(&file(&minutes, false));
        let mut sorted = minutes.clone();
        sorted.sort_unstable();
        prop_assert!(read.updates.is_sorted_by_key(|u| u.at));
        prop_assert_eq!(read.updates.len(), minutes.len());
        prop_assert_eq!(read.text.updates.len(), minutes.len());
        for (update, html) in read.updates.iter().zip(&read.text.updates) {
            // The words went where their heading went.
            let number = update.impacts[0].component.trim_start_matches('a').to_owned();
            prop_assert_eq!(html.at(""), format!("<p>Text {number}.</p>"));
        }
    }

    #[test]
    fn no_file_is_too_strange(text in "(---|\\+\\+\\+)?\n?[a-z:\\[\\]{}#~&*!|> '\"\n-]{0,80}(\n---\n)?\\PC{0,60}") {
        read_text(&text);
    }
}
