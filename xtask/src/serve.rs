//! `cargo xtask serve`: this repository's own site, with live reload.

use std::process::Command;

use anyhow::Result;
use clap::Args as ClapArgs;

use crate::setup::{self, Need};
use crate::{bundle, shell, workspace};

/// What to pass on.
#[derive(ClapArgs)]
pub(crate) struct Args {
    /// Arguments for `allclear serve`
    #[arg(last = true)]
    args: Vec<String>,
}

/// Builds everything and serves the site.
pub(crate) fn run(args: &Args) -> Result<()> {
    setup::ensure(&[Need::Wasm, Need::Shrinkers])?;
    bundle::build()?;
    shell::run(shell::debug_build().env("ALLCLEAR_BUNDLE", workspace::bundle()))?;
    let mut allclear = Command::new(workspace::allclear("debug"));
    allclear
        .current_dir(workspace::root())
        .arg("serve")
        .args(&args.args);
    become_it(&mut allclear)
}

/// Runs the command in our place, so that signals and the exit code are its own.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(anyhow::Error::new(command.exec()).context("cannot run allclear"))
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<()> {
    shell::run(command)
}
