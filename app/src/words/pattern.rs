//! Fluent patterns, flattened: references are put in where they stand, so that formatting never
//! looks anything up.

use super::{Arg, WordsError};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, Variant, VariantKey,
};
use intl_pluralrules::{PluralCategory, PluralRules};
use std::collections::HashMap;

/// A part of a message.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Text(String),
    /// Position among the message's arguments.
    Argument(usize),
    Select {
        argument: usize,
        variants: Variants,
    },
}

/// The variants of a selection.
#[derive(Clone, Debug, Default)]
pub(super) struct Variants {
    numbers: Vec<(i64, Vec<Piece>)>,
    names: Vec<(String, Vec<Piece>)>,
    default: Vec<Piece>,
}

impl Variants {
    /// An exact number first, then the plural category, as Fluent does.
    pub(super) fn choose(&self, argument: Arg, plurals: &PluralRules) -> &[Piece] {
        let found = match argument {
            Arg::Text(text) => self.named(text),
            Arg::Number(number) => {
                let exact = self.numbers.iter().find(|(n, _)| *n == number);
                exact.map(|(_, pieces)| pieces).or_else(|| {
                    let category = plurals.select(number.unsigned_abs());
                    self.named(category_name(&category.ok()?))
                })
            }
        };
        found.unwrap_or(&self.default)
    }

    fn named(&self, name: &str) -> Option<&Vec<Piece>> {
        let mut names = self.names.iter();
        names.find(|(n, _)| n == name).map(|(_, pieces)| pieces)
    }
}

fn category_name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// Patterns by id, later sources on top.
#[derive(Default)]
pub(super) struct Compiler<'s> {
    messages: HashMap<&'s str, Pattern<&'s str>>,
    terms: HashMap<&'s str, Pattern<&'s str>>,
}

/// References to references end here: nobody nests deeper, and a circle must not hang.
const DEPTH: usize = 8;

impl<'s> Compiler<'s> {
    pub(super) fn add(&mut self, resource: Resource<&'s str>) {
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    if let Some(pattern) = message.value {
                        self.messages.insert(message.id.name, pattern);
                    }
                }
                Entry::Term(term) => {
                    self.terms.insert(term.id.name, term.value);
                }
                _ => {}
            }
        }
    }

    /// A message that is not in the (sorted) list; the first by name, so that it is always the
    /// same one.
    pub(super) fn unknown(&self, known: &[(&str, &[&str])]) -> Option<String> {
        let is_known = |id: &str| known.binary_search_by_key(&id, |(known, _)| known).is_ok();
        let ids = self.messages.keys().filter(|id| !is_known(id));
        ids.min().map(|id| (*id).to_owned())
    }

    pub(super) fn message(&self, id: &str, arguments: &[&str]) -> Result<Vec<Piece>, WordsError> {
        let Some(pattern) = self.messages.get(id) else {
            return Err(WordsError::Unknown(id.to_owned()));
        };
        let mut pieces = Vec::new();
        let scope = Scope {
            compiler: self,
            message: id,
            arguments,
        };
        scope.pattern(pattern, DEPTH, &mut pieces)?;
        Ok(pieces)
    }
}

/// One message on its way.
struct Scope<'c, 's> {
    compiler: &'c Compiler<'s>,
    message: &'c str,
    arguments: &'c [&'c str],
}

impl Scope<'_, '_> {
    fn pattern(
        &self,
        pattern: &Pattern<&str>,
        depth: usize,
        out: &mut Vec<Piece>,
    ) -> Result<(), WordsError> {
        if depth == 0 {
            return Err(self.unsupported("a reference that leads back to itself"));
        }
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => push_text(out, value),
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(inline) => self.inline(inline, depth, out)?,
                    Expression::Select { selector, variants } => {
                        let InlineExpression::VariableReference { id } = selector else {
                            return Err(self.unsupported("choosing by anything but an argument"));
                        };
                        out.push(Piece::Select {
                            argument: self.argument(id.name)?,
                            variants: self.variants(variants, depth)?,
                        });
                    }
                },
            }
        }
        Ok(())
    }

    fn inline(
        &self,
        inline: &InlineExpression<&str>,
        depth: usize,
        out: &mut Vec<Piece>,
    ) -> Result<(), WordsError> {
        let compiler = self.compiler;
        let referred = match inline {
            InlineExpression::StringLiteral { value } => {
                push_text(
                    out,
                    &fluent_syntax::unicode::unescape_unicode_to_string(value),
                );
                return Ok(());
            }
            InlineExpression::NumberLiteral { value } => {
                push_text(out, value);
                return Ok(());
            }
            InlineExpression::VariableReference { id } => {
                out.push(Piece::Argument(self.argument(id.name)?));
                return Ok(());
            }
            InlineExpression::MessageReference { id, .. } => compiler.messages.get(id.name),
            InlineExpression::TermReference { id, .. } => compiler.terms.get(id.name),
            InlineExpression::FunctionReference { .. } => {
                return Err(self.unsupported("a function"));
            }
            InlineExpression::Placeable { .. } => {
                return Err(self.unsupported("braces within braces"));
            }
        };
        match referred {
            Some(pattern) => self.pattern(pattern, depth - 1, out),
            None => Err(self.unsupported("a reference to what isn't there")),
        }
    }

    fn variants(&self, variants: &[Variant<&str>], depth: usize) -> Result<Variants, WordsError> {
        let mut compiled = Variants::default();
        for variant in variants {
            let mut pieces = Vec::new();
            self.pattern(&variant.value, depth, &mut pieces)?;
            if variant.default {
                compiled.default = pieces.clone();
            }
            match &variant.key {
                VariantKey::Identifier { name } => {
                    compiled.names.push(((*name).to_owned(), pieces));
                }
                VariantKey::NumberLiteral { value } => {
                    if let Ok(number) = value.parse() {
                        compiled.numbers.push((number, pieces));
                    }
                }
            }
        }
        Ok(compiled)
    }

    fn argument(&self, name: &str) -> Result<usize, WordsError> {
        let position = self.arguments.iter().position(|a| *a == name);
        position.ok_or_else(|| WordsError::Argument {
            message: self.message.to_owned(),
            argument: name.to_owned(),
        })
    }

    fn unsupported(&self, what: &'static str) -> WordsError {
        WordsError::Unsupported {
            message: self.message.to_owned(),
            what,
        }
    }
}

fn push_text(out: &mut Vec<Piece>, text: &str) {
    match out.last_mut() {
        Some(Piece::Text(last)) => last.push_str(text),
        _ => out.push(Piece::Text(text.to_owned())),
    }
}
