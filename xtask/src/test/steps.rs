//! What each step of `cargo xtask test` runs.
//!
//! `ssr` and `hydrate` are never on together, so nothing here says `--all-features`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::size::Sizes;
use crate::toolchain::Toolchain;
use crate::{bundle, setup, shell, workspace};

pub(super) fn format() -> Result<()> {
    let mut cargo = Command::new("cargo");
    shell::run(
        cargo
            .current_dir(workspace::root())
            .args(["fmt", "--all", "--check"]),
    )
}

pub(super) fn clippy_native() -> Result<()> {
    let mut cargo = shell::cargo("clippy");
    shell::run(
        cargo
            .args(shell::NATIVE)
            .args(["--all-targets", "--", "-D", "warnings"]),
    )
}

pub(super) fn clippy_wasm() -> Result<()> {
    let mut cargo = toolchain()?.cargo("clippy");
    shell::run(cargo.args(["--", "-D", "warnings"]))
}

/// Without a bundle, as a fresh checkout is.
pub(super) fn tests_native() -> Result<()> {
    let mut cargo = shell::cargo("test");
    cargo
        .args(shell::NATIVE)
        .args(["--lib", "--bins", "--tests"]);
    shell::run(cargo.env_remove("ALLCLEAR_BUNDLE"))
}

pub(super) fn docs() -> Result<()> {
    let mut cargo = shell::cargo("doc");
    cargo.args(shell::NATIVE).arg("--no-deps");
    shell::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

pub(super) fn bundle_and_budget() -> Result<()> {
    bundle::build()?;
    let sizes = Sizes::weigh()?;
    println!("{sizes}");
    sizes.check()
}

/// The same packages and features as the native tests, so that only what carries the bundle is
/// built anew.
pub(super) fn command() -> Result<()> {
    shell::run(shell::debug_build().env("ALLCLEAR_BUNDLE", workspace::bundle()))
}

pub(super) fn tests_browser() -> Result<()> {
    let tests = browser_test_files()?;
    let chromium = setup::chromium().context("there is no browser to test in")?;
    shell::run(
        Command::new("node")
            .args(["--test", "--test-timeout=300000"])
            .args(tests)
            .current_dir(workspace::browser_tests())
            .env("ALLCLEAR_BIN", workspace::allclear("debug"))
            .env("ALLCLEAR_BUNDLE", workspace::bundle())
            .env("CHROMIUM", chromium),
    )
}

fn browser_test_files() -> Result<Vec<PathBuf>> {
    let dir = workspace::browser_tests();
    let mut files = Vec::new();
    for entry in fs::read_dir(&dir).with_context(|| format!("cannot read {}", dir.display()))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("there are no browser tests in {}", dir.display());
    }
    Ok(files)
}

fn toolchain() -> Result<Toolchain> {
    Toolchain::find().context("no toolchain here compiles WebAssembly")
}
