//! Papers in their forms: what a word processor, a browser and a printer are given.

mod docx;
mod house;
mod html;
mod readers;
mod samples;
