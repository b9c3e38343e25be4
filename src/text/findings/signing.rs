//! Texts about keys and the signatures made with them.

use super::{Text, refused};

pub(super) static PRIVATE_KEY: Text = refused(
    ["这是私钥", "a private key"],
    [
        "这是私钥，只能由本人保管，会议簿不收，也没有记下任何内容。请改用同名的“.pub”文件，那才是公钥。",
        "This is a private key: it stays with its owner, and nothing of it was recorded. Take the file of the same name that ends in .pub, which is the public one.",
    ],
    [
        "有人交来了私钥。私钥不得交给他人；请其本人收好，另交公钥，并考虑更换密钥。",
        "A private key was handed over. It belongs to its owner alone: have the public one given instead, and consider a new pair.",
    ],
);

pub(super) static NOT_A_PUBLIC_KEY: Text = refused(
    ["不是公钥", "not a public key"],
    [
        "这不是一行OpenSSH公钥（以ssh-ed25519开头）。请把“.pub”文件里的一行原样复制过来。",
        "This is no line of an OpenSSH public key (it begins with ssh-ed25519). Copy the one line of the .pub file as it is.",
    ],
    [
        "交来的公钥认不出来。请本人重新导出公钥文件再交。",
        "The public key handed in cannot be read. Have its owner export the .pub file again.",
    ],
);

pub(super) static KEY_OF_ANOTHER_KIND: Text = refused(
    ["密钥种类不收", "a key of another kind"],
    [
        "{=sort}类密钥不收：它的签名以后无法核对。只收ssh-ed25519（硬件密钥为sk-ssh-ed25519）。请本人用“quorate key new 文件名”或“ssh-keygen -t ed25519”新建一把，再登记。",
        "Keys of the kind {=sort} are not taken: their signatures could not be verified later. Only ssh-ed25519 is (in a token, sk-ssh-ed25519). Have the holder make one with `quorate key new FILE` or `ssh-keygen -t ed25519` and bind that.",
    ],
    [
        "交来的密钥是{=sort}类，本会不收。请本人新建一把ssh-ed25519密钥，再交公钥。",
        "The key handed in is of the kind {=sort}, which is not taken here. Have its owner make one of the kind ssh-ed25519 and hand in the public line.",
    ],
);

pub(super) static KEY_BOUND_ALREADY: Text = refused(
    ["密钥已登记", "bound already"],
    [
        "密钥{=key}已经登记在这个职务或身份名下。无须再登记。",
        "Key {=key} is bound to this office or role already. Nothing more is to be entered.",
    ],
    [
        "这把密钥（{=key}）已在册。如要换用新的，请交新的公钥。",
        "This key ({=key}) is on the books. For another one hand in its public line.",
    ],
);

pub(super) static UNKNOWN_KEY: Text = refused(
    ["没有这把密钥", "no such key"],
    [
        "会议簿里没有指纹为“{=key}”的密钥。请先把公钥登记到职务名下，或核对指纹。",
        "The book has no key with the fingerprint “{=key}”. Bind the public key to an office first, or check the fingerprint.",
    ],
    [
        "签名所用的密钥（{=key}）没有在本会登记，不能算数。请先登记公钥，或改用纸面签名。",
        "The key used ({=key}) is not bound here and does not count. Bind it first, or sign on paper.",
    ],
);

pub(super) static KEY_NOT_IN_FORCE: Text = refused(
    ["密钥不在有效期", "key not in force"],
    [
        "密钥{=key}在{time}无效：当日尚未启用，或已经收回。请核对日期，或改用有效的密钥。",
        "Key {=key} does not hold on {time}: its first day is later, or it was withdrawn. Check the day, or use one in force.",
    ],
    [
        "{time}不能用这把密钥（{=key}）签名。请换有效的密钥，或改用纸面签名。",
        "This key ({=key}) cannot sign on {time}. Take one in force, or sign on paper.",
    ],
);

pub(super) static KEY_OF_ANOTHER_ROLE: Text = refused(
    ["密钥身份不符", "key of another role"],
    [
        "密钥{=key}登记的是另一种身份，不能以此身份签名。请核对身份，或换密钥。",
        "Key {=key} is bound to another role and does not sign in this one. Check the role, or take another key.",
    ],
    [
        "这把密钥（{=key}）不是以此身份登记的。请用各自的密钥签各自的名。",
        "This key ({=key}) was given for another role. Let each sign with their own.",
    ],
);

pub(super) static NOT_A_SIGNATURE: Text = refused(
    ["不是签名文件", "not a signature"],
    [
        "签名应以“-----BEGIN SSH SIGNATURE-----”开头、以对应的END行结尾。请把“.sig”文件原样复制过来，或先收存该文件再写编号。",
        "A signature begins with “-----BEGIN SSH SIGNATURE-----” and ends with the END line. Copy the .sig file as it is, or keep it and give its number.",
    ],
    [
        "交来的签名文件不完整。请重新签一次，把“.sig”文件原样交来。",
        "The signature handed in is not whole. Sign again and hand in the .sig file untouched.",
    ],
);
