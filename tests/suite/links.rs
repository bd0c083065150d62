//! Every link of every page leads somewhere, wherever the site lies.

use crate::support::Repo;
use crate::support::page::Page;
use std::collections::{BTreeMap, BTreeSet};

/// All that is wrong with the links of the site in `repo`, published below `base`.
fn broken_links(repo: &Repo, base: &str) -> Vec<String> {
    let files: BTreeSet<String> = repo.site().into_keys().collect();
    let pages = repo.pages();
    let mut wrong = Vec::new();
    for (path, page) in &pages {
        let from = format!("{base}{path}");
        for (element, attribute, address) in page.addresses() {
            let shown = format!("{path}: <{} {attribute}=\"{address}\">", element.name);
            if scheme(&address).is_some() {
                continue;
            }
            let (target, fragment) = match address.split_once('#') {
                Some((target, fragment)) => (target, Some(fragment)),
                None => (address.as_str(), None),
            };
            let target = target.split('?').next().unwrap_or_default();
            let target = if target.is_empty() {
                from.clone()
            } else {
                join(&from, target)
            };
            let Some(file) = target.strip_prefix(base) else {
                wrong.push(format!("{shown} leaves {base}"));
                continue;
            };
            let file = decode(file);
            let file = match file.is_empty() || file.ends_with('/') {
                true => format!("{file}index.html"),
                false => file,
            };
            if !files.contains(&file) {
                wrong.push(format!("{shown}: there is no {file}"));
                continue;
            }
            if let (Some(fragment), Some(page)) = (fragment, pages.get(&file))
                && !fragment.is_empty()
                && !page.ids().contains(&decode(fragment).as_str())
            {
                wrong.push(format!("{shown}: {file} has no #{fragment}"));
            }
        }
        if path == "404.html" && base != "/" {
            absolute(page, base, &mut wrong);
        }
    }
    wrong
}

/// `404.html` is shown at any depth, so its links can't be relative.
fn absolute(page: &Page, base: &str, wrong: &mut Vec<String>) {
    for (element, attribute, address) in page.addresses() {
        let fine = address.starts_with(base) || address.starts_with('#');
        if scheme(&address).is_none() && !fine {
            wrong.push(format!(
                "404.html: <{} {attribute}=\"{address}\">",
                element.name
            ));
        }
    }
}

fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    (!scheme.contains(['/', '?', '#', '.'])).then_some(scheme)
}

