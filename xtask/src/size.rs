//! How heavy the bundle is, as a visitor's browser gets it.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{shell, workspace};

/// The files of the bundle, in the order they are loaded.
pub(crate) const FILES: [&str; 2] = ["allclear.js", "allclear_bg.wasm"];

/// What both files together may weigh in gzip -9: GitHub Pages knows only gzip.
pub(crate) const GZIP_BUDGET: usize = 100_000;

/// What both files together may weigh in brotli 11.
pub(crate) const BROTLI_BUDGET: usize = 85_000;

/// One line for each file: raw bytes, gzip -9, brotli 11.
const WEIGH: &str = "
const { readFileSync } = require('fs');
const { gzipSync, brotliCompressSync } = require('zlib');
for (const file of process.argv.slice(1)) {
  const raw = readFileSync(file);
  const sizes = [raw, gzipSync(raw, { level: 9 }), brotliCompressSync(raw)];
  console.log(sizes.map((bytes) => bytes.length).join(' '));
}
";

/// Bytes of one file, or of all together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Size {
    raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// The sizes of some files, file by file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sizes(Vec<Size>);

impl Sizes {
    /// Weighs the bundle as it lies there; needs node.
    pub(crate) fn weigh() -> Result<Self> {
        Self::of(&workspace::bundle(), &FILES)
    }

    /// Weighs `files` in `dir`; needs node.
    pub(crate) fn of<F: AsRef<OsStr>>(dir: &Path, files: &[F]) -> Result<Self> {
        let mut node = Command::new("node");
        node.args(["-e", WEIGH]).current_dir(dir).args(files);
        Self::parse(&shell::read(&mut node)?).context("node weighed the files strangely")
    }

    /// Fails if the bundle is heavier than it may be.
    pub(crate) fn check(&self) -> Result<()> {
        let total = self.total();
        if total.gzip > GZIP_BUDGET || total.brotli > BROTLI_BUDGET {
            bail!(
                "the bundle is over its budget: {} bytes of {GZIP_BUDGET} in gzip, {} of {BROTLI_BUDGET} in brotli",
                total.gzip,
                total.brotli,
            );
        }
        Ok(())
    }

    /// All files together.
    pub(crate) fn total(&self) -> Size {
        self.0.iter().fold(Size::default(), |sum, size| Size {
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
    }

    fn parse(text: &str) -> Option<Self> {
        text.lines()
            .map(Size::parse)
            .collect::<Option<_>>()
            .map(Self)
    }
}

impl Size {
    fn parse(line: &str) -> Option<Self> {
        let mut numbers = line.split(' ').map(str::parse);
        let mut next = || numbers.next()?.ok();
        Some(Self {
            raw: next()?,
            gzip: next()?,
            brotli: next()?,
        })
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [name, raw, gzip, brotli] = ["bundle, in bytes", "raw", "gzip -9", "brotli 11"];
        writeln!(f, "{name:<18}{raw:>10}{gzip:>10}{brotli:>10}")?;
        let mut row = |name: &str, Size { raw, gzip, brotli }| {
            writeln!(f, "{name:<18}{raw:>10}{gzip:>10}{brotli:>10}")
        };
        for (name, size) in FILES.iter().zip(&self.0) {
            row(name, *size)?;
        }
        row("together", self.total())?;
        write!(
            f,
            "{:<18}{:>10}{GZIP_BUDGET:>10}{BROTLI_BUDGET:>10}",
            "budget", ""
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Size, Sizes};

    #[test]
    fn both_files_count_against_the_budget() {
        let sizes = Sizes::parse("9 50000 40000\n9 50000 45000\n").expect("six numbers");
        assert_eq!(
            sizes.total(),
            Size {
                raw: 18,
                gzip: 100_000,
                brotli: 85_000
            }
        );
        assert!(sizes.check().is_ok());
        let heavier = Sizes::parse("9 50000 40000\n9 50000 45001\n").expect("six numbers");
        assert!(heavier.check().is_err());
        assert_eq!(Sizes::parse("1 2\n"), None);
    }
}
