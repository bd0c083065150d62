//! The editor that somebody likes: `$VISUAL`, else `$EDITOR`.

use std::io;
use std::path::Path;
use std::process::Command;

/// Why nothing was edited.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// Nobody said which.
    #[error("neither $VISUAL nor $EDITOR says which editor to use")]
    Unset,
    /// It cannot be started.
    #[error("the editor `{command}` cannot be started")]
    Io {
        /// As the variable has it.
        command: String,
        /// Why.
        source: io::Error,
    },
    /// It ended with an error.
    #[error("the editor `{0}` ended with an error")]
    Failed(String),
}

/// The editor's command line, if one is set.
pub fn command() -> Result<String, EditorError> {
    let set = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
        let value = std::env::var(name).ok()?;
        (!value.trim().is_empty()).then_some(value)
    });
    set.ok_or(EditorError::Unset)
}

/// Opens `path` at `line` in the editor `command`, and waits until it is closed.
pub fn open(command: &str, path: &Path, line: usize) -> Result<(), EditorError> {
    let mut words = command.split_whitespace();
    let program = words.next().ok_or(EditorError::Unset)?;
    let mut editor = Command::new(program);
    editor.args(words).args(arguments(program, path, line));
    let status = editor.status().map_err(|source| EditorError::Io {
        command: command.to_owned(),
        source,
    })?;
    match status.success() {
        true => Ok(()),
        false => Err(EditorError::Failed(command.to_owned())),
    }
}

/// The file, and for editors whose way is known, the line.
fn arguments(program: &str, path: &Path, line: usize) -> Vec<String> {
    let path = path.to_string_lossy().into_owned();
    let name = Path::new(program)
        .file_stem()
        .map(|n| n.to_string_lossy().into_owned());
    match name.as_deref().unwrap_or_default() {
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "joe" | "kak" => {
            vec![format!("+{line}"), path]
        }
        "code" | "codium" | "code-insiders" => {
            vec!["--wait".into(), "--goto".into(), format!("{path}:{line}")]
        }
        "hx" | "subl" | "zed" => vec![format!("{path}:{line}")],
        _ => vec![path],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_that_can_begin_at_the_line() {
        let check = |program, expected: &[&str]| {
            assert_eq!(arguments(program, Path::new("x.md"), 7), expected);
        };
        check("/usr/bin/vim", &["+7", "x.md"]);
        check("code", &["--wait", "--goto", "x.md:7"]);
        check("ed", &["x.md"]);
    }

    #[test]
    fn a_missing_editor_is_told_by_its_name() {
        let error = open("no-such-editor -w", Path::new("x.md"), 1).err();
        assert_eq!(
            error.map(|e| e.to_string()).as_deref(),
            Some("the editor `no-such-editor -w` cannot be started")
        );
    }
}
