//! Writing incidents from the command line: new files from templates, and edits of existing ones
//! that leave every byte alone which need not change.
//!
//! Text goes in and text comes out; [`mod@file`], [`git`] and [`editor`] are the edges that touch the
//! world. Which flags there are and what is asked on a terminal is [`crate::cli`]'s business.

pub mod document;
pub mod edit;
pub mod id;
pub mod quote;
pub mod template;
pub mod time;

pub mod diff;
pub mod editor;
pub mod file;
pub mod git;
pub mod init;
