//! What writes files and needs more than a case: a whole new site, git, an editor, stdin.

use crate::support::Repo;
use crate::support::repo::Outcome;
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs with what an environment has that git and editors need, and `stdin`.
fn run(repo: &Repo, args: &[&str], environment: &[(&str, &str)], stdin: &str) -> Outcome {
    let mut command = repo.command(args);
    git_environment(&mut command);
    command.envs(environment.iter().copied());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(stdin.as_bytes())
        .unwrap();
    repo.outcome(&child.wait_with_output().unwrap())
}

fn git(repo: &Repo, args: &[&str]) -> String {
    let mut command = Command::new("git");
    git_environment(command.args(args).current_dir(repo.path()));
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    assert!(
        output.status.success(),
        "git {args:?}: {}",
        text(output.stderr)
    );
    text(output.stdout)
}

fn git_environment(command: &mut Command) {
    command.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Somebody");
        command.env(format!("GIT_{who}_EMAIL"), "somebody@example.org");
    }
}

const NEW: [&str; 5] = ["new", "incident", "Checkout fails", "--severity", "minor"];
const FILE: &str = "incidents/2026-08-14-checkout-fails.md";

fn read(repo: &Repo, path: &str) -> String {
    std::fs::read_to_string(repo.path().join(path)).unwrap()
}

#[test]
fn a_new_site_is_without_fault() {
    let repo = Repo::empty();
    let made = run(
        &repo,
        &["init", "site", "--title", "Our status", "--git"],
        &[],
        "",
    );
    assert_eq!(
        (made.status, made.stdout.as_str()),
        (0, "site\n"),
        "{}",
        made.stderr
    );
    assert!(repo.path().join("site/.git").is_dir());
    let check = repo.run(&["--dir", "site", "check", "--strict"]);
    assert_eq!(
        (check.status, check.stdout.as_str()),
        (0, ""),
        "{}",
        check.stderr
    );
    let build = repo.run(&["--dir", "site", "build"]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    assert!(read(&repo, "site/dist/index.html").contains("Our status"));
}

#[test]
fn init_again_writes_only_with_force() {
    let repo = Repo::empty();
    assert_eq!(repo.run(&["init"]).status, 0);
    repo.write("README.md", "Mine.\n");
    let refused = repo.run(&["init"]);
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.contains("allclear.toml"),
        "{}",
        refused.stderr
    );
    assert_eq!(read(&repo, "README.md"), "Mine.\n");
    assert_eq!(repo.run(&["init", "--force"]).status, 0);
    assert!(read(&repo, "README.md").starts_with("# Status page"));
}

#[test]
fn a_commit_holds_this_file_and_nothing_else() {
    let repo = Repo::small();
    git(&repo, &["init", "--quiet", "--initial-branch=main"]);
    repo.write("other.txt", "staged by somebody");
    git(&repo, &["add", "other.txt"]);
    let new = run(&repo, &[&NEW[..], &["--commit"]].concat(), &[], "");
    assert_eq!(
        (new.status, new.stdout),
        (0, format!("{FILE}\n")),
        "{}",
        new.stderr
    );
    let shown = git(&repo, &["show", "--format=%B", "--name-only"]);
    assert_eq!(
        shown,
        format!("Checkout fails: investigating\n\nWe are looking into it.\n\n\n{FILE}\n")
    );
    assert_eq!(
        git(&repo, &["diff", "--cached", "--name-only"]),
        "other.txt\n"
    );
}

#[test]
fn a_push_that_is_rejected_says_so() {
    let repo = Repo::small();
    git(&repo, &["init", "--quiet", "--initial-branch=main"]);
    git(&repo, &["init", "--quiet", "--bare", "remote.git"]);
    git(&repo, &["remote", "add", "origin", "remote.git"]);
    let start = ["commit", "--quiet", "--allow-empty", "--message"];
    git(&repo, &[&start[..], &["Start"]].concat());
    git(
        &repo,
        &["push", "--quiet", "--set-upstream", "origin", "main"],
    );
    let new = run(&repo, &[&NEW[..], &["--push"]].concat(), &[], "");
    assert_eq!(new.status, 0, "{}", new.stderr);
    let there = git(&repo, &["log", "--format=%s", "-1", "origin/main"]);
    assert_eq!(there, "Checkout fails: investigating\n");

    git(&repo, &["reset", "--quiet", "--hard", "HEAD~1"]);
    git(&repo, &[&start[..], &["Elsewhere"]].concat());
    let new = run(&repo, &[&NEW[..], &["--push"]].concat(), &[], "");
    assert_eq!(new.status, 3);
    assert!(new.stderr.contains("somebody was faster"), "{}", new.stderr);
}

#[test]
fn without_a_repository_nothing_is_written_that_should_be_committed() {
    let repo = Repo::small();
    let new = run(
        &repo,
        &[&NEW[..], &["--commit"]].concat(),
        &[("GIT_CEILING_DIRECTORIES", "/")],
        "",
    );
    assert_eq!(new.status, 3);
    assert!(
        new.stderr.contains("is not in a git repository"),
        "{}",
        new.stderr
    );
    assert!(!repo.path().join(FILE).exists());
}

#[test]
fn words_come_from_stdin() {
    let repo = Repo::small();
    let new = run(
        &repo,
        &[&NEW[..], &["--message", "-"]].concat(),
        &[],
        "One.\r\n\r\n- two\n\n",
    );
    assert_eq!(new.status, 0, "{}", new.stderr);
    assert!(read(&repo, FILE).ends_with("2026-08-14 14:42 UTC\n\nOne.\n\n- two\n"));
}

