//! What `build` promises beside the pages themselves: sameness, frugality, and that it leaves
//! alone what is not its own.

use crate::support::{Repo, files};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

fn summary(repo: &Repo, args: &[&str]) -> Value {
    let outcome = repo.build(&[&["--json"], args].concat());
    serde_json::from_str(&outcome.stdout).unwrap()
}

/// Files that differ, by name; never their bytes, which nobody could read.
fn differing(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = a.keys().chain(b.keys());
    let mut differing: Vec<String> = names.filter(|n| a.get(*n) != b.get(*n)).cloned().collect();
    differing.sort();
    differing.dedup();
    differing
}

#[test]
fn building_twice_writes_nothing() {
    for repo in [
        Repo::fixture("bad-day"),
        Repo::fixture("calm"),
        Repo::own_site(),
    ] {
        let first = summary(&repo, &[]);
        assert_eq!(first["unchanged"], 0);
        let second = summary(&repo, &[]);
        assert_eq!(
            (&second["written"], &second["deleted"]),
            (&0.into(), &0.into())
        );
        assert_eq!(second["unchanged"], first["written"]);
    }
}

/// A page that is published again only because a minute has passed would be noise in git.
#[test]
fn a_later_build_of_a_calm_site_writes_nothing_either() {
    let repo = Repo::fixture("calm");
    repo.build(&["--now", "2026-08-14T14:42:00Z"]);
    let later = summary(&repo, &["--now", "2026-08-14T15:00:00Z"]);
    assert_eq!(later["written"], 0, "{later}");
}

#[test]
fn the_same_files_and_clock_give_the_same_bytes() {
    let repo = Repo::fixture("bad-day");
    let build = |out: &str, threads: &str| {
        let mut command = repo.command(&["build", "--out", out]);
        let output = command.env("RAYON_NUM_THREADS", threads).output().unwrap();
        assert!(output.status.success());
        files::read_all(&repo.path().join(out))
    };
    let one = build("one", "1");
    assert_eq!(differing(&one, &build("two", "2")), [""; 0]);
    assert_eq!(differing(&one, &build("deeper/four", "4")), [""; 0]);
}

#[test]
fn nothing_of_the_machine_gets_into_the_site() {
    let repo = Repo::fixture("bad-day");
    repo.build(&[]);
    let place = repo.path().to_str().unwrap().to_owned();
    for (path, bytes) in repo.site() {
        assert!(!String::from_utf8_lossy(&bytes).contains(&place), "{path}");
    }
}

