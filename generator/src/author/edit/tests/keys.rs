//! Keys of the front matter, set and taken out.

use super::*;
use crate::author::quote::Setting;

fn set_text(old: &str, key: &str, value: &str) -> Result<String, EditError> {
    let edit = set(&document(old), key, &Setting::Text(value.to_owned()))?;
    Ok(edit.map_or_else(|| old.to_owned(), |edit| edit.apply(old)))
}

fn check_set(old: &str, key: &str, value: &str, expected: &str) {
    match set_text(old, key, value) {
        Ok(edited) => assert_eq!(edited, expected),
        Err(error) => panic!("{old}: {error}"),
    }
}

fn check_remove(old: &str, key: &str, expected: &str) {
    match remove(&document(old), key) {
        Ok(Some(edit)) => assert_eq!(edit.apply(old), expected),
        other => panic!("{old}: {other:?}"),
    }
}

#[test]
fn a_value_changes_and_its_comment_stays() {
    check_set(
        "---\ntitle: Äpfel\nseverity:  minor   # for now\ntags: [a]\n---\n\nText.\n",
        "severity",
        "major",
        "---\ntitle: Äpfel\nseverity:  major   # for now\ntags: [a]\n---\n\nText.\n",
    );
    check_set(
        "+++\ntitle = 'X'   # as it is\n+++\n",
        "title",
        "Y \"Z\"",
        "+++\ntitle = \"Y \\\"Z\\\"\"   # as it is\n+++\n",
    );
}

#[test]
fn what_is_there_already_is_not_written_again() {
    let old = "---\ntitle: 'X'\nseverity: minor\ndraft: true\ncomponents: {a: major_outage}\n---\n";
    let document = document(old);
    let same = |key, setting| matches!(set(&document, key, &setting), Ok(None));
    assert!(same("title", Setting::Text("X".to_owned())));
    assert!(same("draft", Setting::Bool(true)));
    let impacts = vec![("a".to_owned(), Impact::MajorOutage)];
    assert!(same("components", Setting::Impacts(impacts)));
    assert!(matches!(remove(&document, "pin"), Ok(None)));
}

#[test]
fn a_new_key_is_the_last_line() {
    check_set(
        "---\r\ntitle: X\r\n---\r\nText.",
        "severity",
        "major",
        "---\r\ntitle: X\r\nseverity: major\r\n---\r\nText.",
    );
}

#[test]
fn a_new_key_of_toml_does_not_fall_into_a_table() {
    check_set(
        "+++\ntitle = \"X\"\n\n[components]\napi = \"major_outage\"\n+++\n",
        "severity",
        "major",
        "+++\ntitle = \"X\"\n\nseverity = \"major\"\n[components]\napi = \"major_outage\"\n+++\n",
    );
}

#[test]
fn values_of_many_lines_are_replaced_whole() {
    check_set(
        "---\ntitle: >\n  A long\n  title\n# Below.\nseverity: minor\n---\n",
        "title",
        "Short",
        "---\ntitle: Short\n# Below.\nseverity: minor\n---\n",
    );
    check_set(
        "---\ntitle: X\nseverity:\ntags: [a]\n---\n",
        "severity",
        "major",
        "---\ntitle: X\nseverity: major\ntags: [a]\n---\n",
    );
    let old = "---\ntitle: X\ncomponents:\n  api: major_outage\n  web: partial_outage  # some\ntags: [a]\n---\n";
    let list = Setting::List(vec!["api".to_owned()]);
    let edit = set(&document(old), "components", &list).ok().flatten();
    assert_eq!(
        edit.map(|edit| edit.apply(old)).as_deref(),
        Some("---\ntitle: X\ncomponents: [api]  # some\ntags: [a]\n---\n")
    );
}

#[test]
fn a_key_goes_with_its_lines_and_no_others() {
    check_remove(
        "---\ntitle: X\ndraft: true  # not yet\nseverity: minor\n---\n\nText.\n",
        "draft",
        "---\ntitle: X\nseverity: minor\n---\n\nText.\n",
    );
    check_remove(
        "---\ntitle: X\ncomponents:\n  - api\n  - web\n# About the next.\nseverity: minor\n---\n",
        "components",
        "---\ntitle: X\n# About the next.\nseverity: minor\n---\n",
    );
    check_remove(
        "+++\ntitle = \"X\"\ndraft = true\n+++\n",
        "draft",
        "+++\ntitle = \"X\"\n+++\n",
    );
}

#[test]
fn what_cannot_be_changed_alone_is_refused() {
    let error = set_text("---\n{title: X, severity: minor}\n---\n", "tags", "a").err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some(
            "incidents/x.md:2: `tags` cannot be changed here without touching more than it; \
             please edit the file by hand"
        )
    );
    // The title is required; without it the file would be broken.
    assert!(remove(&document("---\ntitle: X\n---\n"), "title").is_err());
}
