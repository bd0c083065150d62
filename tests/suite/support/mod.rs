//! What all tests stand on: a folder of their own, the real command with nothing around it, and
//! pages read as a browser reads them.

pub(crate) mod files;
pub(crate) mod page;
pub(crate) mod repo;

pub(crate) use repo::Repo;

use std::path::PathBuf;

/// A path below `tests/`.
pub(crate) fn tests(path: &str) -> PathBuf {
    root().join("tests").join(path)
}

/// This repository, which is a site of its own.
pub(crate) fn root() -> PathBuf {
    let generator = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    generator.parent().unwrap().to_owned()
}

/// Whether expectations are to be written rather than compared.
pub(crate) fn update() -> bool {
    std::env::var_os("ALLCLEAR_UPDATE").is_some_and(|v| v == "1")
}
