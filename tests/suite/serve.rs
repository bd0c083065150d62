//! `serve` as a person at an editor meets it: change a file, and the page follows.

use super::support::repo::{NOW, Repo};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Far more than a rebuild takes, so that a busy machine does not fail the test.
const PATIENCE: Duration = Duration::from_secs(20);

const OUTAGE: &str = "---\ntitle: The API is slow\nseverity: minor\ncomponents: [api]\n---\n\n\
                      ## Investigating — 2026-08-14 14:00 UTC\n\nWe are looking.\n";

/// A running preview; it ends with the test.
struct Preview {
    child: Child,
    address: String,
}

impl Preview {
    fn of(repo: &Repo) -> Preview {
        let mut child = repo
            .command(&["serve", "--port", "0", "--now", NOW])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let stdout = child.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let address = line
            .trim()
            .trim_start_matches("http://")
            .trim_end_matches('/');
        Preview {
            child,
            address: address.to_owned(),
        }
    }

    /// The whole answer, head included.
    fn get(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The newest news: the first event of the stream.
    fn news(&self) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(
            stream,
            "GET /__allclear/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )
        .unwrap();
        let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
        lines.find(|line| line.starts_with("data: ")).unwrap()
    }

    fn wait(&self, what: &str, holds: impl Fn(&Preview) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            assert!(begun.elapsed() < PATIENCE, "{what}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_on_the_page_and_a_broken_file_is_shown_until_it_is_mended() {
    let repo = Repo::small();
    let preview = Preview::of(&repo);
    let page = |p: &Preview| p.get("/incidents/slow/", "localhost");
    assert!(page(&preview).starts_with("HTTP/1.1 404"));

    repo.write("incidents/slow.md", OUTAGE);
    preview.wait("a new file has a page", |p| {
        page(p).contains("We are looking.")
    });
    repo.write("incidents/slow.md", OUTAGE.replace("looking", "mending"));
    preview.wait("an edit is on it", |p| page(p).contains("We are mending."));
    assert!(preview.news().contains("\"problems\":null"));

    repo.write("incidents/slow.md", OUTAGE.replace("minor", "minr"));
    preview.wait("an error is told", |p| {
        p.news().contains("did you mean `minor`?")
    });
    assert!(preview.get("/", "localhost").starts_with("HTTP/1.1 200"));

    repo.write("incidents/slow.md", OUTAGE);
    preview.wait("and goes when it is mended", |p| {
        p.news().contains("\"problems\":null")
    });
    preview.wait("with the page back", |p| {
        page(p).contains("We are looking.")
    });
}

#[test]
fn words_and_config_are_followed_too() {
    let repo = Repo::small();
    let preview = Preview::of(&repo);
    let home = |p: &Preview| p.get("/", "localhost");
    repo.write("locales/en.ftl", "nav-incidents = Mishaps\n");
    preview.wait("a word of the site's own", |p| home(p).contains("Mishaps"));
    repo.write("locales/en.ftl", "nav-incidents = Troubles\n");
    preview.wait("and another", |p| home(p).contains("Troubles"));
}

#[test]
fn pages_are_for_this_machine_and_nothing_lies_above_them() {
    let preview = Preview::of(&Repo::small());
    assert!(preview.get("/", "evil.example").starts_with("HTTP/1.1 403"));
    for path in [
        "/../allclear.toml",
        "/%2e%2e/allclear.toml",
        "/..%2fallclear.toml",
    ] {
        let answer = preview.get(path, "localhost");
        assert!(!answer.contains("[site]"), "{path}: {answer}");
    }
    // No host in it, so it leads nowhere else.
    let redirect = preview.get("//incidents", "localhost");
    assert!(
        redirect.to_lowercase().contains("location: /incidents/"),
        "{redirect}"
    );
}
