//! What files there are.

use crate::diagnostic::{Diagnostic, Level, Report};
use crate::source::SourceFile;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of files that are published as they are.
pub const PUBLIC: &str = "public";

/// All files below `dir`, relative to it with `/`, sorted. Names with a leading dot are skipped,
/// but below `public/` only those of git and of the system; so are links that lead nowhere, out of
/// the repository or in a circle, the latter two with a word.
pub fn walk(dir: &Path, shown: &str, found: &mut Vec<Diagnostic>) -> Vec<String> {
    let homes = [dir.parent(), Some(dir)].map(|home| home.and_then(|h| h.canonicalize().ok()));
    let inside = |target: &Path| homes.iter().flatten().any(|home| target.starts_with(home));
    let mut files = Vec::new();
    let mut folders = vec![(dir.to_owned(), String::new(), Vec::new())];
    while let Some((folder, prefix, came_from)) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => {
                let report = Report::new(Arc::new(SourceFile::new(
                    PathBuf::from(shown).join(&prefix),
                    "",
                )));
                report.error(
                    "unreadable",
                    0..0,
                    format!("this folder cannot be read: {error}"),
                );
                found.extend(report.into_vec());
                continue;
            }
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if skipped(&name, shown) {
                continue;
            }
            let path = format!("{prefix}{name}");
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/"), came_from.clone()));
            } else if kind.is_file() {
                files.push(path);
            } else if kind.is_symlink() {
                let Ok(target) = entry.path().canonicalize() else {
                    continue;
                };
                if !inside(&target) {
                    found.push(link(shown, &path, "leads out of the repository"));
                } else if target.is_file() {
                    files.push(path);
                } else if target.is_dir() {
                    match follow(&folder, &entry.path(), &came_from) {
                        Some(came_from) => {
                            folders.push((entry.path(), format!("{path}/"), came_from));
                        }
                        None => found.push(link(shown, &path, "leads to a folder that it is in")),
                    }
                }
            }
        }
    }
    files.sort();
    files
}

/// The folders that a walk has come through by links, with that of this `link`; `None` if it leads
/// back into one of them.
fn follow(folder: &Path, link: &Path, came_from: &[PathBuf]) -> Option<Vec<PathBuf>> {
    let target = link.canonicalize().ok()?;
    let mut through = came_from.to_vec();
    through.push(folder.canonicalize().ok()?);
    let circle = through.iter().any(|here| here.starts_with(&target));
    (!circle).then_some(through)
}

fn skipped(name: &str, shown: &str) -> bool {
    let system = name == ".DS_Store" || name.starts_with(".git") || name.starts_with(".allclear");
    name.starts_with('.') && (shown != PUBLIC || system)
}

fn link(shown: &str, path: &str, why: &str) -> Diagnostic {
    Diagnostic {
        level: Level::Warning,
        code: "link-skipped",
        message: format!("this symbolic link {why}, so it is left out"),
        hint: Some("copy what it leads to, or take it out".to_owned()),
        source: Arc::new(SourceFile::new(PathBuf::from(shown).join(path), "")),
        span: 0..0,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_stay_in_the_repository_and_go_in_no_circle() {
        let dir = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let public = dir.path().join("public");
        fs::create_dir_all(public.join("a")).unwrap();
        fs::write(elsewhere.path().join("secret"), "").unwrap();
        fs::write(public.join("x"), "").unwrap();
        symlink(elsewhere.path(), public.join("folder")).unwrap();
        symlink(elsewhere.path().join("secret"), public.join("file")).unwrap();
        symlink(&public, public.join("a/up")).unwrap();
        symlink(public.join("x"), public.join("a/x")).unwrap();
        let mut found = Vec::new();
        assert_eq!(walk(&public, PUBLIC, &mut found), ["a/x", "x"]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found.iter().all(|d| d.code == "link-skipped"));
    }

    #[test]
    fn public_may_have_names_with_a_dot() {
        let dir = tempfile::tempdir().unwrap();
        for path in [".well-known/security.txt", ".git/config", ".DS_Store"] {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let mut found = Vec::new();
        let expected = [".well-known/security.txt"];
        assert_eq!(walk(dir.path(), PUBLIC, &mut found), expected);
        assert_eq!(walk(dir.path(), "incidents", &mut found), [""; 0]);
    }
}
