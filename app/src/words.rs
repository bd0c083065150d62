//! What a reader sees, in one language: the message catalogue (Fluent syntax), compiled once.
//!
//! `build.rs` makes a function of every message, so that a typo is a compile error, and refuses
//! catalogues that lack a message or disagree about its arguments. Here the messages are compiled
//! into pieces of text when [`Words`] is made: one without arguments is a plain string from then
//! on, and filling in the others is pushing strings, which keeps a page of 10,000 cheap.

mod dates;
mod durations;
mod locale;
mod pattern;
mod terms;

pub use dates::Form;
pub(crate) use durations::iso;
pub use locale::autonym;

use fluent_syntax::ast::Resource;
use intl_pluralrules::{PluralRuleType, PluralRules};
use pattern::{Compiler, Piece};
use std::borrow::Cow;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The value of an argument.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Put in as it is.
    Text(&'a str),
    /// Written with the locale's group separator; chooses plural forms.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> From<&'a Cow<'_, str>> for Arg<'a> {
    fn from(text: &'a Cow<'_, str>) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The languages with a complete catalogue of ours.
pub const LOCALES: &[&str] = &["en", "zh-CN"];

/// Why a catalogue cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum WordsError {
    /// The tag is not a language tag.
    #[error("`{0}` is not a language tag such as `en` or `zh-CN`")]
    Locale(String),
    /// The overrides cannot be parsed.
    #[error("line {line}: {reason}")]
    Syntax {
        /// From 1.
        line: usize,
        /// What the parser says.
        reason: String,
    },
    /// A message that no page asks for.
    #[error("there is no message `{0}`")]
    Unknown(String),
    /// The message is given other arguments.
    #[error("message `{message}`: there is no argument `${argument}`")]
    Argument {
        /// Its id.
        message: String,
        /// The name in braces.
        argument: String,
    },
    /// A part of Fluent that a status page has no use for.
    #[error("message `{message}`: {what} cannot be used here")]
    Unsupported {
        /// Its id.
        message: String,
        /// Which part.
        what: &'static str,
    },
}

enum Message {
    Plain(Box<str>),
    Pieces(Box<[Piece]>),
}

/// The words of one language.
pub struct Words {
    locale: String,
    plurals: PluralRules,
    messages: Vec<Message>,
    group: char,
    kept: Kept,
}

/// HTML that is the same on every page of a locale, by the zone for which it was made.
type Kept = [OnceLock<(String, String)>; 2];

impl Words {
    /// The words of `locale`, with the site's own `overrides` (Fluent source) on top.
    ///
    /// A locale without a catalogue of its own gets the one of its language (`zh` → `zh-CN`), else
    /// English, so that a site can bring a whole language as overrides.
    ///
    /// # Errors
    ///
    /// If the tag is none, or the overrides cannot be parsed or name what isn't there.
    pub fn new(locale: &str, overrides: Option<&str>) -> Result<Words, WordsError> {
        let bad_tag = || WordsError::Locale(locale.to_owned());
        let language: LanguageIdentifier = locale.parse().map_err(|_| bad_tag())?;
        let plurals = plural_rules(&language).ok_or_else(bad_tag)?;
        let mut sources = vec![catalogue_of(locale)];
        sources.extend(overrides);
        let mut compiler = Compiler::default();
        for source in sources {
            compiler.add(parse(source)?);
        }
        if let Some(id) = compiler.unknown(MESSAGES) {
            return Err(WordsError::Unknown(id));
        }
        let mut messages = Vec::with_capacity(MESSAGES.len());
        for (id, arguments) in MESSAGES {
            messages.push(match compiler.message(id, arguments)?.as_slice() {
                [] => Message::Plain("".into()),
                [Piece::Text(text)] => Message::Plain(text.as_str().into()),
                pieces => Message::Pieces(pieces.into()),
            });
        }
        let mut words = Words {
            locale: locale.to_owned(),
            plurals,
            messages,
            group: ',',
            kept: Kept::default(),
        };
        words.group = words.number_group().chars().next().unwrap_or(',');
        Ok(words)
    }

