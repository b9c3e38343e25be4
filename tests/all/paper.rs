//! Papers as files: what a form makes of a paper, and what other programs make of the file.

mod pdf;
mod pdf_tools;
