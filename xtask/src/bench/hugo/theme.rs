//! A plain site for Hugo with the same incidents: a page each, a list for each month, one for each
//! component, and nothing that a theme would do for looks.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::bench::site::{COMPONENTS, Incident, Site};

const CONFIG: &str = r#"baseURL = "https://status.example.org/"
title = "Bench status"
disableKinds = ["RSS"]
[taxonomies]
component = "components"
month = "months"
"#;

const SINGLE: &str = r#"{{ define "main" }}
<article>
<header><h1>{{ .Title }}</h1>
<p><b>{{ .Params.severity }}</b> <time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006, 15:04" }}</time></p>
<ul>{{ range .Params.components }}<li><a href="/components/{{ . }}/">{{ . }}</a></li>{{ end }}</ul></header>
<section>{{ .Content }}</section>
</article>
{{ end }}
"#;

const LIST: &str = r#"{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time></li>
{{ end }}</ul>
{{ end }}
"#;

/// Writes the site into `dir`; every page carries `ballast` bytes.
pub(super) fn write(dir: &Path, incidents: usize, ballast: usize) -> Result<()> {
    let (layouts, content) = (dir.join("layouts/_default"), dir.join("content/incidents"));
    fs::create_dir_all(&layouts)?;
    fs::create_dir_all(&content)?;
    fs::write(dir.join("hugo.toml"), CONFIG)?;
    fs::write(layouts.join("baseof.html"), base(ballast))?;
    fs::write(layouts.join("single.html"), SINGLE)?;
    fs::write(layouts.join("list.html"), LIST)?;
    for incident in (Site { incidents }).incidents() {
        fs::write(content.join(format!("{}.md", incident.id)), page(&incident))?;
    }
    Ok(())
}

/// What all pages have in common.
fn base(ballast: usize) -> String {
    let mut links = String::new();
    for (id, name, _) in COMPONENTS {
        let _ = write!(links, "<a href=\"/components/{id}/\">{name}</a> ");
    }
    let filler = "What every page carries besides. ".repeat(ballast / 33);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{{{ .Title }}}}</title></head>\n\
         <body><header><a href=\"/\">Bench status</a></header>\n\
         <main>{{{{ block \"main\" . }}}}{{{{ end }}}}</main>\n\
         <footer><nav>{links}</nav><p>{filler}</p></footer></body></html>\n"
    )
}

/// An incident as Hugo reads it: it wants to be told the date and the month.
fn page(incident: &Incident) -> String {
    let front = format!(
        "---\ntitle: \"{}\"\nseverity: {}\ncomponents: [{}]\ndate: {}\nmonths: [\"{}\"]\n---\n\n",
        incident.title,
        incident.severity,
        incident.components.join(", "),
        incident.started.format("%Y-%m-%dT%H:%M:%SZ"),
        incident.started.format("%Y-%m"),
    );
    incident.timeline(front)
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn ballast_is_as_heavy_as_asked() {
        let more = base(3_300).len() - base(0).len();
        assert_eq!(more, 3_300);
    }
}