    /// The language tag.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// What `make` made for this zone when it was first asked for. Pages are many, and `place`
    /// (0 or 1) looks the same on all of them.
    pub(crate) fn kept(&self, place: usize, zone: &str, make: impl Fn() -> String) -> Cow<'_, str> {
        let (of, html) = self.kept[place].get_or_init(|| (zone.to_owned(), make()));
        if of == zone {
            Cow::Borrowed(html)
        } else {
            Cow::Owned(make())
        }
    }

    /// `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        locale::direction(&self.locale)
    }

    /// The message `<prefix>-<key>` for an island: what is in `known` is filled in, other
    /// arguments stay as slots, `{ms}`, which the browser fills in. Empty if there is no such
    /// message; a test asks for every key of every island.
    pub(crate) fn slots(&self, prefix: &str, key: &str, known: &[(&str, &str)]) -> String {
        let id = [prefix, "-", key].concat();
        let Ok(position) = MESSAGES.binary_search_by_key(&id.as_str(), |(id, _)| id) else {
            return String::new();
        };
        let slot = |name: &&str| match known.iter().find(|(known, _)| known == name) {
            Some((_, value)) => (*value).to_owned(),
            None => ["{", name, "}"].concat(),
        };
        let values: Vec<String> = MESSAGES[position].1.iter().map(slot).collect();
        let arguments: Vec<Arg> = values.iter().map(Arg::from).collect();
        self.format(position, &arguments)
    }

    fn plain(&self, position: usize) -> &str {
        match &self.messages[position] {
            Message::Plain(text) => text,
            // Only if overrides select on nothing, which compiling refuses.
            Message::Pieces(_) => "",
        }
    }

    fn format(&self, position: usize, arguments: &[Arg]) -> String {
        match &self.messages[position] {
            Message::Plain(text) => text.to_string(),
            Message::Pieces(pieces) => {
                let mut out = String::with_capacity(48);
                self.push(&mut out, pieces, arguments);
                out
            }
        }
    }

    fn push(&self, out: &mut String, pieces: &[Piece], arguments: &[Arg]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Argument(i) => match arguments[*i] {
                    Arg::Text(text) => out.push_str(text),
                    Arg::Number(number) => self.push_number(out, number),
                },
                Piece::Select { argument, variants } => {
                    let chosen = variants.choose(arguments[*argument], &self.plurals);
                    self.push(out, chosen, arguments);
                }
            }
        }
    }

    fn push_number(&self, out: &mut String, number: i64) {
        let digits = number.unsigned_abs().to_string();
        if number < 0 {
            out.push('\u{2212}');
        }
        for (i, digit) in digits.chars().enumerate() {
            let left = digits.len() - i;
            // Four digits stay together: years, and numbers one reads at a glance.
            if i > 0 && left.is_multiple_of(3) && digits.len() > 4 {
                out.push(self.group);
            }
            out.push(digit);
        }
    }
}

fn parse(source: &str) -> Result<Resource<&str>, WordsError> {
    fluent_syntax::parser::parse(source).map_err(|(_, errors)| {
        let error = &errors[0];
        WordsError::Syntax {
            line: source[..error.pos.start].matches('\n').count() + 1,
            reason: error.to_string(),
        }
    })
}

fn catalogue_of(locale: &str) -> &'static str {
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    let exact = CATALOGUES
        .iter()
        .find(|(tag, _)| tag.eq_ignore_ascii_case(locale));
    let close = || {
        CATALOGUES
            .iter()
            .find(|(tag, _)| language(tag) == language(locale))
    };
    let english = || CATALOGUES.iter().find(|(tag, _)| *tag == "en");
    exact
        .or_else(close)
        .or_else(english)
        .map_or("", |(_, source)| source)
}

fn plural_rules(language: &LanguageIdentifier) -> Option<PluralRules> {
    let rules = |l: LanguageIdentifier| PluralRules::create(l, PluralRuleType::CARDINAL).ok();
    let bare = LanguageIdentifier::from_parts(language.language, None, None, &[]);
    rules(language.clone())
        .or_else(|| rules(bare))
        .or_else(|| rules("en".parse().ok()?))
}

#[cfg(test)]
mod tests;