#[test]
fn files_of_others_survive_and_files_of_ours_go_when_nobody_needs_them() {
    let repo = Repo::small();
    repo.incident(
        "old",
        "title: Old",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.write("dist/CNAME", "status.example.com");
    repo.write("dist/incidents/old/notes.txt", "mine");
    repo.build(&[]);
    assert!(repo.site().contains_key("incidents/old/index.html"));
    fs::rename(
        repo.path().join("incidents/old.md"),
        repo.path().join("incidents/new.md"),
    )
    .unwrap();
    repo.build(&[]);
    let site = repo.site();
    assert!(site.contains_key("incidents/new/index.html"));
    assert!(!site.contains_key("incidents/old/index.html"));
    assert_eq!(site["CNAME"], b"status.example.com");
    assert_eq!(site["incidents/old/notes.txt"], b"mine");
}

/// A file that becomes a folder, and the other way round: `public/docs` and `public/docs/x`.
#[test]
fn a_path_may_turn_from_file_to_folder_and_back() {
    let repo = Repo::small();
    repo.write("public/docs", "a file");
    repo.build(&[]);
    fs::remove_file(repo.path().join("public/docs")).unwrap();
    repo.write("public/docs/one.txt", "in a folder");
    repo.build(&[]);
    assert_eq!(repo.site()["docs/one.txt"], b"in a folder");
    fs::remove_dir_all(repo.path().join("public/docs")).unwrap();
    repo.write("public/docs", "a file again");
    repo.build(&[]);
    assert_eq!(repo.site()["docs"], b"a file again");
}

/// What a site's owner puts into `public/` is theirs, even where a page of ours would stand.
#[test]
fn a_file_in_public_takes_the_place_of_ours() {
    let repo = Repo::small();
    for path in ["404.html", "robots.txt", "incidents/index.html"] {
        repo.write(&format!("public/{path}"), "mine");
    }
    repo.build(&[]);
    for path in ["404.html", "robots.txt", "incidents/index.html"] {
        assert_eq!(repo.site()[path], b"mine", "{path}");
    }
    assert_eq!(summary(&repo, &[])["written"], 0);
}

#[test]
fn an_error_stops_the_build_before_anything_is_written_and_names_all_broken_files() {
    let repo = Repo::small();
    repo.incident(
        "good",
        "title: Good",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.build(&[]);
    let before = repo.site();
    repo.incident(
        "good",
        "title: Changed",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.incident(
        "bad-one",
        "titel: Bad",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.incident(
        "bad-two",
        "title: Bad",
        "## Resolved — 2026-01-01 25:00 UTC\n\nOver.",
    );
    let outcome = repo.run(&["build"]);
    assert_eq!(outcome.status, 1);
    assert_eq!(outcome.stdout, "");
    assert_eq!(differing(&before, &repo.site()), [""; 0]);
    let last = outcome
        .stderr
        .lines()
        .rev()
        .find(|l| l.starts_with("error:"));
    for file in ["incidents/bad-one.md", "incidents/bad-two.md"] {
        assert!(last.unwrap().contains(file), "{}", outcome.stderr);
    }
}

#[test]
fn drafts_are_published_only_on_demand_and_nothing_leads_to_them() {
    let repo = Repo::small();
    let over = "## Resolved — 2026-01-01 10:00 UTC\n\nOver.";
    repo.incident(
        "secret",
        "title: Not yet known\ndraft: true\naliases: [hidden]",
        over,
    );
    repo.incident("known", "title: Known", over);
    let mentions = |repo: &Repo| {
        let site = repo.site().into_iter();
        let says = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            text.contains("Not yet known") || text.contains("secret")
        };
        site.filter(|(path, bytes)| path.contains("secret") || says(bytes))
            .count()
    };
    repo.build(&[]);
    assert_eq!(mentions(&repo), 0);
    assert!(!repo.site().contains_key("hidden/index.html"));
    repo.build(&["--drafts"]);
    assert!(repo.site().contains_key("incidents/secret/index.html"));
    repo.build(&[]);
    assert_eq!(mentions(&repo), 0);
}

#[test]
fn old_addresses_lead_to_the_new_one() {
    let repo = Repo::small();
    let front = "title: Moved\naliases: [/2019/outage/, issues/7/index.html, plain]";
    repo.incident(
        "moved",
        front,
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.build(&[]);
    for (path, way) in [
        ("2019/outage", "../../incidents/moved/"),
        ("issues/7", "../../incidents/moved/"),
        ("plain", "../incidents/moved/"),
    ] {
        let page = repo.page(&format!("{path}/index.html"));
        let refresh = page
            .all("meta")
            .find(|m| m.get("http-equiv") == Some("refresh"));
        let refresh = refresh.unwrap().get("content").unwrap();
        assert!(
            refresh.ends_with(&format!("url={way}")),
            "{path}: {refresh}"
        );
        // For those whose browser doesn't follow.
        assert!(page.all("a").any(|a| a.get("href") == Some(way)), "{path}");
    }
}

/// An old address that is a page of the site, or a file of it, would fight with it for its place.
#[test]
fn an_alias_cannot_take_the_place_of_what_is_there() {
    for taken in [
        "incidents",
        "maintenance/",
        "postmortems",
        "components/api",
        "history/2026/01",
        "zh-CN",
        "zh-CN/incidents",
        "logo.svg",
        "sitemap.xml",
        "docs",
        "embed/x",
        "feed.atom",
    ] {
        let repo = Repo::small();
        repo.write(
            "public/logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        );
        repo.write("public/docs/index.html", "docs");
        let front = format!("title: X\naliases: [{taken}]");
        repo.incident("x", &front, "## Resolved — 2026-01-01 10:00 UTC\n\nOver.");
        let outcome = repo.run(&["build"]);
        assert_eq!(outcome.status, 1, "{taken}: {}", outcome.stderr);
        assert!(
            outcome.stderr.contains("alias"),
            "{taken}: {}",
            outcome.stderr
        );
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_exit_3_with_a_reason() {
    let repo = Repo::small();
    repo.write("dist", "a file where the folder should be");
    let outcome = repo.run(&["build"]);
    assert_eq!(outcome.status, 3);
    assert!(outcome.stderr.contains("[DIR]") || outcome.stderr.contains("dist"));
    assert!(outcome.stderr.contains("because:"), "{}", outcome.stderr);
}

/// The site of two languages has every page in both, and says so to search engines.
#[test]
fn every_locale_has_every_page() {
    let repo = Repo::fixture("bad-day");
    repo.build(&[]);
    let pages = repo.pages();
    let refreshes = |path: &str| {
        let mut metas = pages[path].all("meta");
        metas.any(|m| m.get("http-equiv") == Some("refresh"))
    };
    let (chinese, english): (Vec<_>, Vec<_>) = pages.keys().partition(|p| p.starts_with("zh-CN/"));
    for path in english {
        if path != "404.html" && !refreshes(path) {
            let twin = format!("zh-CN/{path}");
            assert!(chinese.contains(&&twin), "{twin}");
        }
    }
}

#[test]
fn the_site_is_never_written_over_what_it_is_made_from() {
    let repo = Repo::small();
    repo.incident(
        "a",
        "title: A",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    let before = repo.files();
    for out in [
        ".",
        "..",
        "dist/..",
        "incidents",
        "incidents/x",
        "public",
        "public/x",
        "templates/y",
        "locales",
    ] {
        let outcome = repo.run(&["build", "--out", out]);
        assert_eq!(outcome.status, 2, "{out}: {}", outcome.stderr);
        assert_eq!(differing(&before, &repo.files()), [""; 0], "{out}");
    }
}

#[test]
fn files_that_no_build_wrote_are_replaced_only_by_force() {
    let repo = Repo::small();
    repo.write("www/index.html", "mine");
    repo.write("www/other.txt", "mine too");
    let outcome = repo.run(&["build", "--out", "www"]);
    assert_eq!(outcome.status, 2, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("index.html"), "{}", outcome.stderr);
    assert_eq!(repo.files()["www/index.html"], b"mine");
    assert_eq!(repo.run(&["build", "--out", "www", "--force"]).status, 0);
    assert_ne!(repo.files()["www/index.html"], b"mine");
    assert_eq!(repo.files()["www/other.txt"], b"mine too");
    assert_eq!(repo.run(&["build", "--out", "www"]).status, 0);
}

#[test]
fn a_page_of_the_owners_in_place_of_ours_is_a_warning() {
    let repo = Repo::small();
    let ours = [
        "index.html",
        "incidents/index.html",
        "zh-CN/components/api/index.html",
    ];
    let fine = ["robots.txt", "404.html", "about/index.html", "sitemap.xml"];
    for path in ours.iter().chain(&fine) {
        repo.write(&format!("public/{path}"), "mine");
    }
    let outcome = repo.run(&["check", "--format", "json"]);
    let told = |path: &str| outcome.stdout.contains(&format!("public/{path}\""));
    assert!(ours.iter().all(|path| told(path)), "{}", outcome.stdout);
    assert!(!fine.iter().any(|path| told(path)), "{}", outcome.stdout);
}
