//! Knowing that nothing changed since the last time.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A fingerprint of files and words.
#[derive(Default)]
pub(crate) struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// Takes in a word, such as a version.
    pub(crate) fn word(&mut self, word: &str) {
        word.hash(&mut self.0);
    }

    /// Takes in the names and contents of a file, or of all files under a folder.
    pub(crate) fn path(&mut self, path: &Path) -> Result<()> {
        let mut files = Vec::new();
        collect(path, &mut files)?;
        files.sort();
        for file in files {
            let content = fs::read(&file).with_context(|| cannot_read(&file))?;
            file.strip_prefix(path).unwrap_or(&file).hash(&mut self.0);
            content.hash(&mut self.0);
        }
        Ok(())
    }

    /// The fingerprint in hexadecimal digits.
    pub(crate) fn finish(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path).with_context(|| cannot_read(path))? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

fn cannot_read(path: &Path) -> String {
    format!("cannot read {}", path.display())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Fingerprint;

    fn of(dir: &std::path::Path) -> String {
        let mut fingerprint = Fingerprint::default();
        fingerprint.path(dir).expect("the folder can be read");
        fingerprint.finish()
    }

    #[test]
    fn names_and_contents_count() {
        let dir = std::env::temp_dir().join(format!("allclear-stamp-{}", std::process::id()));
        fs::create_dir_all(dir.join("sub")).expect("a temporary folder");
        fs::write(dir.join("sub/a"), "1").expect("a file");
        let first = of(&dir);
        assert_eq!(first, of(&dir));
        fs::write(dir.join("sub/a"), "2").expect("a file");
        let second = of(&dir);
        assert_ne!(first, second);
        fs::rename(dir.join("sub/a"), dir.join("sub/b")).expect("a rename");
        assert_ne!(second, of(&dir));
        fs::remove_dir_all(&dir).expect("clean up");
    }
}
