//! The lines of amendments of the charter in the log.

use super::event::Told;
use super::parts::{note, with_touched};
use super::two;
use crate::charter::Name;
use crate::record::event::Event;

/// What a fact about a draft of the charter says.
pub(super) fn amend_line(told: &Told, event: &Event) -> Name {
    match event {
        Event::AmendmentDrafted(drafted) => {
            let no = drafted.draft;
            note(
                two(format!("章程修改草案{no}"), format!("draft {no} of the charter")),
                &drafted.note,
            )
        }
        Event::OpinionCollected(opinion) => {
            let who = opinion.unit.map_or_else(|| opinion.from.clone(), |unit| told.unit(unit));
            let (no, text) = (opinion.draft, &opinion.text);
            two(format!("{who}对草案{no}的意见：{text}"), format!("{who} on draft {no}: {text}"))
        }
        Event::OpinionsCollated(collation) => {
            let (no, text) = (collation.draft, &collation.text);
            two(
                format!("草案{no}的意见整理如下：{text}"),
                format!("opinions on draft {no} collated: {text}"),
            )
        }
        Event::DraftPut(put) => {
            let (no, item) = (put.draft, told.item(put.item));
            match put.motion {
                Some(motion) => two(
                    format!("第{motion}号议案提出草案{no}"),
                    format!("motion {motion} moves draft {no}"),
                ),
                None => two(
                    format!("草案{no}提交{}", item.zh),
                    format!("draft {no} put under {}", item.en),
                ),
            }
        }
        Event::AmendmentTakenBack(back) => {
            let version = back.version;
            let said = match back.restored {
                Some(restored) => two(
                    format!("章程第{version}版不再施行，恢复第{restored}版"),
                    format!(
                        "version {version} of the charter is no longer in force, version {restored} is again"
                    ),
                ),
                None => two(
                    format!("章程第{version}版所据决定失效，文本未恢复"),
                    format!(
                        "the decision behind version {version} of the charter no longer stands; no text was put back"
                    ),
                ),
            };
            with_touched(said, back.touched.len())
        }
        _ => Name::default(),
    }
}
