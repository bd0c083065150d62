//! Ids of incidents: a new one for a new file, and the one that somebody means.

use crate::suggest;
use chrono::NaiveDate;
use std::path::Path;

/// Characters of a slug; longer titles are cut between words.
const LONGEST: usize = 60;
/// Bytes of a slug: file systems count those, and take 255 with date, number and ending.
const LONGEST_BYTES: usize = 200;

/// The id of a new file: date and title, with a number behind it if that is taken.
pub fn fresh(date: NaiveDate, title: &str, taken: impl Fn(&str) -> bool) -> String {
    let slug = slug(title);
    let date = date.format("%Y-%m-%d");
    let id = if slug.is_empty() {
        date.to_string()
    } else {
        format!("{date}-{slug}")
    };
    if !taken(&id) {
        return id;
    }
    let mut numbered = (2..).map(|n: u32| format!("{id}-{n}"));
    numbered.find(|id| !taken(id)).unwrap_or(id)
}

/// Letters and digits of any script, in lower case, with `-` for all that is between them.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !is_part_of_a_word(c) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let fits = |slug: &str| slug.chars().count() <= LONGEST && slug.len() <= LONGEST_BYTES;
    while !fits(slug.trim_end_matches('-')) {
        match slug.rfind('-') {
            Some(at) => slug.truncate(at),
            // One endless word, or a script without spaces.
            None => {
                slug.pop();
            }
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Apostrophes and combining accents: `Can't` is one word.
fn is_part_of_a_word(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}')
}

/// Why `id` cannot be the id of a file, if it can't.
pub fn problem(id: &str, locales: &[String]) -> Option<&'static str> {
    let fine = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if id.is_empty() || id.starts_with('.') || !id.chars().all(fine) {
        return Some("use letters, digits, `-`, `_` and `.`: the name is part of an address");
    }
    if id.eq_ignore_ascii_case("readme") {
        return Some("`README.md` is never an incident");
    }
    if id
        .rsplit_once('.')
        .is_some_and(|(_, tag)| locales.iter().any(|l| l == tag))
    {
        return Some("a language behind a dot makes a file a translation");
    }
    (id.len() > LONGEST_BYTES + 40).then_some("it is too long for the name of a file")
}

/// An incident that can be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// For people.
    pub title: String,
    /// Whether it is going on.
    pub open: bool,
}

/// Why nobody knows which incident is meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// No id has this part.
    #[error("no incident is called `{0}`")]
    Unknown(String, String),
    /// Several have.
    #[error("`{0}` can be more than one incident")]
    Several(String, Vec<Candidate>),
    /// None was named, and not exactly one is open.
    #[error("which incident? {}", if .0.is_empty() { "None is open" } else { "More than one is open" })]
    Omitted(Vec<Candidate>),
}

impl IdError {
    /// How to go on.
    pub fn hint(&self) -> String {
        match self {
            IdError::Unknown(_, hint) => hint.clone(),
            IdError::Several(_, among) => format!("say more of its name:\n{}", list(among)),
            IdError::Omitted(open) if open.is_empty() => {
                "name one by its id, or by a part of it".to_owned()
            }
            IdError::Omitted(open) => format!("name one of them:\n{}", list(open)),
        }
    }
}

fn list(candidates: &[Candidate]) -> String {
    const MOST: usize = 8;
    let line = |c: &Candidate| {
        let open = if c.open { ", open" } else { "" };
        format!("  {}  ({}{open})", c.id, c.title)
    };
    let mut lines: Vec<String> = candidates.iter().rev().take(MOST).map(line).collect();
    if candidates.len() > MOST {
        lines.push(format!("  and {} more", candidates.len() - MOST));
    }
    lines.join("\n")
}

/// The incident that `wanted` names: its id, its file, or a part that no other has. Of several that
/// have it, the only one that is open is meant.
pub fn find<'a>(wanted: &str, candidates: &'a [Candidate]) -> Result<&'a Candidate, IdError> {
    let stem = Path::new(wanted)
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = stem.unwrap_or_else(|| wanted.to_owned());
    let name = name.strip_suffix(".md").unwrap_or(&name);
    if let Some(exact) = candidates.iter().find(|c| c.id == name) {
        return Ok(exact);
    }
    let lower = name.to_lowercase();
    let with = |test: &dyn Fn(&Candidate) -> bool| -> Vec<&'a Candidate> {
        candidates.iter().filter(|c| test(c)).collect()
    };
    // A title's whole slug is a better name than a piece of a longer one.
    let whole = with(&|c| without_date(&c.id).to_lowercase() == lower);
    let part = with(&|c| !lower.is_empty() && c.id.to_lowercase().contains(&lower));
    for found in [&whole, &part] {
        if let [one] = found[..] {
            return Ok(one);
        }
        let open: Vec<_> = found.iter().filter(|c| c.open).collect();
        if let [one] = open[..] {
            return Ok(one);
        }
    }
    if part.is_empty() {
        return Err(IdError::Unknown(
            wanted.to_owned(),
            unknown_hint(name, candidates),
        ));
    }
    let among = if whole.is_empty() { part } else { whole };
    Err(IdError::Several(
        wanted.to_owned(),
        among.into_iter().cloned().collect(),
    ))
}

/// The incident that is meant when none is named: the only one that is open.
pub fn only_open(candidates: &[Candidate]) -> Result<&Candidate, IdError> {
    let open: Vec<_> = candidates.iter().filter(|c| c.open).collect();
    match open[..] {
        [one] => Ok(one),
        _ => Err(IdError::Omitted(open.into_iter().cloned().collect())),
    }
}

fn unknown_hint(name: &str, candidates: &[Candidate]) -> String {
    let ids = candidates.iter().map(|c| c.id.as_str());
    let slugs = candidates.iter().map(|c| without_date(&c.id));
    if let Some(near) = suggest::nearest(name, ids.chain(slugs)) {
        return format!("did you mean `{near}`?");
    }
    let open: Vec<Candidate> = candidates.iter().filter(|c| c.open).cloned().collect();
    match open.is_empty() {
        true => "its id is the name of its file in `incidents/`, without `.md`".to_owned(),
        false => format!("open now:\n{}", list(&open)),
    }
}

/// The id without the date that new ids begin with.
fn without_date(id: &str) -> &str {
    let dated = id.is_char_boundary(10) && crate::when::parse_date(&id[..10]).is_some();
    let rest = if dated {
        id[10..].strip_prefix('-')
    } else {
        None
    };
    rest.unwrap_or(id)
}

#[cfg(test)]
mod tests;
