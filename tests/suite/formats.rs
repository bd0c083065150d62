//! The four formats of `check`, as the tools read them that they are meant for.

use crate::support::{Repo, tests};
use serde_json::Value;

fn broken(format: &str) -> String {
    let outcome = Repo::fixture("broken").run(&["check", "--format", format]);
    assert_eq!(outcome.status, 1);
    outcome.stdout
}

fn json() -> Vec<Value> {
    let document: Value = serde_json::from_str(&broken("json")).unwrap();
    document["diagnostics"].as_array().unwrap().clone()
}

#[test]
fn json_counts_what_it_lists() {
    let document: Value = serde_json::from_str(&broken("json")).unwrap();
    let all = document["diagnostics"].as_array().unwrap();
    for (level, count) in [("error", "errors"), ("warning", "warnings")] {
        let counted = all.iter().filter(|d| d["level"] == level).count();
        assert_eq!(document[count], counted, "{level}");
    }
}

/// OASIS SARIF 2.1.0: the properties that it requires, and those that GitHub's code scanning does.
#[test]
fn sarif_has_the_shape_that_code_scanning_reads() {
    let document: Value = serde_json::from_str(&broken("sarif")).unwrap();
    assert_eq!(document["version"], "2.1.0");
    assert!(
        document["$schema"]
            .as_str()
            .unwrap()
            .contains("sarif-2.1.0")
    );
    let run = &document["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "allclear");
    let rules = driver["rules"].as_array().unwrap();
    let ids: Vec<&str> = rules.iter().map(|r| r["id"].as_str().unwrap()).collect();
    let mut unique = ids.clone();
    unique.dedup();
    assert_eq!(ids, unique);
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), json().len());
    for result in results {
        assert!(ids.contains(&result["ruleId"].as_str().unwrap()));
        assert!(matches!(
            result["level"].as_str(),
            Some("error" | "warning")
        ));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(!uri.starts_with('/') && !uri.contains([' ', '\\']), "{uri}");
        let region = &place["region"];
        let number = |key: &str| region[key].as_u64().unwrap();
        assert!(number("startLine") >= 1 && number("startColumn") >= 1);
        let (start, end) = (
            (number("startLine"), number("startColumn")),
            (number("endLine"), number("endColumn")),
        );
        assert!(start <= end, "{region}");
    }
}

/// GitHub's workflow commands: one a line, with `%`, line ends, `:` and `,` escaped.
#[test]
fn github_annotations_are_one_a_line_and_name_existing_files() {
    let text = broken("github");
    assert_eq!(text.lines().count(), json().len());
    for line in text.lines() {
        let rest = line
            .strip_prefix("::error ")
            .or(line.strip_prefix("::warning "));
        let (properties, message) = rest.unwrap().split_once("::").unwrap();
        assert!(!message.is_empty(), "{line}");
        let mut keys = Vec::new();
        for property in properties.split(',') {
            let (key, value) = property.split_once('=').unwrap();
            assert!(!value.contains(':'), "{line}");
            keys.push(key);
            if key == "file" {
                assert!(tests("fixtures/broken").join(value).exists(), "{value}");
            }
        }
        assert_eq!(
            keys,
            ["file", "line", "endLine", "col", "endColumn", "title"]
        );
    }
}

#[test]
fn text_shows_file_place_excerpt_and_hint_without_colour_when_nobody_watches() {
    let text = broken("text");
    assert!(!text.contains('\u{1b}'));
    for d in json() {
        let file = d["file"].as_str().unwrap();
        assert!(text.contains(file), "{file}");
        let message: Vec<&str> = d["message"].as_str().unwrap().split_whitespace().collect();
        // Long messages are wrapped, so their beginning has to do.
        let begins = message
            .iter()
            .take(3)
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(text.contains(&begins), "{begins}");
    }
    assert!(text.lines().all(|l| l.chars().count() <= 200));
}

/// A site that CI publishes must fail for errors alone, or for everything if so asked.
#[test]
fn warnings_fail_only_when_strict() {
    let repo = Repo::small();
    repo.incident(
        "2026-08-01-x",
        "title: X\ncomponents: [api]",
        "## Resolved — 2026-08-01 10:00\n\nOver.",
    );
    assert_eq!(repo.run(&["check"]).status, 0);
    assert_eq!(repo.run(&["check", "--strict"]).status, 1);
}
