//! What happens when a file is written: editor, check, git, and what to do next.

use super::{Afterwards, Site, errors, shown};
use crate::author::{editor, git};
use crate::cli::{CliError, Exit, counted, put, say};
use crate::diagnostic::{self, Diagnostic, Level};
use std::path::{Path, PathBuf};

/// A file that has just been written.
pub(in crate::cli) struct Finished<'a> {
    /// Relative to the repository.
    pub(in crate::cli) path: &'a Path,
    /// What was done, in one sentence.
    pub(in crate::cli) done: String,
    /// The line at which an editor should open it.
    pub(in crate::cli) line: usize,
    /// The first line of a commit's message.
    pub(in crate::cli) subject: String,
    /// The rest of it.
    pub(in crate::cli) message: &'a str,
}

/// The editor to use, before anything is written: a missing one is found out in time.
pub(in crate::cli) fn editor(afterwards: &Afterwards) -> Result<Option<String>, CliError> {
    let wanted = afterwards.edit.then(editor::command).transpose();
    wanted.map_err(errors::editor)
}

/// The repository to commit to, before anything is written.
pub(in crate::cli) fn repository(site: &Site<'_>, afterwards: &Afterwards) -> Result<(), CliError> {
    if afterwards.commit || afterwards.push {
        git::inside(&site.global.dir).map_err(|error| {
            CliError::io("nothing was written: it could not be committed").because(error)
        })?;
    }
    Ok(())
}

/// Lets the file be edited, checks it, and commits it or says how.
pub(in crate::cli) fn finish(
    site: &Site<'_>,
    afterwards: &Afterwards,
    editor: Option<String>,
    finished: &Finished<'_>,
) -> Result<Exit, CliError> {
    let name = shown(site.global, finished.path);
    if let Some(command) = editor {
        let path = site.global.dir.join(finished.path);
        editor::open(&command, &path, finished.line)
            .map_err(|error| CliError::io(format!("{name} is written")).because(error))?;
    }
    put(&format!("{name}\n"))?;
    say(&format!("{}\n", finished.done));
    let (found, elsewhere) = problems(site, finished.path);
    site.global.show(&found);
    if diagnostic::has_errors(&found) {
        let message = format!("{name} has {}", counted(found.len(), "problem"));
        let kept = if afterwards.commit || afterwards.push {
            "it is written, but not committed; mend it first"
        } else {
            "it is written; mend it before you commit it"
        };
        return Err(CliError::content(message).hint(kept));
    }
    publish(site, afterwards, finished)?;
    match unpublished(&elsewhere, afterwards) {
        Some(error) => Err(error),
        None => Ok(Exit::Done),
    }
}

/// Why readers will not see what was written: one broken file stops the whole build.
fn unpublished(elsewhere: &[Diagnostic], afterwards: &Afterwards) -> Option<CliError> {
    let errors = || elsewhere.iter().filter(|d| d.level == Level::Error);
    let first = errors().next()?;
    let done = match (afterwards.push, afterwards.commit) {
        (true, _) => "written and pushed",
        (_, true) => "written and committed",
        _ => "written",
    };
    let message = format!(
        "{done}, but the site will not be published: {}, first in {}:{}",
        counted(errors().count(), "error"),
        first.source.display_path(),
        first.position().line
    );
    Some(
        CliError::content(message)
            .because(first.message.clone())
            .hint("`allclear check` shows them; nobody sees what you wrote until they are mended"),
    )
}

fn publish(
    site: &Site<'_>,
    afterwards: &Afterwards,
    finished: &Finished<'_>,
) -> Result<(), CliError> {
    let root = &site.global.dir;
    if !afterwards.commit && !afterwards.push {
        say(&format!("next: {}\n", by_hand(site, finished)));
        return Ok(());
    }
    let message = format!("{}\n\n{}", finished.subject, finished.message.trim());
    let committed = git::commit(root, finished.path, message.trim());
    let go_on = || by_hand(site, finished);
    committed.map_err(|error| errors::git(error, "it was not committed", &go_on()))?;
    say(&format!("committed: {}\n", finished.subject));
    if afterwards.push {
        git::push(root).map_err(|error| not_pushed(error, &command(site)))?;
        say("pushed\n");
    } else {
        say(&format!("next: {} push\n", command(site)));
    }
    Ok(())
}

fn not_pushed(error: git::GitError, git: &str) -> CliError {
    let hint = if error.is_behind() {
        format!("somebody was faster: `{git} pull --rebase && {git} push`")
    } else {
        format!("mend what git complains about, then `{git} push`")
    };
    let message = "it is committed, but was not pushed";
    CliError::io(message).because(error).hint(hint)
}

/// `git`, for the site's folder.
fn command(site: &Site<'_>) -> String {
    let dir = &site.global.dir;
    match dir == Path::new(".") {
        true => "git".to_owned(),
        false => format!("git -C {}", quoted(&dir.to_string_lossy())),
    }
}

/// The commands that publish it, ready to be copied.
fn by_hand(site: &Site<'_>, finished: &Finished<'_>) -> String {
    let git = command(site);
    let path = quoted(&finished.path.to_string_lossy().replace('\\', "/"));
    let subject = quoted(&finished.subject);
    format!("{git} add {path} && {git} commit -m {subject} && {git} push")
}

/// For a shell.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

/// What `check` says about the file now, and about the rest of the site.
fn problems(site: &Site<'_>, path: &Path) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let changed: [PathBuf; 1] = [path.to_owned()];
    let mut project = site.project.clone();
    project.reload(&changed, site.now);
    let found = project.found.into_iter();
    found.partition(|d| d.source.path == path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_can_be_copied_into_a_shell() {
        assert_eq!(quoted("incidents/x-1.md"), "incidents/x-1.md");
        assert_eq!(quoted("It's down"), "'It'\\''s down'");
        assert_eq!(quoted(""), "''");
    }
}
