//! A toolchain that compiles for `wasm32-unknown-unknown`: the one in use, or Debian's.
//!
//! Debian brings no compiled standard library for the target but its source, which cargo's
//! `-Zbuild-std` compiles along, and a linker is borrowed from the toolchain in use. Both are stable
//! compilers, asked by `RUSTC_BOOTSTRAP` for `-Z` options that have not changed for years. Both keep
//! their files in `target/wasm`, apart from native builds.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{apt, shell, workspace};

/// The target's name.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What Debian needs to compile and lint for the target.
pub(crate) const DEBIAN_PACKAGES: [&str; 4] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];

/// Panics in the browser say where they come from to nobody; without their places the bundle is
/// smaller, knows nothing of the machine that built it, and is the same on all of them.
const FLAGS: &str = "-Zlocation-detail=none";

const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// A toolchain that can compile for the browser.
pub(crate) enum Toolchain {
    /// The toolchain in use has the target.
    InUse,
    /// Debian's, which links with `linker`.
    Debian {
        /// A `wasm-ld`, under whatever name.
        linker: PathBuf,
    },
}

impl Toolchain {
    /// What is there now; `ALLCLEAR_WASM=debian` passes over the toolchain in use.
    pub(crate) fn find() -> Option<Self> {
        if !only_debian() && in_use_has_target() {
            return Some(Self::InUse);
        }
        let files = [DEBIAN_STD, "/usr/bin/cargo", "/usr/bin/cargo-clippy"];
        if !files.iter().all(|file| Path::new(file).exists()) || !debian_is_new_enough() {
            return None;
        }
        Some(Self::Debian { linker: linker()? })
    }

    /// A cargo subcommand for the browser's side of `app`.
    pub(crate) fn cargo(&self, subcommand: &str) -> Command {
        let mut command = match self {
            Self::InUse => shell::cargo(subcommand),
            Self::Debian { linker } => debian(subcommand, linker),
        };
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS)
            .args(["--package", "allclear-app", "--lib"])
            .args(["--no-default-features", "--features", "hydrate"])
            .args(["--target", TARGET])
            .arg("--target-dir")
            .arg(workspace::target().join("wasm"));
        command
    }

    /// The compiler's name and version: another one makes another bundle.
    pub(crate) fn version(&self) -> Result<String> {
        shell::read(Command::new(self.rustc()).arg("--version"))
    }

    fn rustc(&self) -> &'static str {
        match self {
            Self::InUse => "rustc",
            Self::Debian { .. } => "/usr/bin/rustc",
        }
    }
}

/// Adds the target, by rustup where that works, else by Debian's packages.
pub(crate) fn install() -> Result<()> {
    if has_rustup() {
        let mut rustup = Command::new("rustup");
        rustup.args(["target", "add", TARGET]);
        match shell::run_within(&mut rustup, Duration::from_secs(180)) {
            Ok(()) if in_use_has_target() => return Ok(()),
            Ok(()) => eprintln!("rustup added {TARGET} to another toolchain than the one in use."),
            Err(error) => eprintln!("{error:#}."),
        }
    }
    if apt::usable() {
        eprintln!("Installing Debian's {}.", DEBIAN_PACKAGES.join(", "));
        apt::install(&DEBIAN_PACKAGES)?;
        if Toolchain::find().is_some() {
            return Ok(());
        }
    }
    bail!(
        "this machine cannot compile WebAssembly: neither rustup nor apt-get could bring the target; \
         where rustup can fetch, `rustup target add {TARGET}` is all it takes"
    )
}

/// Whether rustup may be asked for the target.
pub(crate) fn has_rustup() -> bool {
    !only_debian() && shell::which(&["rustup"]).is_some()
}

fn only_debian() -> bool {
    env::var_os("ALLCLEAR_WASM").is_some_and(|value| value == "debian")
}

fn in_use_has_target() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    shell::read(&mut rustc).is_ok_and(|dir| Path::new(dir.trim()).is_dir())
}

fn debian(subcommand: &str, linker: &Path) -> Command {
    // Cargo looks for `cargo-clippy` in its own home first, and would find rustup's.
    let mut command = if subcommand == "clippy" {
        Command::new("/usr/bin/cargo-clippy")
    } else {
        Command::new("/usr/bin/cargo")
    };
    let path = env::var("PATH").unwrap_or_default();
    command
        .current_dir(workspace::root())
        .env("PATH", format!("/usr/bin:{path}"))
        .env("CARGO", "/usr/bin/cargo")
        .env("RUSTC", "/usr/bin/rustc")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("LD_LIBRARY_PATH")
        .args([subcommand, "-Zbuild-std=std,panic_abort"]);
    shell::lock(&mut command);
    command
}

/// Whether Debian's compiler is at least the version that the workspace asks for.
fn debian_is_new_enough() -> bool {
    let Ok(said) = shell::read(Command::new("/usr/bin/rustc").arg("--version")) else {
        return false;
    };
    let have = said.split(' ').nth(1).and_then(version);
    have.is_some() && have >= version(env!("CARGO_PKG_RUST_VERSION"))
}

/// `1.96.0` → (1, 96).
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split('.');
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next()?.parse().ok()?;
    Some((major, minor))
}

/// The linker that comes with the toolchain in use, or LLVM's own.
fn linker() -> Option<PathBuf> {
    bundled_linker()
        .ok()
        .or_else(|| shell::which(&["wasm-ld", "rust-lld"]))
}

fn bundled_linker() -> Result<PathBuf> {
    let sysroot = shell::read(Command::new("rustc").args(["--print", "sysroot"]))?;
    let rustlib = Path::new(sysroot.trim()).join("lib/rustlib");
    fs::read_dir(&rustlib)
        .with_context(|| format!("cannot read {}", rustlib.display()))?
        .flatten()
        .map(|entry| entry.path().join("bin/rust-lld"))
        .find(|lld| lld.is_file())
        .context("the toolchain in use brings no rust-lld")
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_compare_by_number() {
        assert_eq!(version("1.96.0"), Some((1, 96)));
        assert!(version("1.100") > version("1.96.0"));
        assert_eq!(version("nightly"), None);
    }
}
