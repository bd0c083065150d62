//! Full builds: what they cost, and how that grows.

use anyhow::Result;

use super::lab::{FEW, Lab, MANY};
use super::report::{Must, Row};
use super::spread::Spread;

/// User CPU of an incident.
pub(crate) fn cpu(lab: &mut Lab) -> Result<Vec<Row>> {
    let builds = lab.many()?;
    let user = Spread::of(builds.iter().map(|b| b.user)).times(1e3 / MANY as f64);
    let cpu = Spread::of(builds.iter().map(|b| b.cpu()));
    let wall = Spread::of(builds.iter().map(|b| b.wall));
    let row = Row::new(
        "full build of 10,000 incidents: user CPU an incident",
        user,
        "ms",
        Must::AtMost(0.2),
    );
    Ok(vec![row.note(format!(
        "{:.2} s of user and system CPU, {:.2} s of time for all",
        cpu.median, wall.median
    ))])
}

/// Peak memory.
pub(crate) fn memory(lab: &mut Lab) -> Result<Vec<Row>> {
    let memory = Spread::of(lab.many()?.iter().map(|b| b.memory)).times(1e-6);
    Ok(vec![Row::new(
        "peak memory at 10,000 incidents",
        memory,
        "MB",
        Must::AtMost(300.0),
    )])
}

/// Ten times as many incidents: how much more CPU.
pub(crate) fn growth(lab: &mut Lab) -> Result<Vec<Row>> {
    let site = lab.site(FEW)?;
    let mut ratios = Vec::new();
    for many in lab.many()? {
        ratios.push(many.cpu() / lab.build_and_forget(&site)?.cpu());
    }
    Ok(vec![Row::new(
        "growth of CPU from 1,000 to 10,000 incidents",
        Spread::of(ratios),
        "×",
        Must::AtMost(11.0),
    )])
}