/// RFC 3986 §5.2, as far as pages need it.
fn join(from: &str, target: &str) -> String {
    let joined = match target.starts_with('/') {
        true => target.to_owned(),
        false => format!("{}{target}", &from[..=from.rfind('/').unwrap()]),
    };
    let mut parts: Vec<&str> = Vec::new();
    let (folders, file) = joined.rsplit_once('/').unwrap();
    let file = if matches!(file, "." | "..") { "" } else { file };
    let last = joined.rsplit('/').next().filter(|last| *last == "..");
    for part in folders.split('/').chain(last) {
        match part {
            ".." => {
                parts.pop();
            }
            "" | "." => {}
            part => parts.push(part),
        }
    }
    parts.push(file);
    format!("/{}", parts.join("/"))
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        let hex = text
            .get(i + 1..i + 3)
            .and_then(|h| u8::from_str_radix(h, 16).ok());
        match (bytes[i], hex) {
            (b'%', Some(byte)) => {
                out.push(byte);
                i += 3;
            }
            (byte, _) => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn the_checker_resolves_addresses_as_browsers_do() {
    for (from, target, expected) in [
        ("/a/b/index.html", "../c/", "/a/c/"),
        ("/a/b/index.html", "../../", "/"),
        ("/a/index.html", "x.css", "/a/x.css"),
        ("/index.html", "a/", "/a/"),
        ("/a/index.html", "/b", "/b"),
        ("/a/b/index.html", "..", "/a/"),
    ] {
        assert_eq!(join(from, target), expected, "{from} {target}");
    }
}

#[test]
fn every_link_leads_somewhere_at_a_root_and_below_one() {
    let mut wrong = BTreeMap::new();
    for (name, repo) in [
        ("bad-day", Repo::fixture("bad-day")),
        ("calm", Repo::fixture("calm")),
        ("own site", Repo::own_site()),
    ] {
        for base in ["/", "/repo/", "/a/deep/place/"] {
            let address = format!("https://example.org{base}");
            repo.build(&["--base-url", &address]);
            let broken = broken_links(&repo, base);
            if !broken.is_empty() {
                wrong.insert(format!("{name} at {base}"), broken);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// All that people may link to from a file, at once.
#[test]
fn links_in_files_lead_where_they_say() {
    let repo = Repo::small();
    repo.write(
        "public/logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    repo.write("public/a b:c.txt", "x");
    repo.write("public/guide.pdf", "x");
    repo.write(
        "incidents/2026/graph 1.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    repo.incident(
        "2026/第一",
        "title: CJK",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.\n\n# Postmortem\n\n## Root cause\n\nX.",
    );
    repo.incident(
        "all",
        "title: All links",
        "[a](2026/第一.md) [b](2026/第一.md#root-cause) [c](/incidents/第一/) [d](/incidents/第一)\n\
         [e](/) [f](/incidents/) [g](/incidents) [h](/maintenance/) [i](/components/api/)\n\
         [j](/logo.svg) [k](</a b:c.txt>) [l](/guide.pdf#page=2) [m](/postmortems/?x=1)\n\
         ![n](<2026/graph 1.svg>) [o](all.md) [p](#what-went-well)\n\
         [q](https://example.org/) [r](mailto:a@example.org) [s][note] [^1]\n\n\
         [note]: ./2026/第一.md\n\n\
         ## Resolved — 2026-01-02 10:00 UTC\n\nOver.[^1]\n\n[^1]: A note.\n\n\
         # Postmortem\n\n## What went well\n\nThe rest. [^2]\n\n[^2]: Another.\n",
    );
    repo.incident(
        "all.zh-CN",
        "title: 链接",
        "[a](2026/第一.md) [c](/incidents/第一/)",
    );
    let checked = repo.run(&["check", "--strict"]);
    assert_eq!(checked.status, 0, "{}", checked.stdout);
    for base in ["/", "/repo/"] {
        repo.build(&["--base-url", &format!("https://example.org{base}")]);
        let broken = broken_links(&repo, base);
        assert!(broken.is_empty(), "{broken:#?}");
    }
}

/// sitemaps.org wants addresses as RFC 3986 has them.
#[test]
fn the_sitemap_names_every_page_there_is_in_plain_ascii() {
    let repo = Repo::small();
    let over = "## Resolved — 2026-01-01 10:00 UTC\n\nOver.";
    repo.incident("第一", "title: CJK\naliases: [old]", over);
    repo.build(&[]);
    let site = repo.site();
    let sitemap = std::str::from_utf8(&site["sitemap.xml"]).unwrap();
    assert!(sitemap.is_ascii(), "{sitemap}");
    let mut listed: Vec<String> = sitemap
        .split("<loc>https://status.example.com/")
        .skip(1)
        .map(|rest| decode(rest.split("</loc>").next().unwrap()) + "index.html")
        .collect();
    listed.sort();
    let pages = site.keys().filter(|path| path.ends_with("index.html"));
    let pages: Vec<String> = pages.filter(|p| *p != "old/index.html").cloned().collect();
    assert_eq!(listed, pages);
}

/// A reader of a page in Chinese stays in Chinese.
#[test]
fn links_in_a_translation_stay_in_its_language() {
    let repo = Repo::small();
    repo.incident(
        "a",
        "title: A",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.incident(
        "b",
        "title: B",
        "[a](a.md) [i](/incidents/)\n\n## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.incident(
        "b.zh-CN",
        "title: 乙",
        "[a](a.md) [i](/incidents/)\n\n## Resolved — 2026-01-01 10:00 UTC\n\n好了。",
    );
    repo.build(&[]);
    let page = repo.page("zh-CN/incidents/b/index.html");
    let hrefs: Vec<_> = page
        .all("a")
        .filter(|a| ["a", "i"].contains(&a.text.as_str()))
        .collect();
    for link in hrefs {
        let target = join("/zh-CN/incidents/b/index.html", link.get("href").unwrap());
        assert!(target.starts_with("/zh-CN/"), "{target}");
    }
}

/// `check` must see it, for the build would publish a link into nothing.
#[test]
fn a_link_to_a_draft_is_a_problem() {
    let repo = Repo::small();
    repo.incident(
        "draft",
        "title: D\ndraft: true",
        "## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    repo.incident(
        "a",
        "title: A",
        "[d](draft.md)\n\n## Resolved — 2026-01-01 10:00 UTC\n\nOver.",
    );
    let outcome = repo.run(&["check", "--strict"]);
    assert_eq!(outcome.status, 1, "{}", outcome.stdout);
}

/// Pages show several incidents at once; what they bring must not meet.
#[test]
fn no_page_has_an_id_twice() {
    let bad_day = Repo::fixture("bad-day");
    let notes = Repo::small();
    for id in ["one", "two"] {
        let body = "Open.[^1]\n\n[^1]: A note.\n\n## Investigating — 2026-08-14 10:00 UTC\n\nHm.[^2] [^a b] [^c?]\n\n[^2]: Two.\n\n[^a b]: Three.\n\n[^c?]: Four\n\n[^!]: Five [^!]";
        notes.incident(id, "title: X\ncomponents: [api]", body);
    }
    for (name, repo) in [
        ("bad-day", bad_day),
        ("notes", notes),
        ("own site", Repo::own_site()),
    ] {
        repo.build(&[]);
        for (path, page) in repo.pages() {
            let mut ids = page.ids();
            ids.sort_unstable();
            for pair in ids.windows(2) {
                assert_ne!(pair[0], pair[1], "{name}: {path}");
            }
        }
    }
}
