//! What goes wrong while writing, in the words and exit codes of the command line.

use crate::author::edit::EditError;
use crate::author::editor::EditorError;
use crate::author::file::FileError;
use crate::author::git::GitError;
use crate::author::id::IdError;
use crate::author::template::ComposeError;
use crate::cli::{CliError, Global};

pub(in crate::cli) fn id(error: IdError) -> CliError {
    let hint = error.hint();
    let hint = hint.replace('\n', "\n  ");
    CliError::usage(error.to_string()).hint(hint)
}

pub(in crate::cli) fn edit(error: EditError, global: &Global) -> CliError {
    if let EditError::Broken { found, .. } = &error {
        global.show(found);
    }
    let message = error.to_string();
    match error {
        EditError::Message(_) => CliError::usage(message),
        EditError::Broken { .. } | EditError::Swallowed { .. } | EditError::Key { .. } => {
            CliError::content(message).hint("nothing was written")
        }
    }
}

pub(in crate::cli) fn compose(error: ComposeError, global: &Global) -> CliError {
    match error {
        ComposeError::Edit(error) => edit(error, global),
        ComposeError::Template { ref found, .. } => {
            global.show(found);
            CliError::content(error.to_string()).hint("nothing was written")
        }
    }
}

pub(in crate::cli) fn file(error: FileError) -> CliError {
    let message = error.to_string();
    match error {
        FileError::Exists(_) => CliError::usage(message).hint("choose another `--id`"),
        FileError::Changed(_) => CliError::io(message).hint("run the command again"),
        FileError::Io { source, .. } => CliError::io(message).because(source),
    }
}

/// `go_on` are the commands that do what git did not.
pub(in crate::cli) fn git(error: GitError, what: &str, go_on: &str) -> CliError {
    let error = match error {
        GitError::Io(source) => CliError::io(what).because(source),
        other => CliError::io(what).because(other),
    };
    error.hint(format!(
        "the file is written, so don't run this command again; go on with `{go_on}`"
    ))
}

pub(in crate::cli) fn editor(error: EditorError) -> CliError {
    let hint = "set one of them, as in `EDITOR=nano`, or leave out --edit";
    CliError::usage(error.to_string()).hint(hint)
}
