//! Two things are settled before the crate compiles: the catalogues agree with each other and
//! become typed functions, and the style sheets become one minified string.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// What the home page needs, which carries it inline; in this order, later ones win.
const HOME_STYLES: &[&str] = &[
    "tokens",
    "base",
    "shell",
    "verdict",
    "components",
    "entries",
    "media",
];

/// What the other pages need besides.
const MORE_STYLES: &[&str] = &["lists", "incident", "prose", "page"];

/// Message id to the names of its arguments.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=style");
    let Some(out) = env::var_os("OUT_DIR").map(PathBuf::from) else {
        fail("OUT_DIR is not set")
    };
    write(&out.join("messages.rs"), &messages());
    let (home, more) = (style(HOME_STYLES), style(MORE_STYLES));
    write(&out.join("home.css"), &home);
    write(&out.join("style.css"), &(home + &more));
}

fn fail(message: &str) -> ! {
    println!("cargo::error={}", message.replace('\n', " "));
    process::exit(1)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| fail(&format!("{}: {e}", path.display())))
}

fn write(path: &Path, text: &str) {
    if let Err(e) = fs::write(path, text) {
        fail(&format!("{}: {e}", path.display()));
    }
}

fn style(names: &[&str]) -> String {
    let sheets = names
        .iter()
        .map(|name| read(&Path::new("style").join(name).with_extension("css")));
    minify(&sheets.collect::<String>())
}

/// Takes away what no browser needs, and nothing else: comments, and white space beside
/// punctuation. Space before a colon (a descendant) and around an operator (`1rem + 2vw`) stays.
fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("/*") {
            let end = rest
                .find("*/")
                .unwrap_or_else(|| fail("app/style: a comment has no end"));
            rest = &rest[end + 2..];
            space = true;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c.is_whitespace() {
            space = true;
            continue;
        }
        let before = out.chars().next_back().unwrap_or('{');
        if space && !"{};,:>(".contains(before) && !"{};,>)".contains(c) {
            out.push(' ');
        }
        space = false;
        if c == '}' && before == ';' {
            out.pop();
        }
        out.push(c);
    }
    out
}

/// The source of `words/messages.rs`: catalogue texts, ids and one function a message.
fn messages() -> String {
    let mut files: Vec<PathBuf> = match fs::read_dir("locales") {
        Ok(dir) => dir.flatten().map(|entry| entry.path()).collect(),
        Err(e) => fail(&format!("app/locales: {e}")),
    };
    files.retain(|path| path.extension().is_some_and(|e| e == "ftl"));
    files.sort();
    let english = catalogue(Path::new("locales/en.ftl"));
    let mut problems = Vec::new();
    let mut locales = String::new();
    for path in &files {
        compare(path, &english, &catalogue(path), &mut problems);
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        let full = env::current_dir().unwrap_or_default().join(path);
        let _ = writeln!(locales, "    ({tag:?}, include_str!({full:?})),");
    }
    if !problems.is_empty() {
        fail(&problems.join("; "));
    }
    let mut code = format!(
        "/// Every catalogue: locale tag and source.\n\
         pub(crate) const CATALOGUES: &[(&str, &str)] = &[\n{locales}];\n\
         /// Every message, sorted: id and its arguments, sorted.\n\
         pub(crate) const MESSAGES: &[(&str, &[&str])] = &[\n"
    );
    for (id, arguments) in &english {
        let names: Vec<&String> = arguments.iter().collect();
        let _ = writeln!(code, "    ({id:?}, &{names:?}),");
    }
    code += "];\nimpl Words {\n";
    for (position, (id, arguments)) in english.iter().enumerate() {
        accessor(&mut code, position, id, arguments);
    }
    code + "}\n"
}

fn accessor(code: &mut String, position: usize, id: &str, arguments: &BTreeSet<String>) {
    let name = id.replace('-', "_");
    let _ = writeln!(code, "    /// `{id}` of the catalogue.");
    if arguments.is_empty() {
        let _ = writeln!(
            code,
            "    pub fn {name}(&self) -> &str {{ self.plain({position}) }}"
        );
        return;
    }
    let parameters: Vec<String> = arguments
        .iter()
        .map(|a| format!("{}: impl Into<Arg<'a>>", a.replace('-', "_")))
        .collect();
    let values: Vec<String> = arguments
        .iter()
        .map(|a| format!("{}.into()", a.replace('-', "_")))
        .collect();
    let _ = writeln!(
        code,
        "    pub fn {name}<'a>(&self, {}) -> String {{ self.format({position}, &[{}]) }}",
        parameters.join(", "),
        values.join(", ")
    );
}

fn catalogue(path: &Path) -> Messages {
    let source = read(path);
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| {
        let error = &errors[0];
        let line = source[..error.pos.start].lines().count();
        fail(&format!("app/{}:{line}: {error}", path.display()))
    });
    let mut patterns = BTreeMap::new();
    for entry in &resource.body {
        let twice = match entry {
            Entry::Message(message) => {
                let pattern = message.value.as_ref();
                pattern.and_then(|pattern| patterns.insert(message.id.name.to_owned(), pattern))
            }
            Entry::Term(term) => patterns.insert(format!("-{}", term.id.name), &term.value),
            _ => None,
        };
        if twice.is_some() {
            fail(&format!(
                "app/{}: a message is there twice: {entry:?}",
                path.display()
            ));
        }
    }
    let messages = patterns.iter().filter(|(id, _)| !id.starts_with('-'));
    let with_arguments = messages.map(|(id, pattern)| {
        let mut arguments = BTreeSet::new();
        collect(pattern, &patterns, 8, &mut arguments);
        (id.clone(), arguments)
    });
    with_arguments.collect()
}

/// The arguments of a pattern and of those it refers to, `depth` references deep.
fn collect(
    pattern: &Pattern<&str>,
    patterns: &BTreeMap<String, &Pattern<&str>>,
    depth: usize,
    arguments: &mut BTreeSet<String>,
) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    collect(&variant.value, patterns, depth, arguments);
                }
                selector
            }
        };
        let referred = match inline {
            InlineExpression::VariableReference { id } => {
                arguments.insert(id.name.to_owned());
                None
            }
            InlineExpression::MessageReference { id, .. } => patterns.get(id.name),
            InlineExpression::TermReference { id, .. } => patterns.get(&format!("-{}", id.name)),
            _ => None,
        };
        if let Some(pattern) = referred.filter(|_| depth > 0) {
            collect(pattern, patterns, depth - 1, arguments);
        }
    }
}

fn compare(path: &Path, english: &Messages, other: &Messages, problems: &mut Vec<String>) {
    let file = path.display();
    for (id, arguments) in english {
        match other.get(id) {
            None => problems.push(format!("app/{file} lacks `{id}`")),
            Some(have) if have != arguments => problems.push(format!(
                "app/{file}: `{id}` takes {have:?}, but {arguments:?} in en.ftl"
            )),
            Some(_) => {}
        }
    }
    for id in other.keys().filter(|id| !english.contains_key(*id)) {
        problems.push(format!("app/{file}: `{id}` is not in en.ftl"));
    }
}
