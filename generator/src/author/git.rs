//! The few things that are asked of git, through its own command.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why git did not do it.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no such command.
    #[error("git is not installed, or not on the path")]
    Missing,
    /// It cannot be run.
    #[error("git cannot be run")]
    Io(#[source] io::Error),
    /// The folder belongs to no repository.
    #[error("{0} is not in a git repository")]
    NoRepository(PathBuf),
    /// It ran, and refused.
    #[error("`git {command}` failed:\n{said}")]
    Failed {
        /// The first word behind `git`.
        command: String,
        /// What it wrote.
        said: String,
    },
}

impl GitError {
    /// Whether a push was rejected because the other side has more.
    pub fn is_behind(&self) -> bool {
        matches!(self, GitError::Failed { said, .. } if said.contains("[rejected]"))
    }
}

/// Commits `path`, relative to `root`, and nothing else, whatever is staged beside it.
pub fn commit(root: &Path, path: &Path, message: &str) -> Result<(), GitError> {
    inside(root)?;
    let path = path.as_os_str();
    run(root, &["add".as_ref(), "--".as_ref(), path])?;
    let commit = ["commit", "--quiet", "--message", message, "--only", "--"];
    let mut args: Vec<&std::ffi::OsStr> = commit.iter().map(AsRef::as_ref).collect();
    args.push(path);
    run(root, &args)
}

/// Pushes the branch to where it belongs.
pub fn push(root: &Path) -> Result<(), GitError> {
    run(root, &["push".as_ref(), "--quiet".as_ref()])
}

/// Fails if `root` is in no repository.
pub fn inside(root: &Path) -> Result<(), GitError> {
    let args = ["rev-parse".as_ref(), "--is-inside-work-tree".as_ref()];
    match run(root, &args) {
        Err(GitError::Failed { .. }) => Err(GitError::NoRepository(root.to_owned())),
        other => other,
    }
}

/// Makes `root` a repository, unless it lies in one.
pub fn init(root: &Path) -> Result<bool, GitError> {
    match inside(root) {
        Ok(()) => Ok(false),
        Err(GitError::NoRepository(_)) => {
            let args = ["init", "--quiet", "--initial-branch=main"];
            run(root, &args.map(AsRef::as_ref))?;
            Ok(true)
        }
        Err(error) => Err(error),
    }
}

fn run(root: &Path, args: &[&std::ffi::OsStr]) -> Result<(), GitError> {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).args(args);
    // Standard output is for data; a passphrase or a password can still be asked for.
    let output = git.stdin(Stdio::inherit()).output().map_err(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            GitError::Missing
        } else {
            GitError::Io(error)
        }
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stderr, output.stdout].map(|b| String::from_utf8_lossy(&b).into_owned());
    Err(GitError::Failed {
        command: args
            .first()
            .map(|a| a.to_string_lossy().into_owned())
            .unwrap_or_default(),
        said: said.concat().trim().to_owned(),
    })
}
