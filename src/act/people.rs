//! The cards of a line: what it says of people is taken out of the command before the record sees it.

use super::LineFault;
use crate::record::members::Contact;
use serde_json::{Map, Value};

/// Takes the cards out of a line, in the order of its people; each person has one in `card`.
pub(super) fn cards(fields: &mut Map<String, Value>) -> Result<Vec<Contact>, LineFault> {
    let verb = fields.get("do").and_then(Value::as_str).unwrap_or_default();
    match verb {
        "keep_person" => Ok(vec![card(fields)?]),
        "import_register" => {
            let people = fields.get_mut("people").and_then(Value::as_array_mut);
            let mut cards = Vec::new();
            for person in people.into_iter().flatten() {
                let not_one = || LineFault::NotACommand("people".to_owned());
                cards.push(card(person.as_object_mut().ok_or_else(not_one)?)?);
            }
            Ok(cards)
        }
        _ => Ok(Vec::new()),
    }
}

fn card(fields: &mut Map<String, Value>) -> Result<Contact, LineFault> {
    // The digest is of a salt that nobody outside has; a line cannot know it.
    if fields.contains_key("digest") {
        return Err(LineFault::NotACommand("digest".to_owned()));
    }
    let card = fields.remove("card").ok_or_else(|| LineFault::NotACommand("card".to_owned()))?;
    let contact: Contact =
        serde_json::from_value(card).map_err(|e| LineFault::NotACommand(format!("card: {e}")))?;
    if contact.name.trim().is_empty() {
        return Err(LineFault::NotACommand("card: name".to_owned()));
    }
    Ok(contact)
}
