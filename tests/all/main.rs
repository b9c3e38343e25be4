//! All integration tests, in one program: linking the bundled SQLite once keeps the whole run quick.

mod architecture;
mod charter;
mod minutes;
mod readme;
mod screens;
mod store;
mod terminal;
mod views;
