//! Where things lie in the repository.

use std::env;
use std::path::{Path, PathBuf};

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    // Asked at run time first, so that a moved checkout with its `target/` still finds itself.
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or(manifest.clone(), Path::to_owned)
}

/// The build directory: `target/`, unless `CARGO_TARGET_DIR` says otherwise.
pub(crate) fn target() -> PathBuf {
    let dir = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    root().join(dir)
}

/// Where the finished bundle lies.
pub(crate) fn bundle() -> PathBuf {
    target().join("bundle")
}

/// The `allclear` command as built with `profile` ("debug" or "release").
pub(crate) fn allclear(profile: &str) -> PathBuf {
    let name = format!("allclear{}", env::consts::EXE_SUFFIX);
    target().join(profile).join(name)
}

/// The browser tests, where the node packages live too.
pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// Whether this runs on CI, where nobody answers questions and the lock file is final.
pub(crate) fn on_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}
