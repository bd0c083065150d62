//! The cases in `tests/cases/<feature>/<case>/`: a folder in, a command, what it says and writes
//! out. `tests/README.md` explains the files of a case.

use crate::support::page::Page;
use crate::support::{Repo, files, root, tests, update};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

macro_rules! features {
    ($($feature:ident)*) => {
        $(
            #[test]
            fn $feature() {
                run_feature(stringify!($feature));
            }
        )*

        #[test]
        fn every_feature_is_run() {
            let known = [$(stringify!($feature)),*];
            for folder in folders(&tests("cases")) {
                let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
                assert!(known.contains(&name.as_str()), "add `{name}` to `features!` in cases.rs");
            }
        }
    };
}

features! {
    author
    build
    check
    usage
}

/// What a case may hold; anything else is a slip.
const KNOWN: [&str; 8] = [
    "README.md",
    "cmd",
    "from",
    "in",
    "out",
    "status",
    "stderr",
    "stdout",
];

/// The folder that `build` writes. What is in it is compared only where a case names it, for most
/// of a site is the same from case to case.
const SITE: &str = "dist/";

/// Ends the name of a page of which only [`Page::facts`] are compared.
const FACTS: &str = ".facts";

fn run_feature(feature: &str) {
    let cases = folders(&tests("cases").join(feature));
    assert!(
        !cases.is_empty(),
        "there is no case in tests/cases/{feature}"
    );
    let mut failed = String::new();
    for case in &cases {
        let problems = run_case(case);
        if !problems.is_empty() {
            let shown = case.strip_prefix(tests("")).unwrap().display();
            let _ = writeln!(failed, "\n=== tests/{shown}\n{}", problems.join("\n"));
        }
    }
    assert!(
        failed.is_empty(),
        "{failed}\nALLCLEAR_UPDATE=1 writes what is now the case; read the diff.\n"
    );
}

/// Runs a case and returns how it differs from what is expected.
fn run_case(case: &Path) -> Vec<String> {
    let mut problems = Vec::new();
    for entry in fs::read_dir(case).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !KNOWN.contains(&name.as_str()) {
            problems.push(format!("`{name}` is no file of a case: {KNOWN:?}"));
        }
    }
    let repo = prepare(case);
    let before = repo.files();
    let commands = fs::read_to_string(case.join("cmd")).expect("a case needs a `cmd`");
    let commands: Vec<&str> = commands.lines().filter(|l| !l.trim().is_empty()).collect();
    let (mut stdout, mut stderr, mut status) = (String::new(), String::new(), String::new());
    for line in &commands {
        let words = words(line);
        assert_eq!(
            words.first().map(String::as_str),
            Some("allclear"),
            "{line}"
        );
        let args: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        let outcome = repo.run(&args);
        if commands.len() > 1 {
            let _ = writeln!(stdout, "$ {line}");
            let _ = writeln!(stderr, "$ {line}");
        }
        stdout.push_str(&outcome.stdout);
        stderr.push_str(&outcome.stderr);
        let _ = writeln!(status, "{}", outcome.status);
    }
    if commands.len() == 1 && status == "0\n" {
        status.clear();
    }
    for (name, found) in [("stdout", stdout), ("stderr", stderr), ("status", status)] {
        compare(&case.join(name), found.as_bytes(), &mut problems);
    }
    compare_files(case, &before, &repo.files(), &mut problems);
    problems
}

fn prepare(case: &Path) -> Repo {
    let repo = Repo::empty();
    if let Ok(from) = fs::read_to_string(case.join("from")) {
        match from.trim() {
            "." => repo.add(Repo::own_site().path()),
            from => {
                assert!(root().join(from).is_dir(), "there is no {from}");
                repo.add(&root().join(from));
            }
        }
    }
    repo.add(&case.join("in"));
    repo
}

/// Everything that the command wrote outside the site must be in `out/`, and everything in `out/`
/// must be written.
fn compare_files(
    case: &Path,
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
    problems: &mut Vec<String>,
) {
    let out = case.join("out");
    let mut expected = files::read_all(&out);
    for path in before.keys().filter(|path| !after.contains_key(*path)) {
        problems.push(format!("`{path}` is gone"));
    }
    for (path, bytes) in after {
        let facts = format!("{path}{FACTS}");
        if expected.remove(&facts).is_some() {
            let page = Page::parse(std::str::from_utf8(bytes).unwrap());
            compare(&out.join(&facts), page.facts().as_bytes(), problems);
        } else if expected.remove(path).is_some() {
            compare(&out.join(path), bytes, problems);
        } else if before.get(path) != Some(bytes) && !path.starts_with(SITE) {
            if update() {
                files::write(&out.join(path), bytes);
            } else {
                problems.push(format!("`{path}` was written, but is not in `out/`"));
            }
        }
    }
    for path in expected.keys() {
        problems.push(format!("`out/{path}` is expected, but was not written"));
    }
}

/// Compares with the file at `path`, where no file stands for nothing; or writes it.
fn compare(path: &Path, found: &[u8], problems: &mut Vec<String>) {
    let expected = fs::read(path).unwrap_or_default();
    if expected == found {
        return;
    }
    if update() {
        if found.is_empty() {
            fs::remove_file(path).unwrap();
        } else {
            files::write(path, found);
        }
        return;
    }
    let name = path.file_name().unwrap().to_string_lossy();
    let text = String::from_utf8_lossy;
    problems.push(format!(
        "--- {name}\n{}",
        diff(&text(&expected), &text(found))
    ));
}

/// The lines around the first difference.
fn diff(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let same = expected
        .iter()
        .zip(&found)
        .take_while(|(a, b)| a == b)
        .count();
    let mut out = String::new();
    for line in &expected[same.saturating_sub(2)..same] {
        let _ = writeln!(out, "  {line}");
    }
    for line in expected.iter().skip(same).take(6) {
        let _ = writeln!(out, "- {line}");
    }
    for line in found.iter().skip(same).take(6) {
        let _ = writeln!(out, "+ {line}");
    }
    if out.is_empty() {
        out.push_str("only line ends differ\n");
    }
    out
}

fn folders(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|p| p.is_dir()).collect();
    folders.sort();
    folders
}

/// Words of a command line; double quotes hold words together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut quoted, mut any) = (String::new(), false, false);
    for c in line.chars() {
        match c {
            '"' => (quoted, any) = (!quoted, true),
            c if c.is_whitespace() && !quoted => {
                if any {
                    words.push(std::mem::take(&mut word));
                }
                any = false;
            }
            c => {
                word.push(c);
                any = true;
            }
        }
    }
    if any {
        words.push(word);
    }
    words
}
