//! All integration tests, in one program: linking the bundled SQLite once keeps the whole run quick.

// A test that cannot go on may fail where it stands.
#![allow(clippy::unwrap_used)]

mod act;
mod amending;
mod architecture;
mod articles;
mod audit;
mod cases;
mod charter;
mod commands;
mod common;
mod corrections;
mod counting;
mod decisions;
mod elections;
mod elections_laws;
mod elections_manual;
mod folder;
mod funds;
mod hall;
mod issue;
mod judge;
mod laws;
mod minutes;
mod notice;
mod paper;
mod papers;
mod pty;
mod readme;
mod register;
mod scenarios;
mod screens;
mod seal;
mod sessions;
mod store;
mod story;
mod strokes;
mod taken;
mod terminal;
mod traps;
mod views;
mod whole_meeting;
mod words;
