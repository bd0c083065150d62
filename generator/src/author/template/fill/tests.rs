use super::*;
use crate::author::template;
use model::{Impact, Kind, Severity, State};
use std::path::Path;

fn fields() -> Fields {
    Fields {
        title: "API: slow".to_owned(),
        severity: Some(Severity::Major),
        state: Some(State::Investigating),
        time: "2026-03-05 03:12 UTC".to_owned(),
        message: "We are looking into it.\n\nMore soon.\n".to_owned(),
        ..Fields::default()
    }
}

fn check(template: &str, fields: &Fields, expected: &str) {
    let source = Arc::new(SourceFile::new("templates/incident.md", template));
    let filled = fill(&source, fields).map(|filled| filled.text);
    let shown = filled.unwrap_or_else(|found| {
        let line = |d: &Diagnostic| {
            let hint = d.hint.clone().unwrap_or_default();
            format!(
                "{}:{}: {}; {hint}",
                d.source.display_path(),
                d.position().line,
                d.message
            )
        };
        found.iter().map(line).collect::<Vec<_>>().join("\n")
    });
    assert_eq!(shown, expected);
}

fn embedded(kind: Kind, fields: &Fields) -> String {
    let source = template::load(Path::new("/no/such/folder"), kind);
    let source = source.unwrap_or_else(|error| panic!("{error}"));
    let filled = fill(&source, fields);
    filled.map(|filled| filled.text).unwrap_or_default()
}

#[test]
fn the_embedded_templates_say_what_was_asked_for() {
    let mut incident = fields();
    incident.components = vec![("api".to_owned(), None), ("web".to_owned(), None)];
    assert_eq!(
        embedded(Kind::Incident, &incident),
        "---\ntitle: \"API: slow\"\nseverity: major\ncomponents: [api, web]\n---\n\n\
         ## Investigating — 2026-03-05 03:12 UTC\n\nWe are looking into it.\n\nMore soon.\n"
    );
    let maintenance = Fields {
        kind: Kind::Maintenance,
        title: "Care".to_owned(),
        starts: Some("2026-03-06 02:00 UTC".to_owned()),
        ends: Some("2026-03-06 03:00 UTC".to_owned()),
        message: "Half an hour.".to_owned(),
        ..Fields::default()
    };
    assert_eq!(
        embedded(Kind::Maintenance, &maintenance),
        "---\ntitle: Care\nkind: maintenance\nstarts: 2026-03-06 02:00 UTC\n\
         ends: 2026-03-06 03:00 UTC\n---\n\nHalf an hour.\n"
    );
    let notice = Fields {
        kind: Kind::Notice,
        ..fields()
    };
    assert_eq!(
        embedded(Kind::Notice, &notice),
        "---\ntitle: \"API: slow\"\nkind: notice\nstarted: 2026-03-05 03:12 UTC\n---\n\n\
         We are looking into it.\n\nMore soon.\n"
    );
}

#[test]
fn impacts_are_a_table_and_who_has_none_gets_that_of_the_severity() {
    let mut fields = fields();
    fields.components = vec![
        ("api".to_owned(), Some(Impact::MajorOutage)),
        ("web".to_owned(), None),
    ];
    check(
        "---\ntitle: {{title}}\ncomponents: {{ components }}   # who\ntags: {{tags}}\n---\n",
        &fields,
        "---\ntitle: \"API: slow\"\ncomponents:   # who\n  api: major_outage\n  web: partial_outage\n---\n",
    );
    check(
        "+++\ntitle = {{title}}\ncomponents = {{components}}\n+++\n",
        &fields,
        "+++\ntitle = \"API: slow\"\ncomponents = { api = \"major_outage\", web = \"partial_outage\" }\n+++\n",
    );
}

#[test]
fn words_within_words_are_left_in_peace() {
    let mut fields = fields();
    fields.title = "The \"new\" {{title}}".to_owned();
    check(
        "---\ntitle: \"[EU] {{title}}\"\n---\n\nAbout {{title}}: {{message}}\n",
        &fields,
        "---\ntitle: \"[EU] The \\\"new\\\" {{title}}\"\n---\n\n\
         About The \"new\" {{title}}: We are looking into it.\n\nMore soon.\n",
    );
}

#[test]
fn line_ends_are_those_of_the_template() {
    check(
        "---\r\ntitle: {{title}}\r\n---\r\n{{message}}\r\n",
        &fields(),
        "---\r\ntitle: \"API: slow\"\r\n---\r\nWe are looking into it.\r\n\r\nMore soon.\r\n",
    );
}

#[test]
fn an_unknown_placeholder_is_named_with_its_place() {
    check(
        "---\ntitle: {{titel}}\n---\n\n{{massage}}\n",
        &fields(),
        "templates/incident.md:2: unknown placeholder `titel`; did you mean `title`?\n\
         templates/incident.md:5: unknown placeholder `massage`; did you mean `message`?",
    );
}
