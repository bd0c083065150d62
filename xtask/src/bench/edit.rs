//! One incident edited under `serve`: the CPU that it takes until readers see it.

use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::lab::{Lab, MANY};
use super::report::{Must, Row};
use super::site::Site;
use super::spread::Spread;

const MEASURE: &str = "one edit under serve: CPU against a full build";

/// The clock ticks a second in which /proc counts: on Linux, programs always see 100.
const TICKS: f64 = 100.0;

/// How long an edit may take at most.
const PATIENCE: Duration = Duration::from_secs(30);

/// Measures edits against full builds.
pub(crate) fn rows(lab: &mut Lab) -> Result<Vec<Row>> {
    let must = Must::AtMost(5.0);
    if !Path::new("/proc/self/stat").exists() {
        let why = "only Linux tells what a running program has used";
        return Ok(vec![Row::missing(MEASURE, why, "%", must)]);
    }
    let full = Spread::of(lab.many()?.iter().map(|b| b.cpu())).median;
    let mut serve = Serve::start(lab)?;
    let mut edits = Vec::new();
    for run in 0..lab.runs {
        edits.push(serve.edits(run, lab.edits)?);
    }
    let edit = Spread::of(edits);
    Ok(vec![
        Row::new(MEASURE, edit.times(100.0 / full), "%", must).note(format!(
            "{:.1} ms an edit ({} edits a measurement, a request every 20 ms counted in) against {:.0} ms; 5 % is 1/20",
            edit.median * 1e3,
            lab.edits,
            full * 1e3
        )),
    ])
}

/// A running `allclear serve`.
struct Serve {
    child: Child,
    address: String,
    site: std::path::PathBuf,
}

impl Serve {
    fn start(lab: &Lab) -> Result<Self> {
        // A copy of its own: the edits stay out of other builds.
        let site = lab.room.path("site-edited");
        Site { incidents: MANY }.write(&site)?;
        let mut child = lab
            .allclear("serve", &site)
            .args(["--port", "0"])
            .env("TMPDIR", lab.room.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot run allclear serve")?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let address = line
            .trim()
            .trim_start_matches("http://")
            .trim_end_matches('/');
        if address.is_empty() {
            bail!("allclear serve gave no address");
        }
        let address = address.to_owned();
        Ok(Self {
            child,
            address,
            site,
        })
    }

    /// Edits `count` incidents, one after the other; seconds of CPU for one.
    fn edits(&mut self, run: usize, count: usize) -> Result<f64> {
        let before = self.cpu()?;
        let far_apart = MANY / count;
        for incident in (Site { incidents: MANY })
            .incidents()
            .skip(run)
            .step_by(far_apart)
        {
            let year = incident.started.format("%Y").to_string();
            let file = self
                .site
                .join("incidents")
                .join(year)
                .join(format!("{}.md", incident.id));
            let words = format!("Edited in run {run}.");
            let mut file = OpenOptions::new().append(true).open(file)?;
            file.write_all(format!("\n{words}\n").as_bytes())?;
            drop(file);
            self.wait_for(&format!("/incidents/{}/", incident.id), &words)?;
        }
        // What is done behind the page counts too.
        thread::sleep(Duration::from_millis(300));
        Ok((self.cpu()? - before) / count as f64)
    }

    /// Waits until the page at `path` contains `words`.
    fn wait_for(&self, path: &str, words: &str) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(20));
            if self.get(path)?.contains(words) {
                return Ok(());
            }
        }
        bail!("{path} was not rebuilt within {PATIENCE:?}")
    }

    fn get(&self, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(&self.address)?;
        let host = &self.address;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    /// Seconds of CPU that it has used so far, all threads together.
    fn cpu(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let ticks = ticks(&stat).context("/proc speaks a new language")?;
        Ok(ticks as f64 / TICKS)
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// `utime` and `stime`, fields 14 and 15 of proc_pid_stat(5). Field 2 may hold spaces.
fn ticks(stat: &str) -> Option<u64> {
    let (_, behind_name) = stat.rsplit_once(") ")?;
    let mut fields = behind_name.split(' ').skip(11).map(str::parse::<u64>);
    Some(fields.next()?.ok()? + fields.next()?.ok()?)
}

#[cfg(test)]
mod tests {
    use super::ticks;

    #[test]
    fn ticks_are_found_behind_any_name() {
        let stat = "7 (a b) c) S 1 7 7 0 -1 4194560 9 8 7 6 120 30 5 4 20 0 3 0 99";
        assert_eq!(ticks(stat), Some(150));
        assert_eq!(ticks("7 (a"), None);
    }
}
