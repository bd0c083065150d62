//! The `allclear` command as a library; read the modules from top to bottom and you have read
//! the product: files come in, diagnostics and a [`model::Site`] come out, pages are rendered,
//! and one place writes them.

pub mod config;
pub mod content;

pub mod check;
pub mod project;

pub mod assemble;
pub mod render;

pub mod build;
pub mod output;
pub mod serve;

pub mod author;

pub mod cli;

pub mod diagnostic;
pub mod source;
pub mod suggest;
pub mod tree;
pub mod when;
