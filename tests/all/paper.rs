//! Papers in their forms: what a word processor, a browser and a printer are given, and what other
//! programs make of it.

mod docx;
mod house;
mod html;
mod pdf;
mod pdf_tools;
mod readers;
mod samples;
