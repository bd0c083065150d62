//! `cargo xtask setup`: what is missing on this machine, and how it is installed.
//!
//! Every task asks for what it needs through [`ensure`], which costs next to nothing when all is
//! there, says what it is going to install before it does, and asks where a person can answer.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::toolchain::{self, DEBIAN_PACKAGES, Toolchain};
use crate::{apt, node, shell, workspace};

/// Something that a task may need beyond Rust itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A toolchain that compiles for the browser.
    Wasm,
    /// Node's packages.
    Node,
    /// Node's packages, but only to make the bundle smaller: nice to have.
    Shrinkers,
    /// A browser to test in.
    Chromium,
}

/// Everything that any task needs.
pub(crate) const ALL: [Need; 3] = [Need::Wasm, Need::Node, Need::Chromium];

/// Installs everything that any task needs.
pub(crate) fn run() -> Result<()> {
    ensure(&ALL)?;
    eprintln!("All set.");
    Ok(())
}

/// Installs those of `needs` that are missing.
pub(crate) fn ensure(needs: &[Need]) -> Result<()> {
    let missing: Vec<Need> = needs.iter().copied().filter(Need::is_missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("This machine still lacks:");
    for need in &missing {
        eprintln!("  - {}", need.plan());
    }
    if !confirm()? {
        bail!("nothing was installed");
    }
    missing.into_iter().try_for_each(Need::install)
}

/// The browser that tests run in: `CHROMIUM`, or one on the `PATH`.
pub(crate) fn chromium() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    named
        .filter(|path| path.is_file())
        .or_else(|| shell::which(&["chromium", "chromium-browser", "google-chrome"]))
}

impl Need {
    fn is_missing(&self) -> bool {
        match self {
            Self::Wasm => Toolchain::find().is_none(),
            Self::Node | Self::Shrinkers => !node::is_installed(),
            Self::Chromium => chromium().is_none(),
        }
    }

    fn plan(self) -> String {
        let debian = DEBIAN_PACKAGES.join(", ");
        match self {
            Self::Wasm if toolchain::has_rustup() => format!(
                "Rust's {} target: by rustup, else Debian's {debian}",
                toolchain::TARGET
            ),
            Self::Wasm => format!("Rust for WebAssembly: Debian's {debian}"),
            Self::Node | Self::Shrinkers => {
                "node packages in tests/browser: wasm-opt, terser, playwright-core, axe-core".into()
            }
            Self::Chromium => "a browser to test in: Debian's chromium".into(),
        }
    }

    fn install(self) -> Result<()> {
        match self {
            Self::Wasm => toolchain::install(),
            Self::Node => node::install(),
            Self::Shrinkers => {
                if let Err(error) = node::install() {
                    eprintln!("warning: the bundle stays larger than it need be: {error:#}");
                }
                Ok(())
            }
            Self::Chromium if apt::usable() => apt::install(&["chromium"]),
            Self::Chromium => {
                bail!("set CHROMIUM to a Chromium-like browser to run the browser tests")
            }
        }
    }
}

/// Asks where a person sits at a terminal; elsewhere the answer is yes.
fn confirm() -> Result<bool> {
    let person = io::stdin().is_terminal() && io::stderr().is_terminal() && !workspace::on_ci();
    if !person {
        return Ok(true);
    }
    eprint!("Install this now? [Y/n] ");
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(is_yes(&answer))
}

fn is_yes(answer: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    answer.is_empty() || answer == "y" || answer == "yes"
}

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn plain_enter_means_yes() {
        assert!(is_yes("\n"));
        assert!(is_yes("Y\n"));
        assert!(!is_yes("n\n"));
        assert!(!is_yes("what?\n"));
    }
}
