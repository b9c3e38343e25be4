//! The event log without a disk, for tests: the same contract, and failures on demand.

use super::{Act, AppendError, Card, CommandId, Digest, EventLog, Flaw, Head, LogError, Stored};
use super::{act, chain, sqlite::settlement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A log in memory. Starts without entries; [`Memory::another`] opens it a second time.
pub struct Memory {
    shared: Arc<Mutex<Shared>>,
    doubt: Option<CommandId>,
    seen: Head,
}

/// How the next append is to fail.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Refused; nothing is written.
    Refused(LogError),
    /// In doubt, and not written.
    Lost(LogError),
    /// In doubt, but written.
    Kept(LogError),
}

#[derive(Default)]
struct Shared {
    entries: Vec<Stored>,
    blobs: BTreeMap<Digest, Vec<u8>>,
    cards: BTreeMap<Digest, Card>,
    fault: Option<Fault>,
}

impl Memory {
    /// A log without entries.
    #[expect(clippy::new_without_default, reason = "an empty log is made on purpose")]
    pub fn new() -> Memory {
        Memory { shared: Arc::default(), doubt: None, seen: chain::genesis() }
    }

    /// The same log, opened a second time.
    pub fn another(&self) -> Memory {
        Memory { shared: Arc::clone(&self.shared), doubt: None, seen: self.shared().head() }
    }

    /// Makes the next append fail, whoever's it is.
    pub fn fail(&self, fault: Fault) {
        self.shared().fault = Some(fault);
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn live(&self) -> Result<MutexGuard<'_, Shared>, LogError> {
        match self.doubt {
            Some(act) => Err(LogError::Unsettled { act }),
            None => Ok(self.shared()),
        }
    }
}

impl Shared {
    fn head(&self) -> Head {
        self.entries
            .last()
            .map_or_else(chain::genesis, |entry| Head { seq: entry.seq, hash: entry.hash })
    }

    fn of_act(&self, id: &CommandId) -> Vec<Stored> {
        let of_act = self.entries.iter().filter(|entry| entry.act == *id);
        of_act.cloned().collect()
    }

    fn append(&mut self, expected: &Head, act: &Act) -> Result<Head, AppendError> {
        let checked = act::check(act).map_err(AppendError::Refused)?;
        let found = self.of_act(&act.id);
        if let (Some(first), Some(last)) = (found.first(), found.last()) {
            if !chain::says_the_same(&found, act) {
                return Err(AppendError::Refused(LogError::IdReused {
                    act: act.id,
                    seq: first.seq,
                }));
            }
            return Ok(Head { seq: last.seq, hash: last.hash });
        }
        let head = self.head();
        if head != *expected {
            return Err(AppendError::Conflict { head });
        }
        for sha256 in checked.presumed {
            if !self.blobs.contains_key(&sha256) {
                return Err(AppendError::Refused(LogError::UnknownBlob { sha256 }));
            }
        }
        let brought = checked.brought.into_iter().zip(act.blobs.iter().cloned());
        self.blobs.extend(brought);
        self.cards.extend(act.cards.iter().map(|card| (card.digest(), card.clone())));
        self.entries.extend(chain::entries_behind(&head, act));
        Ok(self.head())
    }
}

impl EventLog for Memory {
    fn head(&mut self) -> Result<Head, LogError> {
        Ok(self.live()?.head())
    }

    fn append(&mut self, expected: &Head, act: &Act) -> Result<Head, AppendError> {
        let mut shared = self.live().map_err(AppendError::Refused)?;
        let doubtful = match shared.fault.take() {
            None => return shared.append(expected, act),
            Some(Fault::Refused(error)) => return Err(AppendError::Refused(error)),
            Some(Fault::Lost(error)) => error,
            Some(Fault::Kept(error)) => {
                shared.append(expected, act)?;
                error
            }
        };
        drop(shared);
        self.doubt = Some(act.id);
        Err(AppendError::InDoubt(doubtful))
    }

    fn settle(&mut self, id: &CommandId) -> Result<Option<Head>, LogError> {
        let mut shared = self.shared();
        let mut settled = None;
        if !shared.of_act(id).is_empty() {
            let head = shared.head();
            settled = match shared.append(&head, &settlement(id, &head)) {
                Ok(head) => Some(head),
                Err(AppendError::Refused(error) | AppendError::InDoubt(error)) => {
                    return Err(error);
                }
                // The lock is held, so that nobody can have come in between.
                Err(AppendError::Conflict { .. }) => None,
            };
        }
        drop(shared);
        self.doubt = self.doubt.filter(|other| other != id);
        Ok(settled)
    }

    fn read_from(&mut self, after: u64, max: usize) -> Result<Vec<Stored>, LogError> {
        let shared = self.live()?;
        match usize::try_from(after).ok().and_then(|after| shared.entries.get(after..)) {
            Some(behind) => Ok(behind.iter().take(max).cloned().collect()),
            None => Err(LogError::broken(Path::new(""), after, Flaw::Missing)),
        }
    }

    fn changed(&mut self) -> Result<bool, LogError> {
        let head = self.live()?.head();
        let changed = head != self.seen;
        self.seen = head;
        Ok(changed)
    }

    fn blob(&mut self, sha256: &Digest) -> Result<Option<Vec<u8>>, LogError> {
        Ok(self.live()?.blobs.get(sha256).cloned())
    }

    fn cards(&mut self) -> Result<Vec<(Digest, Card)>, LogError> {
        let shared = self.live()?;
        Ok(shared.cards.iter().map(|(digest, card)| (*digest, card.clone())).collect())
    }

    fn keep_cards(&mut self, expected: &Head, keep: &BTreeSet<Digest>) -> Result<bool, LogError> {
        let mut shared = self.live()?;
        let in_step = shared.head() == *expected;
        if in_step {
            shared.cards.retain(|digest, _| keep.contains(digest));
        }
        Ok(in_step)
    }
}
