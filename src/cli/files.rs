//! Files the commands are given: read whole, written whole, and why not.

use crate::machine::save;
use crate::text::{self, Lang};
use anyhow::anyhow;
use std::path::Path;

pub(super) fn file(lang: Lang, path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| {
        anyhow!(lang.each(|l| {
            let (path, why) = (path.display(), text::files::why(l, &error));
            match l {
                Lang::En => format!("the file {path} cannot be read: {why}"),
                _ => format!("文件{path}无法读取：{why}"),
            }
        }))
    })
}

pub(super) fn written(lang: Lang, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    save(path, bytes).map_err(|error| {
        anyhow!(lang.each(|l| {
            let (path, why) = (path.display(), text::files::why(l, &error));
            match l {
                Lang::En => format!("the file {path} cannot be written: {why}"),
                _ => format!("文件{path}无法写入：{why}"),
            }
        }))
    })
}
