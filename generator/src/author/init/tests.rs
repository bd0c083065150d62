use super::*;
use crate::author::file;
use crate::project::Project;

/// What is wrong with a repository that was written at `now`.
fn check(site: &Site, now: &str) -> Vec<String> {
    let folder = tempfile::tempdir().map(tempfile::TempDir::keep);
    let folder = folder.unwrap_or_default();
    let now = when::parse(now, Tz::UTC).map_or(Instant(0), |when| when.at);
    for (path, text) in files(site, now) {
        let written = file::create(&folder.join(path), &text);
        assert!(written.is_ok(), "{written:?}");
    }
    let project = Project::load(&folder, now);
    assert_eq!(project.entries.len(), 2);
    if let Some(title) = &site.title {
        assert_eq!(project.config.meta.title, *title);
    }
    let removed = std::fs::remove_dir_all(&folder);
    assert!(removed.is_ok());
    let found = project.found.iter();
    found
        .map(|d| format!("{}: {}", d.source.display_path(), d.message))
        .collect()
}

#[test]
fn a_new_repository_has_no_problems_whatever_the_day() {
    let none: [String; 0] = [];
    for day in 1..=8 {
        let now = format!("2026-02-{day:02} 12:00 UTC");
        assert_eq!(check(&Site::default(), &now), none, "{now}");
    }
    assert_eq!(check(&Site::default(), "2031-12-31 23:59 UTC"), none);
}

#[test]
fn title_address_and_zone_are_filled_in() {
    let site = Site {
        title: Some("\"Quotes\" & co \\".to_owned()),
        url: Some("https://status.example.com/".to_owned()),
        zone: Some(chrono_tz::Asia::Shanghai),
    };
    let none: [String; 0] = [];
    assert_eq!(check(&site, "2026-02-03 12:00 UTC"), none);
    let text = |path: &str| {
        let files = files(&site, Instant(0));
        let found = files.into_iter().find(|(p, _)| p == path);
        found.map(|(_, text)| text).unwrap_or_default()
    };
    let config = text("allclear.toml");
    assert!(config.contains("url = \"https://status.example.com/\""));
    assert!(config.contains("timezone = \"Asia/Shanghai\""));
    assert!(!config.contains("Example status") && !config.contains("at Example,"));
    assert!(text("README.md").starts_with("# \"Quotes\" & co \\\n"));
}

#[test]
fn every_file_of_the_template_is_embedded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/init");
    let mut there = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => there.push(path),
            }
        }
    }
    let mut there: Vec<String> = there
        .iter()
        .filter_map(|path| path.strip_prefix(&root).ok())
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .collect();
    there.sort();
    assert_eq!(there, FILES.map(|(path, _)| path));
}
