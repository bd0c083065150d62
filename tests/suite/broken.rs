//! `fixtures/broken/`: every mistake we could think of, one a file, and what `check` must say of
//! each.

use crate::support::{Repo, tests};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A line of `expected.tsv`.
struct Row {
    file: String,
    severity: String,
    line: Option<u64>,
    mentions: String,
}

fn rows() -> Vec<Row> {
    let text = std::fs::read_to_string(tests("fixtures/broken/expected.tsv")).unwrap();
    let row = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut next = || cells.next().unwrap_or_default();
        Row {
            file: next(),
            severity: next(),
            line: next().parse().ok(),
            mentions: next(),
        }
    };
    text.lines().skip(1).map(row).collect()
}

fn diagnostics(repo: &Repo) -> BTreeMap<String, Vec<Value>> {
    let outcome = repo.run(&["check", "--json"]);
    assert_eq!(outcome.status, 1);
    let document: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let mut by_file: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for found in document["diagnostics"].as_array().unwrap() {
        let file = found["file"].as_str().unwrap().to_owned();
        by_file.entry(file).or_default().push(found.clone());
    }
    by_file
}

fn says(found: &Value, word: &str) -> bool {
    let text = |key: &str| found[key].as_str().unwrap_or_default().to_lowercase();
    let word = word.to_lowercase();
    ["message", "hint", "code"]
        .iter()
        .any(|key| text(key).contains(&word))
}

#[test]
fn every_mistake_is_found_where_it_is() {
    let found = diagnostics(&Repo::fixture("broken"));
    let mut wrong = Vec::new();
    for row in rows() {
        let here = found.get(&row.file).map_or(&[][..], Vec::as_slice);
        if row.severity == "none" {
            if !here.is_empty() {
                wrong.push(format!("{}: must be fine, but {here:#?}", row.file));
            }
            continue;
        }
        let fits = here.iter().any(|d| {
            (row.severity == "any" || d["level"] == row.severity.as_str())
                && row.line.is_none_or(|line| d["line"] == line)
                && says(d, &row.mentions)
        });
        if !fits {
            wrong.push(format!(
                "{}: no {} in line {:?} that mentions `{}`, but {here:#?}",
                row.file, row.severity, row.line, row.mentions
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One mistake a file means one sort of message a file: another would be noise.
#[test]
fn no_mistake_is_told_twice_or_of_a_file_that_has_none() {
    let found = diagnostics(&Repo::fixture("broken"));
    let rows: Vec<String> = rows().into_iter().map(|r| r.file).collect();
    for (file, here) in &found {
        assert!(
            rows.contains(file),
            "{file} is not in expected.tsv: {here:#?}"
        );
        let codes = here.iter().map(|d| d["code"].as_str().unwrap());
        let codes: BTreeSet<&str> = codes.collect();
        assert_eq!(codes.len(), 1, "{file}: {here:#?}");
    }
}

#[test]
fn every_problem_has_a_place_an_excerpt_and_a_code() {
    for (file, here) in diagnostics(&Repo::fixture("broken")) {
        for d in here {
            assert!(d["line"].as_u64() >= Some(1), "{file}: {d:#}");
            assert!(d["column"].as_u64() >= Some(1), "{file}: {d:#}");
            let code = d["code"].as_str().unwrap();
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(code.chars().all(kebab), "{code}");
            let message = d["message"].as_str().unwrap();
            assert!(!message.ends_with('.'), "{message}");
        }
    }
}

/// In `allclear.broken.toml` every line that ends in a comment is a problem of its own.
#[test]
fn every_mistake_of_the_config_is_found_in_one_run() {
    let repo = Repo::fixture("broken");
    let text = std::fs::read_to_string(repo.path().join("allclear.broken.toml")).unwrap();
    repo.write("allclear.toml", &text);
    let found = diagnostics(&repo);
    let here = &found["allclear.toml"];
    let lines = |line: u64| here.iter().filter(move |d| d["line"] == line);
    let mut wrong = Vec::new();
    for (i, line) in text.lines().enumerate().skip(1) {
        let number = u64::try_from(i).unwrap() + 1;
        let expected = line.contains("  # ");
        if expected && lines(number).next().is_none() {
            wrong.push(format!("nothing is said of line {number}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{here:#?}", wrong.join("\n"));
}
