//! Files, written in one step: whoever reads one meanwhile sees the old text or the new.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It was to be new and is there.
    #[error("{0} is there already")]
    Exists(PathBuf),
    /// Somebody else changed it in the meantime.
    #[error("{0} has just been changed by somebody else; nothing was written")]
    Changed(PathBuf),
    /// The disk says no.
    #[error("{path} cannot be written")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// Writes a file that is not there yet, and the folders it needs.
pub fn create(path: &Path, text: &str) -> Result<(), FileError> {
    let result = parent(path).and_then(|folder| {
        fs::create_dir_all(folder)?;
        let temporary = fill(folder, text)?;
        temporary
            .persist_noclobber(path)
            .map_err(|error| error.error)
    });
    match result {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(FileError::Exists(path.to_owned()))
        }
        Err(error) => Err(failed(path, error)),
    }
}

/// Writes a file, there or not, and the folders it needs.
pub fn write(path: &Path, text: &str) -> Result<(), FileError> {
    let result = parent(path).and_then(|folder| {
        fs::create_dir_all(folder)?;
        let temporary = fill(folder, text)?;
        temporary.persist(path).map_err(|error| error.error)
    });
    result.map(|_| ()).map_err(|error| failed(path, error))
}

/// Replaces `old`, the text of a file as it was read, by `new`. Its permissions stay.
pub fn replace(path: &Path, old: &str, new: &str) -> Result<(), FileError> {
    // A link to a file stays a link.
    let target = fs::canonicalize(path).map_err(|error| failed(path, error))?;
    let now = fs::read(&target).map_err(|error| failed(path, error))?;
    if now != old.as_bytes() {
        return Err(FileError::Changed(path.to_owned()));
    }
    let result = parent(&target).and_then(|folder| {
        let permissions = fs::metadata(&target)?.permissions();
        let temporary = fill(folder, new)?;
        fs::set_permissions(temporary.path(), permissions)?;
        temporary.persist(&target).map_err(|error| error.error)
    });
    result.map(|_| ()).map_err(|error| failed(path, error))
}

fn fill(folder: &Path, text: &str) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".allclear-");
    // Temporary files are private by default; these become what everybody may read.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(text.as_bytes())?;
    Ok(temporary)
}

fn parent(path: &Path) -> io::Result<&Path> {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty());
    Ok(parent.unwrap_or(Path::new(".")))
}

fn failed(path: &Path, source: io::Error) -> FileError {
    FileError::Io {
        path: path.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_never_replaces_another() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("incidents/x.md");
        create(&path, "one")?;
        let error = create(&path, "two").err().map(|e| e.to_string());
        assert_eq!(error, Some(format!("{} is there already", path.display())));
        assert_eq!(fs::read_to_string(&path)?, "one");
        assert_eq!(fs::read_dir(folder.path().join("incidents"))?.count(), 1);
        Ok(())
    }

    #[test]
    fn what_somebody_else_wrote_is_not_lost() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("x.md");
        fs::write(&path, "theirs")?;
        assert!(matches!(
            replace(&path, "old", "new"),
            Err(FileError::Changed(_))
        ));
        replace(&path, "theirs", "new")?;
        assert_eq!(fs::read_to_string(&path)?, "new");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() -> Result<(), Box<dyn std::error::Error>> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("x.md");
        fs::write(&path, "old")?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640))?;
        let link = folder.path().join("link.md");
        std::os::unix::fs::symlink("x.md", &link)?;
        replace(&link, "old", "new")?;
        assert!(fs::symlink_metadata(&link)?.is_symlink());
        assert_eq!(fs::read_to_string(&path)?, "new");
        assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o640);
        Ok(())
    }
}
