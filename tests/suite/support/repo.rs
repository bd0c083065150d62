//! A site's repository in a folder of its own, and the command run in it.

use super::{files, page::Page, root, tests};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The clock of every test that doesn't set its own: the moment of the fixtures.
pub(crate) const NOW: &str = "2026-08-14T14:42:00Z";

/// The clock of this repository's own site, whose incidents are younger.
const OWN_NOW: &str = "2026-11-23T09:00:00Z";

/// What the command said, with all that differs from run to run redacted.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) status: i32,
}

/// A temporary repository.
pub(crate) struct Repo {
    folder: TempDir,
    now: &'static str,
}

impl Repo {
    pub(crate) fn empty() -> Repo {
        Repo {
            folder: tempfile::tempdir().unwrap(),
            now: NOW,
        }
    }

    /// A copy of a folder below `tests/fixtures/`.
    pub(crate) fn fixture(name: &str) -> Repo {
        let repo = Repo::empty();
        repo.add(&tests("fixtures").join(name));
        repo
    }

    /// A copy of this repository's own site.
    pub(crate) fn own_site() -> Repo {
        let mut repo = Repo::empty();
        repo.now = OWN_NOW;
        for part in ["incidents", "public", "locales", "templates"] {
            files::copy_all(&root().join(part), &repo.path().join(part));
        }
        repo.write(
            "allclear.toml",
            std::fs::read_to_string(root().join("allclear.toml")).unwrap(),
        );
        repo
    }

    /// A site with one component, `api`, and what `write` adds.
    pub(crate) fn small() -> Repo {
        let repo = Repo::empty();
        repo.write(
            "allclear.toml",
            "[site]\ntitle = \"Small\"\nurl = \"https://status.example.com/\"\n\
             locales = [\"en\", \"zh-CN\"]\n\n[[component]]\nid = \"api\"\nname = \"API\"\n",
        );
        repo
    }

    /// Copies `folder` over it.
    pub(crate) fn add(&self, folder: &Path) {
        files::copy_all(folder, self.path());
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        files::write(&self.path().join(path), text);
    }

    /// An incident file: front matter without fences, then the body.
    pub(crate) fn incident(&self, id: &str, front: &str, body: &str) {
        let text = format!("---\n{}\n---\n\n{body}\n", front.trim_end());
        self.write(&format!("incidents/{id}.md"), text);
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files::read_all(self.path())
    }

    /// The files of the built site.
    pub(crate) fn site(&self) -> BTreeMap<String, Vec<u8>> {
        files::read_all(&self.path().join("dist"))
    }

    /// Every page of the built site by its path.
    pub(crate) fn pages(&self) -> BTreeMap<String, Page> {
        let html = self
            .site()
            .into_iter()
            .filter(|(p, _)| p.ends_with(".html"));
        html.map(|(path, bytes)| (path, Page::parse(std::str::from_utf8(&bytes).unwrap())))
            .collect()
    }

    pub(crate) fn page(&self, path: &str) -> Page {
        let html = std::fs::read_to_string(self.path().join("dist").join(path));
        Page::parse(&html.unwrap_or_else(|e| panic!("dist/{path}: {e}")))
    }

    /// The command, hermetic: no environment, the clock of the fixtures unless `args` have one.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_allclear"));
        command.args(args).current_dir(self.path()).env_clear();
        command.stdin(Stdio::null());
        if !args.contains(&"--now") {
            command.args(["--now", self.now]);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Outcome {
        let output = self.command(args).output().unwrap();
        self.outcome(&output)
    }

    /// Builds, and must succeed.
    pub(crate) fn build(&self, args: &[&str]) -> Outcome {
        let outcome = self.run(&[&["build"], args].concat());
        assert_eq!(outcome.status, 0, "{}", outcome.stderr);
        outcome
    }

    pub(crate) fn outcome(&self, output: &Output) -> Outcome {
        let text = |bytes: &[u8]| self.redact(std::str::from_utf8(bytes).unwrap());
        Outcome {
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
            status: output.status.code().unwrap_or(-1),
        }
    }

    /// The one place that knows what differs between runs and machines.
    fn redact(&self, text: &str) -> String {
        let real = self.path().canonicalize().unwrap();
        let places: [PathBuf; 2] = [real, self.path().to_owned()];
        let mut text = text.to_owned();
        for place in places {
            text = text.replace(place.to_str().unwrap(), "[DIR]");
        }
        text = text.replace("allclear.exe", "allclear");
        // Whether this build carries a bundle is no business of these tests.
        let lines = text.split_inclusive('\n');
        let lines = lines.filter(|l| !l.starts_with("note: this allclear carries no WebAssembly"));
        lines.map(elapsed).collect()
    }
}

/// `… in 0.02 s: …` without the number.
fn elapsed(line: &str) -> String {
    let found = line.match_indices(" in ").find_map(|(at, word)| {
        let start = at + word.len();
        let digits = |c: char| c.is_ascii_digit() || c == '.';
        let end = start + line[start..].find(|c| !digits(c))?;
        (end > start && line[end..].starts_with(" s")).then_some((start, end))
    });
    match found {
        Some((start, end)) => format!("{}[TIME]{}", &line[..start], &line[end..]),
        None => line.to_owned(),
    }
}
