//! `cargo xtask dist`: one file that is all a user needs.

use std::fs;

use anyhow::{Context, Result};

use crate::setup::{self, Need};
use crate::{bundle, shell, workspace};

/// Leaves a release build that carries the bundle at `target/dist/allclear`.
pub(crate) fn run() -> Result<()> {
    setup::ensure(&[Need::Wasm, Need::Shrinkers])?;
    bundle::build()?;
    let mut cargo = shell::cargo("build");
    cargo.args(["--release", "--package", "allclear", "--bin", "allclear"]);
    shell::run(cargo.env("ALLCLEAR_BUNDLE", workspace::bundle()))?;

    let built = workspace::allclear("release");
    let dist = workspace::target().join("dist");
    let file = dist.join(built.file_name().context("allclear has a name")?);
    fs::create_dir_all(&dist).with_context(|| format!("cannot make {}", dist.display()))?;
    // Removed first: a running program cannot be written to, but its file can be replaced.
    fs::remove_file(&file).ok();
    fs::copy(&built, &file).with_context(|| format!("cannot write {}", file.display()))?;
    let bytes = fs::metadata(&file)?.len();
    println!("{} ({:.1} MB)", file.display(), bytes as f64 / 1e6);
    Ok(())
}
