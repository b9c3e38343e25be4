//! The agent that keeps keys open for a session (`ssh-agent`, Pageant): which keys it has, and one signature.
//!
//! Its protocol (draft-miller-ssh-agent) is a length and a message each way; two of its messages are needed.

use super::{Fault, HASH, NAMESPACE, Public, Signer, verify};
use ssh_key::{LineEnding, Signature, SshSig};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

const ASK_KEYS: u8 = 11;
const KEYS: u8 = 12;
const ASK_SIGNATURE: u8 = 13;
const SIGNATURE: u8 = 14;
const REFUSED: u8 = 5;

/// The longest answer believed, as in OpenSSH (`MAX_AGENT_REPLY_LEN`).
const LONGEST: usize = 256 * 1024;

/// Where the agent of this machine listens, as its environment says; on Windows the one that comes with it.
pub fn address(setting: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let own = setting("SSH_AUTH_SOCK").filter(|value| !value.is_empty()).map(PathBuf::from);
    if cfg!(windows) { own.or_else(|| Some(r"\\.\pipe\openssh-ssh-agent".into())) } else { own }
}

/// Why no key of an agent can be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unheld {
    /// The agent does not answer, or not as it should.
    Fault(Fault),
    /// It has these keys, and none of them is wanted; their fingerprints.
    Others(Vec<String>),
}

/// The first key of the agent at this address that is wanted, to sign with.
///
/// # Errors
/// [`Unheld`]; no address is as good as no agent.
pub fn holding(address: Option<&Path>, wanted: impl Fn(&Public) -> bool) -> Result<Held, Unheld> {
    let mut agent = address.ok_or(Fault::NoAgent).and_then(Agent::at).map_err(Unheld::Fault)?;
    let held = agent.keys().map_err(Unheld::Fault)?;
    match held.iter().find(|key| wanted(key)) {
        Some(public) => Ok(agent.with(public.clone())),
        None => Err(Unheld::Others(held.iter().map(Public::fingerprint).collect())),
    }
}

/// How long an answer is waited for: somebody may have to say yes or touch a token, but an agent that hangs must not
/// hold the screen for good.
#[cfg(unix)]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// What an agent is spoken to through.
pub trait Wire: Read + Write {}
impl<T: Read + Write> Wire for T {}

/// An agent that answers.
pub struct Agent {
    wire: Box<dyn Wire>,
}

/// One key of an agent, to sign with.
pub struct Held {
    agent: Agent,
    public: Public,
}

impl Agent {
    /// The agent at a socket, the value of `SSH_AUTH_SOCK`.
    ///
    /// # Errors
    /// [`Fault::NoAgent`].
    #[cfg(unix)]
    pub fn at(address: &Path) -> Result<Self, Fault> {
        let wire = std::os::unix::net::UnixStream::connect(address).map_err(|_| Fault::NoAgent)?;
        wire.set_read_timeout(Some(PATIENCE)).map_err(|_| Fault::NoAgent)?;
        Ok(Self::over(wire))
    }

    /// The agent at a named pipe, `\\.\pipe\openssh-ssh-agent`.
    ///
    /// # Errors
    /// [`Fault::NoAgent`].
    #[cfg(not(unix))]
    pub fn at(address: &Path) -> Result<Self, Fault> {
        let wire = std::fs::OpenOptions::new().read(true).write(true).open(address);
        wire.map(Self::over).map_err(|_| Fault::NoAgent)
    }

    /// An agent at the other end of anything that reads and writes.
    pub fn over(wire: impl Wire + 'static) -> Self {
        Self { wire: Box::new(wire) }
    }

    /// The keys it has, in its order; keys of a kind that cannot be read are passed over.
    ///
    /// # Errors
    /// [`Fault::NoAgent`], [`Fault::AgentRefused`], [`Fault::AgentGarbled`].
    pub fn keys(&mut self) -> Result<Vec<Public>, Fault> {
        let answer = self.ask(&[ASK_KEYS], KEYS)?;
        let mut rest = answer.as_slice();
        let count = number(&mut rest)?;
        let mut keys = Vec::new();
        for _ in 0..count {
            let blob = string(&mut rest)?;
            let comment = String::from_utf8_lossy(string(&mut rest)?).into_owned();
            if let Ok(key) = Public::from_wire(blob) {
                keys.push(Public::read(&format!("{} {comment}", key.bare())).unwrap_or(key));
            }
        }
        Ok(keys)
    }

    /// This agent, to sign with one of its keys.
    pub fn with(self, public: Public) -> Held {
        Held { agent: self, public }
    }

    /// Sends a message and returns the body of the answer of the kind that is looked for.
    fn ask(&mut self, message: &[u8], wanted: u8) -> Result<Vec<u8>, Fault> {
        let mut out = Vec::new();
        put(&mut out, message);
        self.wire.write_all(&out).and_then(|()| self.wire.flush()).map_err(|_| Fault::NoAgent)?;
        let mut length = [0; 4];
        self.wire.read_exact(&mut length).map_err(|_| Fault::NoAgent)?;
        let length = u32::from_be_bytes(length) as usize;
        if length == 0 || length > LONGEST {
            return Err(Fault::AgentGarbled);
        }
        let mut answer = vec![0; length];
        self.wire.read_exact(&mut answer).map_err(|_| Fault::NoAgent)?;
        match answer.first() {
            Some(&kind) if kind == wanted => Ok(answer.split_off(1)),
            Some(&REFUSED) => Err(Fault::AgentRefused),
            _ => Err(Fault::AgentGarbled),
        }
    }
}

impl Signer for Held {
    fn public(&self) -> &Public {
        &self.public
    }

    fn sign(&mut self, bytes: &[u8]) -> Result<String, Fault> {
        let data = SshSig::signed_data(NAMESPACE, HASH, bytes).map_err(|_| Fault::AgentGarbled)?;
        let blob = self.public.inside().to_bytes().map_err(|_| Fault::NotALine)?;
        let mut message = vec![ASK_SIGNATURE];
        put(&mut message, &blob);
        put(&mut message, &data);
        // No flags: they choose among the hashes of RSA.
        message.extend([0; 4]);
        let answer = self.agent.ask(&message, SIGNATURE)?;
        let raw = string(&mut answer.as_slice())?.to_vec();
        let signature = Signature::try_from(raw.as_slice()).map_err(|_| Fault::AgentGarbled)?;
        let signature = SshSig::new(self.public.data().clone(), NAMESPACE, HASH, signature);
        let armour = signature.and_then(|signature| signature.to_pem(LineEnding::LF));
        let armour = armour.map_err(|_| Fault::AgentGarbled)?;
        // An agent is another program: what it gives is looked at before it is kept.
        verify(&armour, bytes, &self.public)?;
        Ok(armour)
    }
}

/// A string as OpenSSH writes it: its length in four bytes, then its bytes.
pub(super) fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    out.extend(length.to_be_bytes());
    out.extend(bytes);
}

fn number(rest: &mut &[u8]) -> Result<u32, Fault> {
    let (head, tail) = rest.split_first_chunk::<4>().ok_or(Fault::AgentGarbled)?;
    *rest = tail;
    Ok(u32::from_be_bytes(*head))
}

fn string<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], Fault> {
    let length = number(rest)? as usize;
    let (head, tail) = rest.split_at_checked(length).ok_or(Fault::AgentGarbled)?;
    *rest = tail;
    Ok(head)
}
