//! Debian's packages, where there is `apt-get`.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell;

/// Whether this machine has `apt-get` and lets us use it.
pub(crate) fn usable() -> bool {
    shell::which(&["apt-get"]).is_some() && (is_root() || shell::which(&["sudo"]).is_some())
}

/// Installs `packages`, and never removes another to make room for them.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if !usable() {
        bail!("there is no apt-get here that we may use");
    }
    let names = packages.join(" ");
    shell::run(apt_get().args(["update", "-qq"]))
        .context("cannot refresh Debian's package list")?;
    let install = [
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        "--no-remove",
    ];
    shell::run(apt_get().args(install).args(packages))
        .with_context(|| format!("cannot install Debian's {names}"))
}

fn apt_get() -> Command {
    let mut command = if is_root() {
        Command::new("env")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

fn is_root() -> bool {
    shell::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
