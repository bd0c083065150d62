//! Files that are too large, too deep or too wrong: whatever they say, nothing panics, overflows
//! the stack or takes time that grows out of all proportion.

use crate::support::Repo;

const DEEP: usize = 2_000;

fn bodies() -> Vec<(&'static str, String)> {
    let deep = |text: &str| text.repeat(DEEP);
    let numbered = |f: fn(usize) -> String| (0..DEEP).map(f).collect::<String>();
    vec![
        ("quotes", deep(">") + " x"),
        ("list-items", deep("- ") + "x"),
        ("brackets", deep("[") + &deep("]")),
        ("links", deep("[a](")),
        ("images", deep("![") + &deep("](")),
        ("emphasis", deep("**a _b ")),
        ("elements", "<div>".repeat(500)),
        ("comments", deep("<!--")),
        ("angles", deep("<<<<")),
        ("svg", "<svg>".repeat(500) + "<script>"),
        (
            "attributes",
            format!("<a {}>x</a>", numbered(|i| format!("a{i}=x "))),
        ),
        (
            "wide-table",
            format!("{}|\n{}|\n", deep("|a"), deep("|:-:")),
        ),
        (
            "footnotes",
            numbered(|i| format!("x[^{i}]\n\n[^{i}]: {i}\n\n")),
        ),
        (
            "references",
            numbered(|i| format!("[a{i}]: https://x/{i}\n[a{i}]\n")),
        ),
        ("fences", deep("```\n") + "```\n"),
        ("tasks", deep("- [ ] x\n")),
        (
            "same-headings",
            "# Postmortem\n\n".to_owned() + &deep("## same\n\n"),
        ),
        ("broken-fragments", deep("[a](#nowhere) ")),
        ("broken-links", numbered(|i| format!("[a](no-{i}.md) "))),
        ("one-line", "x ".repeat(500_000)),
        ("problem-far-right", "x ".repeat(50_000) + "[a](nowhere.md)"),
        ("nul", deep("\0")),
        ("carriage-returns", deep("x\r")),
        ("megabyte", "word word word word\n\n".repeat(50_000)),
        (
            "broken-updates",
            numbered(|i| format!("## Resolved — {i}\n\nx\n\n")),
        ),
    ]
}

fn fronts() -> Vec<(&'static str, String)> {
    let numbered = |f: fn(usize) -> String| (0..DEEP).map(f).collect::<String>();
    let nested = format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP));
    vec![
        ("many-keys", format!("---\ntitle: X\n{}---\n", numbered(|i| format!("k{i}: 1\n")))),
        ("deep-yaml", format!("---\ntitle: X\ntags: {nested}\n---\n")),
        ("deep-toml", format!("+++\ntitle = 'X'\ntags = {nested}\n+++\n")),
        ("dotted-toml", format!("+++\n{}a = 1\n+++\n", "a.".repeat(DEEP))),
        ("broken-toml", format!("+++\n{}+++\n", "x = = 1\n".repeat(DEEP))),
        ("long-title", format!("---\ntitle: {}\n---\n", "x".repeat(500_000))),
        ("aliases", "---\ntitle: &a X\ntags: [*a, *a]\n---\n".to_owned()),
        ("components", format!("---\ntitle: X\ncomponents: [{}]\n---\n", numbered(|i| format!("c{i}, ")))),
        ("often", "---\ntitle: X\nkind: maintenance\nstarts: 2000-01-01 00:00 UTC\nends: 2000-01-01 00:00:01 UTC\nrepeat: FREQ=SECONDLY\n---\n".to_owned()),
        ("never", "---\ntitle: X\nkind: maintenance\nstarts: 2026-01-01 00:00 UTC\nends: 2026-01-01 01:00 UTC\nrepeat: FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\n---\n".to_owned()),
    ]
}

#[test]
fn nothing_that_is_written_brings_the_command_down() {
    let repo = Repo::small();
    let update = "\n## Resolved — 2026-01-01 10:00 UTC\n\nOver.\n\n";
    for (id, body) in bodies() {
        let front = "title: X\nstarted: 2026-01-01 09:00 UTC\nresolved: 2026-01-01 10:00 UTC";
        repo.incident(id, front, &format!("{update}{body}"));
    }
    for (id, front) in fronts() {
        repo.write(&format!("incidents/front-{id}.md"), front + update);
    }
    repo.write("incidents/empty.md", "");
    repo.write("incidents/fence.md", "---");
    repo.write("incidents/fences.md", "---\n---");
    repo.write("incidents/bytes.md", [0xff, 0xfe, 0x00, 0xd8]);
    let outcome = repo.run(&["check"]);
    assert_eq!(outcome.status, 1, "{}", outcome.stderr);
    assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
}

#[test]
fn a_config_that_is_none_brings_nothing_down() {
    for text in [
        "",
        "[",
        "\u{feff}[site]\ntitle = 'X'\n",
        "site = 1",
        "[[site]]",
        "a = [[[[[[",
        "\0",
    ] {
        let repo = Repo::empty();
        repo.write("allclear.toml", text);
        let outcome = repo.run(&["check"]);
        assert!(
            matches!(outcome.status, 0 | 1),
            "{text:?}: {}",
            outcome.stderr
        );
    }
    let repo = Repo::empty();
    repo.write("allclear.toml", "\u{feff}[site]\ntitle = 'X'\n");
    assert_eq!(
        repo.run(&["check"]).status,
        0,
        "a byte order mark is nobody's mistake"
    );
}

/// Folders that hold themselves, links into nothing, and what is no file at all.
#[cfg(unix)]
#[test]
fn links_between_folders_lead_neither_in_circles_nor_into_nothing() {
    use std::os::unix::fs::symlink;
    let repo = Repo::small();
    repo.incident(
        "a",
        "title: A",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.write("public/x.txt", "x");
    let at = |path: &str| repo.path().join(path);
    symlink(at("incidents"), at("incidents/self")).unwrap();
    symlink(at("public"), at("public/one")).unwrap();
    symlink(at("public"), at("public/two")).unwrap();
    symlink(at("nowhere"), at("public/gone.txt")).unwrap();
    symlink(at("nowhere"), at("incidents/gone.md")).unwrap();
    repo.write("elsewhere/note.txt", "n");
    symlink(at("elsewhere"), at("public/linked")).unwrap();
    let outcome = repo.run(&["build"]);
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    let site = repo.site();
    assert!(site.contains_key("linked/note.txt"));
    assert!(site.keys().filter(|path| path.ends_with("x.txt")).count() == 1);
}
