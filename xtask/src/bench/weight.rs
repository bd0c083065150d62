//! What a visitor's browser fetches.

use std::fs;

use anyhow::{Context, Result};

use super::lab::Lab;
use super::report::{Must, Row};
use super::spread::Spread;
use crate::size::{BROTLI_BUDGET, FILES, GZIP_BUDGET, Sizes};
use crate::{shell, workspace};

const NO_NODE: &str = "this needs node on the PATH";

/// The bundle that lies in `target/`.
pub(crate) fn bundle() -> Result<Vec<Row>> {
    let names = [
        "bundle: wasm and glue in brotli",
        "bundle: wasm and glue in gzip",
    ];
    let musts = [BROTLI_BUDGET, GZIP_BUDGET].map(|budget| Must::AtMost(budget as f64));
    let dir = workspace::bundle();
    let complete = FILES.iter().all(|file| dir.join(file).is_file());
    let why = match (has_node(), complete) {
        (true, true) => {
            let size = Sizes::weigh()?.total();
            let rows = names.into_iter().zip([size.brotli, size.gzip]).zip(musts);
            return Ok(rows
                .map(|((name, bytes), must)| Row::new(name, Spread::exactly(bytes), "B", must))
                .collect());
        }
        (false, _) => NO_NODE,
        (true, false) => "`cargo xtask bundle` was not run here",
    };
    let rows = names.into_iter().zip(musts);
    Ok(rows
        .map(|(name, must)| Row::missing(name, why, "B", must))
        .collect())
}

/// The home page of `tests/fixtures/bad-day`, with the stylesheets that it links.
pub(crate) fn home(lab: &mut Lab) -> Result<Vec<Row>> {
    let measure = "home page on a bad day: HTML and CSS in gzip";
    let must = Must::AtMost(14_000.0);
    if !has_node() {
        return Ok(vec![Row::missing(measure, NO_NODE, "B", must)]);
    }
    let out = lab.room.fresh();
    lab.build(&workspace::root().join("tests/fixtures/bad-day"), &out)?;
    let html = fs::read_to_string(out.join("index.html")).context("there is no home page")?;
    let mut files = vec!["index.html"];
    files.extend(stylesheets(&html));
    let bytes = Sizes::of(&out, &files)?.total().gzip;
    // Without the loader of the islands the page is lighter than what readers get.
    let asleep = if html.contains(".wasm") {
        ""
    } else {
        "; this allclear carries no bundle"
    };
    let row = Row::new(measure, Spread::exactly(bytes), "B", must);
    Ok(vec![row.note(format!("{}{asleep}", files.join(", ")))])
}

/// The addresses of the stylesheets that `html` links.
fn stylesheets(html: &str) -> impl Iterator<Item = &str> {
    let links = html.split("<link ").skip(1);
    let tags = links.filter_map(|rest| rest.split('>').next());
    let sheets = tags.filter(|tag| tag.contains("rel=\"stylesheet\""));
    sheets.filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next())
}

fn has_node() -> bool {
    shell::which(&["node"]).is_some()
}

#[cfg(test)]
mod tests {
    use super::stylesheets;

    #[test]
    fn only_stylesheets_are_stylesheets() {
        let html = r#"<link rel="icon" href="i.svg"><link rel="stylesheet" href="a.css" media="all"><link href="b.css" rel="stylesheet">"#;
        assert_eq!(stylesheets(html).collect::<Vec<_>>(), ["a.css", "b.css"]);
    }
}
