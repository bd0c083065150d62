//! Against Hugo: a plain theme of our own, measured here; cState's theme, as recorded.

mod binary;
mod theme;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::lab::{FEW, Lab, MANY};
use super::report::{Must, Row};
use super::spread::Spread;
use super::usage::Usage;

/// Seconds of CPU for 10,000 such incidents: Hugo 0.163 with cState's theme, once, on two cores.
const CSTATE: f64 = 2_008.0;

/// Both comparisons.
pub(crate) fn rows(lab: &mut Lab) -> Result<Vec<Row>> {
    let ours = Spread::of(lab.many()?.iter().map(|b| b.cpu()));
    let cstate = Spread {
        median: CSTATE / ours.median,
        min: CSTATE / ours.max,
        max: CSTATE / ours.min,
    };
    let cstate = Row::new(
        "Hugo with cState's theme: its CPU against ours",
        cstate,
        "×",
        Must::AtLeast(500.0),
    )
    .note("Hugo's side, 2,008 s with 0.163, is a recorded figure and not measured here");
    Ok(vec![plain(lab, ours)?, cstate])
}

fn plain(lab: &mut Lab, ours: Spread) -> Result<Row> {
    let (measure, must) = (
        "Hugo with a plain theme: its CPU against ours",
        Must::AtLeast(3.0),
    );
    if !lab.hugo {
        return Ok(Row::missing(measure, "measured with `--hugo`", "×", must));
    }
    let hugo = match binary::find() {
        Ok(hugo) => hugo,
        Err(error) => return Ok(Row::missing(measure, format!("{error:#}"), "×", must)),
    };
    let goal = our_page(lab)?;
    // The theme's pages are made as heavy as ours by a text that every page carries, which costs
    // Hugo next to nothing.
    let (few, out) = (lab.room.path("hugo-few"), lab.room.fresh());
    theme::write(&few, FEW, 0)?;
    build(&hugo.path, &few, &out)?;
    let ballast = (goal - page(&out)?).max(0.0) as usize;
    fs::remove_dir_all(&out)?;

    let site = lab.room.path("hugo-many");
    theme::write(&site, MANY, ballast)?;
    let (mut theirs, mut weight) = (Vec::new(), 0.0);
    for _ in 0..lab.runs {
        let out = lab.room.fresh();
        theirs.push(build(&hugo.path, &site, &out)?.cpu());
        weight = page(&out)?;
        fs::remove_dir_all(&out)?;
    }
    let theirs = Spread::of(theirs);
    Ok(Row::new(measure, theirs.times(1.0 / ours.median), "×", must).note(format!(
        "{}: {:.1} s against {:.2} s of CPU; a page has {weight:.0} bytes there, {goal:.0} here",
        hugo.version, theirs.median, ours.median
    )))
}

fn build(hugo: &Path, site: &Path, out: &Path) -> Result<Usage> {
    let mut command = Command::new(hugo);
    command.arg("build").arg("--source").arg(site);
    command.arg("--destination").arg(out);
    command.args(["--quiet", "--noBuildLock", "--clock", super::site::NOW]);
    command.env("HUGO_CACHEDIR", site.join("cache"));
    Usage::of(&mut command)
}

/// The average bytes of an incident's page as we make it.
fn our_page(lab: &mut Lab) -> Result<f64> {
    let (site, out) = (lab.site(FEW)?, lab.room.fresh());
    lab.build(&site, &out)?;
    let bytes = page(&out)?;
    fs::remove_dir_all(&out)?;
    Ok(bytes)
}

/// The average bytes of `incidents/*/index.html`.
fn page(out: &Path) -> Result<f64> {
    let (mut count, mut bytes) = (0_u64, 0);
    for entry in fs::read_dir(out.join("incidents"))? {
        if let Ok(meta) = fs::metadata(entry?.path().join("index.html")) {
            count += 1;
            bytes += meta.len();
        }
    }
    Ok(bytes as f64 / count.max(1) as f64)
}
