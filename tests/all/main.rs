//! All integration tests, in one program: linking the bundled SQLite once keeps the whole run quick.

mod charter;
mod store;
mod terminal;
