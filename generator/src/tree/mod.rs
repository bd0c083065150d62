//! YAML and TOML as one tree in which every value knows where it stands, so that each problem
//! points at its place whatever the language. [`decode`] turns it into types and collects every
//! problem on the way; serde would stop at the first.

pub mod decode;
mod toml;
mod yaml;

use std::ops::Range;

pub use self::toml::parse as parse_toml;
pub use self::yaml::parse as parse_yaml;

/// A value and its place, in bytes of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where the value stands.
    pub span: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// What a file can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing: an empty YAML value, `~` or `null`.
    Null,
    /// A word, number, time, …: its text, and what the language says it is.
    Scalar(String, Scalar),
    /// In order.
    List(Vec<Node>),
    /// In order; keys are unique.
    Table(Vec<Entry>),
}

/// What sort of scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// A quoted string.
    Quoted,
    /// A YAML plain scalar, which may be read as what the place wants.
    Plain,
    /// A TOML boolean.
    Bool,
    /// A TOML integer.
    Int,
    /// A TOML float.
    Float,
    /// A TOML date or time.
    Time,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key's text.
    pub key: String,
    /// Where the key stands.
    pub key_span: Range<usize>,
    /// Its value.
    pub node: Node,
}

impl Node {
    /// What it is, in words, for messages.
    pub fn describe(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Scalar(_, Scalar::Quoted | Scalar::Plain) => "a string",
            Value::Scalar(_, Scalar::Bool) => "a boolean",
            Value::Scalar(_, Scalar::Int | Scalar::Float) => "a number",
            Value::Scalar(_, Scalar::Time) => "a time",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}