#[cfg(unix)]
#[test]
fn an_editor_has_the_last_word_and_is_checked() {
    let repo = Repo::small();
    let args = [&NEW[..], &["--edit"]].concat();
    let unset = run(&repo, &args, &[], "");
    assert_eq!(unset.status, 2);
    assert!(!repo.path().join(FILE).exists());
    let edited = run(&repo, &args, &[("EDITOR", "sed -i s/looking/peering/")], "");
    assert_eq!(edited.status, 0, "{}", edited.stderr);
    assert!(read(&repo, FILE).ends_with("We are peering into it.\n"));
    let edit = ["update", "checkout", "--state", "identified", "--edit"];
    let broken = run(
        &repo,
        &edit,
        &[("VISUAL", "sed -i s/Identified/Idenfied/")],
        "",
    );
    assert_eq!(broken.status, 1);
    assert!(
        broken.stderr.contains("did you mean `Identified`?"),
        "{}",
        broken.stderr
    );
}

#[test]
fn nobody_is_told_that_it_is_published_while_another_file_is_broken() {
    let repo = Repo::small();
    git(&repo, &["init", "--quiet", "--initial-branch=main"]);
    repo.write("incidents/other.md", "---\ntitel: Other\n---\n");
    for after in [None, Some("--commit")] {
        let args = NEW.into_iter().chain(after).collect::<Vec<_>>();
        let new = run(&repo, &args, &[], "");
        assert_eq!(new.status, 1, "{}", new.stderr);
        let said = "but the site will not be published: 2 errors, first in incidents/other.md:";
        assert!(new.stderr.contains(said), "{}", new.stderr);
        assert!(repo.path().join(new.stdout.trim_end()).exists());
    }
    // The second one has a name of its own, and is committed all the same.
    let shown = git(&repo, &["show", "--format=", "--name-only"]);
    assert_eq!(shown, "incidents/2026-08-14-checkout-fails-2.md\n");
    let update = ["update", "checkout-fails-2", "--message", "More."];
    assert_eq!(repo.run(&update).status, 1);
}

#[cfg(unix)]
#[test]
fn what_git_refuses_can_be_gone_on_with() {
    use std::os::unix::fs::PermissionsExt;
    let repo = Repo::small();
    git(&repo, &["init", "--quiet", "--initial-branch=main"]);
    let hook = repo.path().join(".git/hooks/pre-commit");
    repo.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n");
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    let new = run(&repo, &[&NEW[..], &["--push"]].concat(), &[], "");
    assert_eq!(new.status, 3);
    let go_on = format!(
        "go on with `git add {FILE} && git commit -m 'Checkout fails: investigating' && git push`"
    );
    assert!(new.stderr.contains(&go_on), "{}", new.stderr);
}

/// Every example of the help and of the quick start that names a component.
#[test]
fn examples_work_in_the_site_that_init_makes() {
    let repo = Repo::empty();
    assert_eq!(repo.run(&["init"]).status, 0);
    let readme = std::fs::read_to_string(crate::support::root().join("README.md")).unwrap();
    let mut examples: Vec<String> = readme.lines().map(str::to_owned).collect();
    for help in [
        &["--help"][..],
        &["new", "--help"],
        &["new", "incident", "--help"],
        &["new", "maintenance", "--help"],
        &["update", "--help"],
        &["resolve", "--help"],
    ] {
        let said = repo.run(help).stdout.replace("\\\n", " ");
        examples.extend(said.lines().map(str::to_owned));
    }
    let mut tried = 0;
    for example in &examples {
        let Some((_, line)) = example.split_once("allclear new ") else {
            continue;
        };
        if !line.contains("--component") || line.contains("--message -") {
            continue;
        }
        let quoted = line.split('"').enumerate();
        let words = quoted.flat_map(|(i, part)| match i % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        });
        let mut args = vec!["new".to_owned()];
        args.extend(words.filter(|word| word != "--push"));
        let later = ["--dry-run", "--severity", "minor"].map(str::to_owned);
        let severity = line.contains("--severity") || !line.starts_with("incident");
        args.extend(later.into_iter().take(if severity { 1 } else { 3 }));
        if line.starts_with("maintenance") && !line.contains("--message") {
            args.extend(["--message", "Words."].map(str::to_owned));
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let outcome = repo.run(&args);
        assert_eq!(outcome.status, 0, "{example}: {}", outcome.stderr);
        tried += 1;
    }
    assert!(tried >= 4, "{tried} examples");
}

#[test]
fn init_keeps_what_is_there() {
    let repo = Repo::empty();
    repo.write("README.md", "Mine.\n");
    repo.write(".gitignore", "*.swp\ndist/");
    let made = repo.run(&["init"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    assert_eq!(read(&repo, "README.md"), "Mine.\n");
    assert_eq!(
        read(&repo, ".gitignore"),
        "*.swp\ndist/\n/history\n/.allclear\n"
    );
    for said in [
        "kept as it was: README.md\n",
        "2 lines added to .gitignore\n",
        "under `env` in\n.github/workflows/status.yml",
    ] {
        assert!(made.stderr.contains(said), "{}", made.stderr);
    }
    assert_eq!(repo.run(&["check", "--strict"]).status, 0);
}
