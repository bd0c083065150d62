//! Node's packages: what shrinks the bundle, and what drives the browser in tests.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{shell, workspace};

/// Whether exactly the locked packages are installed.
pub(crate) fn is_installed() -> bool {
    let locked = fs::read(workspace::browser_tests().join("package-lock.json"));
    let installed = fs::read(stamp());
    matches!((locked, installed), (Ok(locked), Ok(installed)) if locked == installed)
}

/// Whether node and npm are there at all.
pub(crate) fn is_available() -> bool {
    shell::which(&["node"]).is_some() && shell::which(&["npm"]).is_some()
}

/// Installs exactly the locked packages.
pub(crate) fn install() -> Result<()> {
    if !is_available() {
        bail!("this needs Node 20 or newer, with npm, on the PATH");
    }
    let dir = workspace::browser_tests();
    shell::run(
        Command::new("npm")
            .args(["ci", "--no-progress", "--loglevel=error"])
            .current_dir(&dir),
    )?;
    fs::copy(dir.join("package-lock.json"), stamp()).context("cannot note what npm installed")?;
    Ok(())
}

/// A command that a package brings, such as `wasm-opt`, if it is installed.
pub(crate) fn tool(name: &str) -> Option<Command> {
    let script = packages().join(".bin").join(name);
    if !script.exists() || !is_available() {
        return None;
    }
    let mut command = Command::new("node");
    command.arg(script);
    Some(command)
}

fn packages() -> PathBuf {
    workspace::browser_tests().join("node_modules")
}

/// A copy of the lock file that the packages were installed from.
fn stamp() -> PathBuf {
    packages().join(".installed-from")
}
