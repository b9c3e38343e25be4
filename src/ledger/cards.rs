//! People's cards between the core and the disk: sealed when kept, read back by number, removed for good.

use super::{Accepted, Brought, Ledger, LedgerError, command_id};
use crate::record::members::{Contact, cards_of};
use crate::record::{Event, Refusal, Request};
use crate::store::{Card, CommandId, Digest, LogError};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What the cards of a book are found to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cards {
    /// How many are there as they were kept.
    pub whole: u32,
    /// How many were removed, as the log says.
    pub removed: u32,
    /// Those that are not as the log says, by the number of the person.
    pub faults: Vec<(u32, CardFault)>,
}

/// What is wrong with a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardFault {
    /// The log names it, and it is not there.
    Missing,
    /// It does not fit its digest.
    Altered,
}

impl Ledger {
    /// As [`Ledger::submit`], with the cards of the people it keeps, in the order of the command.
    pub fn submit_people(
        &mut self,
        request: Request,
        contacts: &[Contact],
    ) -> Result<Result<Accepted, Refusal>, LedgerError> {
        let (request, brought) = sealed(request, contacts)?;
        let id = command_id(&self.head, &request);
        self.submit_with(id, &request, brought)
    }

    /// As [`Self::submit_people`], under an id the caller made before the first try.
    pub fn submit_people_as(
        &mut self,
        id: CommandId,
        request: Request,
        contacts: &[Contact],
    ) -> Result<Result<Accepted, Refusal>, LedgerError> {
        let (request, brought) = sealed(request, contacts)?;
        self.submit_with(id, &request, brought)
    }

    /// What is known of the people whose cards are kept, by number. Cards that are missing or do not
    /// fit their digests are left out; [`Self::check_cards`] names them.
    pub fn contacts(&mut self) -> Result<BTreeMap<u32, Contact>, LedgerError> {
        let cards = self.whole_cards()?;
        let kept = self.book.people.values().filter(|p| p.forgotten.is_none());
        Ok(kept
            .filter_map(|p| {
                let digest: Digest = p.digest.parse().ok()?;
                let contact = serde_json::from_str(&cards.get(&digest)?.body).ok()?;
                Some((p.no, contact))
            })
            .collect())
    }

    /// Compares the cards with what the log says of them.
    pub fn check_cards(&mut self) -> Result<Cards, LedgerError> {
        let found: BTreeMap<Digest, Card> = self.log.cards()?.into_iter().collect();
        let mut said = Cards::default();
        for person in self.book.people.values() {
            let card = person.digest.parse().ok().and_then(|d: Digest| Some((d, found.get(&d)?)));
            match card {
                _ if person.forgotten.is_some() => said.removed += 1,
                None => said.faults.push((person.no, CardFault::Missing)),
                Some((digest, card)) if card.digest() == digest => said.whole += 1,
                Some(_) => said.faults.push((person.no, CardFault::Altered)),
            }
        }
        Ok(said)
    }

    /// Removes cards that nobody kept in the log has, after entries that may have left some.
    pub(super) fn sweep_cards(&mut self, from: usize) -> Result<(), LedgerError> {
        let leaves = |event: &Event| match event {
            Event::PersonKept(kept) => kept.was.is_some(),
            Event::PersonForgotten(_) | Event::Struck { .. } => true,
            _ => false,
        };
        let new = self.entries.get(from..).unwrap_or_default();
        if new.iter().any(|e| leaves(&e.fact.event)) {
            self.remove_loose_cards()?;
        }
        Ok(())
    }

    pub(super) fn remove_loose_cards(&mut self) -> Result<(), LedgerError> {
        loop {
            let digests = self.book.cards_in_use();
            let keep: BTreeSet<Digest> = digests.iter().filter_map(|d| d.parse().ok()).collect();
            if self.log.cards()?.iter().all(|(digest, _)| keep.contains(digest)) {
                return Ok(());
            }
            let head = self.head;
            if self.log.keep_cards(&head, &keep)? {
                return Ok(());
            }
            // Another program wrote meanwhile, and may have kept somebody.
            self.refresh()?;
        }
    }

    fn whole_cards(&mut self) -> Result<BTreeMap<Digest, Card>, LedgerError> {
        let whole = |(digest, card): &(Digest, Card)| card.digest() == *digest;
        Ok(self.log.cards()?.into_iter().filter(whole).collect())
    }
}

/// Seals the cards and puts their digests into the command.
fn sealed(mut request: Request, contacts: &[Contact]) -> Result<(Request, Brought), LedgerError> {
    let mut cards = Vec::with_capacity(contacts.len());
    for (keep, contact) in cards_of(&mut request.command).into_iter().zip(contacts) {
        let body = serde_json::to_string(contact).unwrap_or_default();
        let card = Card::new(body).map_err(|error| LogError::Io {
            path: Path::new("").to_owned(),
            kind: error.kind(),
            message: error.to_string(),
        })?;
        keep.digest = card.digest().hex();
        cards.push(card);
    }
    Ok((request, Brought { blobs: Vec::new(), cards }))
}
