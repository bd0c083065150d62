//! The `allclear` command as a library; read the modules from top to bottom and you have read
//! the product: files come in, diagnostics and a [`model::Site`] come out, pages are rendered,
//! and one place writes them.

pub mod author;
pub mod check;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod project;
pub mod source;
pub mod suggest;
pub mod tree;
pub mod when;
