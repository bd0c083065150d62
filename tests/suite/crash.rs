//! A build that is killed leaves every page whole, and the next build heals the rest.

use crate::support::{Repo, files};
use std::collections::BTreeMap;
use std::time::Duration;

/// Several hundred incidents, so that there is a moment to be killed in.
fn large(repo: &Repo, words: &str) {
    for i in 0..300 {
        let front = format!("title: Incident {i}\ncomponents: [api]");
        let body = format!(
            "{words}\n\n## Resolved — 2026-0{}-{:02} 10:00 UTC\n\nOver.",
            i % 7 + 1,
            i % 28 + 1
        );
        repo.incident(&format!("incident-{i}"), &front, &body);
    }
}

fn whole(page: &[u8]) -> bool {
    let text = String::from_utf8_lossy(page);
    text.to_lowercase().starts_with("<!doctype html>") && text.trim_end().ends_with("</html>")
}

#[test]
fn a_killed_build_leaves_whole_pages_and_the_next_one_heals() {
    let repo = Repo::small();
    large(&repo, "The first edition.");
    repo.write("dist/CNAME", "status.example.com");
    repo.build(&[]);
    let first = repo.site();
    large(&repo, "The second edition.");
    let clean = Repo::small();
    large(&clean, "The second edition.");
    clean.build(&[]);
    let second = clean.site();
    let mut killed = 0;
    for wait in [5, 20, 40, 60, 80, 100, 130, 160, 200, 260] {
        let mut child = repo
            .command(&["build"])
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        killed += usize::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        intact(&repo.site(), &first, &second);
        // Back to the first edition half of the time, so that there is something left to write.
        if wait % 40 == 0 {
            large(&repo, "The first edition.");
            repo.build(&[]);
            large(&repo, "The second edition.");
        }
    }
    assert!(killed > 0, "no build was slow enough to be killed");
    repo.build(&[]);
    let mut healed = repo.site();
    assert_eq!(healed.remove("CNAME").unwrap(), b"status.example.com");
    let names: Vec<&String> = healed.keys().collect();
    assert_eq!(names, second.keys().collect::<Vec<_>>());
    for (path, bytes) in healed {
        assert!(second[&path] == bytes, "{path}");
    }
}

/// Each page is the old one or the new one, and nothing is missing.
fn intact(
    site: &BTreeMap<String, Vec<u8>>,
    first: &BTreeMap<String, Vec<u8>>,
    second: &BTreeMap<String, Vec<u8>>,
) {
    for (path, bytes) in first {
        if path.starts_with(".allclear") {
            continue;
        }
        // Assets have their hash in their name, so old ones may go when no page needs them.
        let Some(now) = site.get(path) else {
            assert!(!path.ends_with(".html"), "{path} is gone");
            continue;
        };
        let known = now == bytes || second.get(path) == Some(now);
        assert!(
            known || path == "data/status.json",
            "{path} is neither old nor new"
        );
        assert!(!path.ends_with(".html") || whole(now), "{path} is torn");
    }
}

#[test]
fn what_a_dead_build_left_is_swept_up() {
    let repo = Repo::small();
    repo.build(&[]);
    files::write(&repo.path().join("dist/.allclear-tmp/17"), "half a pa");
    repo.build(&[]);
    assert!(!repo.site().keys().any(|path| path.contains("tmp")));
}
