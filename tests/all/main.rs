//! All integration tests, in one program: linking the bundled SQLite once keeps the whole run quick.

mod architecture;
mod charter;
mod readme;
mod store;
mod terminal;
