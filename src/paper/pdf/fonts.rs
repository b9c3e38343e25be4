//! The typefaces a PDF is set in: which there are, and in what order they are asked for a letter.

use super::super::House;
use super::search::{self, Found};
use std::path::PathBuf;
use std::sync::Arc;

/// 宋体 for everything no other face is there for (Noto Serif SC, OFL 1.1).
const SERIF: &[u8] = include_bytes!("../../../assets/fonts/serif.otf");
/// 黑体 where the house has none (Noto Sans SC, OFL 1.1).
const SANS: &[u8] = include_bytes!("../../../assets/fonts/sans.otf");

/// The bytes of a font file, shared by the faces that stand in it.
pub(super) type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Typefaces by use, each a chain: the first face that has a letter sets it.
#[derive(Clone)]
pub struct Fonts {
    faces: Vec<Face>,
    chains: [Vec<Link>; 6],
}

/// What letters are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text: 仿宋.
    Body,
    /// Titles and the issuer's mark: 小标宋.
    Title,
    /// First headings and labels: 黑体.
    Strong,
    /// Second headings: 楷体.
    Kai,
    /// Page numbers: 宋体.
    Plain,
    /// Latin letters and figures.
    Latin,
}

/// A face in a file.
#[derive(Clone)]
pub(super) struct Face {
    /// What it is called, to be said to a person.
    pub name: String,
    pub bytes: Bytes,
    /// Which face of a collection.
    pub index: u32,
}

/// A face in a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    /// Its place in [`Fonts::faces`].
    pub face: usize,
    /// It is lighter than its use asks for, and drawn with an outline.
    pub bolder: bool,
}

/// Faces that systems bring along, looked for behind those the house names: a serif for each system.
const SERIFS: &[&str] = &[
    "Noto Serif SC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "思源宋体",
    "Songti SC",
    "STSong",
    "SimSun",
    "宋体",
];
/// The same for 黑体.
const SANSES: &[&str] = &[
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "SimHei",
    "Heiti SC",
    "STHeiti",
    "PingFang SC",
    "Microsoft YaHei",
];
/// Faces with letters the others do not have: other scripts, rare characters, signs.
const WIDE: &[&str] = &[
    "SimSun-ExtB",
    "SimSun-ExtG",
    "HanaMinA",
    "HanaMinB",
    "Microsoft Uighur",
    "UKIJ Tuz Tom",
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Noto Serif Tibetan",
    "Microsoft Himalaya",
    "Mongolian Baiti",
    "Times New Roman",
    "Arial Unicode MS",
    "Segoe UI Symbol",
    "Apple Symbols",
    "DejaVu Sans",
];

impl Fonts {
    /// The two faces inside the program and no other: the same on every machine.
    pub fn builtin() -> Self {
        let mut fonts = Self { faces: Vec::new(), chains: Default::default() };
        fonts.end_with_builtin();
        fonts
    }

    /// The faces the house names, then those of the system, then those inside the program.
    ///
    /// Looks through `folders` (see [`usual_folders`](super::usual_folders)) for the families the house names;
    /// a folder or file that cannot be read is passed over, as is a face whose licence forbids embedding.
    pub fn search(house: &House, folders: &[PathBuf]) -> Self {
        let own = &house.fonts;
        let named = [&own.body, &own.title, &own.strong, &own.kai, &own.plain, &own.latin];
        let mut wanted: Vec<&str> = named.into_iter().flatten().map(String::as_str).collect();
        wanted.extend([SERIFS, SANSES, WIDE].concat());
        let found = search::families(folders, &wanted);
        let mut fonts = Self { faces: Vec::new(), chains: Default::default() };
        for (place, families) in named.into_iter().enumerate() {
            for family in families {
                fonts.add(place, family, &found, false);
            }
        }
        for family in SERIFS {
            for role in [Role::Body, Role::Title, Role::Kai, Role::Plain, Role::Latin] {
                fonts.add(role as usize, family, &found, role == Role::Title);
            }
        }
        for family in SANSES {
            // 黑体 proper is as heavy as a label should be; a regular weight is not.
            let bolder = !family.to_lowercase().contains("hei") && *family != "黑体";
            fonts.add(Role::Strong as usize, family, &found, bolder);
        }
        fonts.end_with_builtin();
        for family in WIDE {
            for place in 0..fonts.chains.len() {
                fonts.add(place, family, &found, false);
            }
        }
        fonts
    }

    /// The families in use for running text, titles, 黑体, 楷体, page numbers and Latin letters: the first of each.
    pub fn first(&self) -> [&str; 6] {
        let name = |chain: &Vec<Link>| chain.first().map(|link| link.face);
        std::array::from_fn(|place| {
            name(&self.chains[place]).map_or("", |face| self.faces[face].name.as_str())
        })
    }

    pub(super) fn faces(&self) -> &[Face] {
        &self.faces
    }

    pub(super) fn chain(&self, role: Role) -> &[Link] {
        &self.chains[role as usize]
    }

    /// Puts a family at the end of a chain, where it was found.
    fn add(&mut self, place: usize, family: &str, found: &[(String, Found)], bolder: bool) {
        let Some((_, found)) = found.iter().find(|(name, _)| name == family) else {
            return;
        };
        let known = self.faces.iter().position(|face| face.name == family);
        let face = match known {
            Some(face) => face,
            None => {
                let Some(bytes) = search::whole(found) else {
                    return;
                };
                self.faces.push(Face { name: family.to_owned(), bytes, index: found.index });
                self.faces.len() - 1
            }
        };
        if !self.chains[place].iter().any(|link| link.face == face) {
            self.chains[place].push(Link { face, bolder });
        }
    }

    fn end_with_builtin(&mut self) {
        let at = self.faces.len();
        for (name, bytes) in [("Noto Serif SC", SERIF), ("Noto Sans SC", SANS)] {
            self.faces.push(Face { name: name.to_owned(), bytes: Arc::new(bytes), index: 0 });
        }
        for (place, chain) in self.chains.iter_mut().enumerate() {
            let strong = place == Role::Strong as usize;
            // The serif has the rarer letters, so it stands behind the sans as well.
            let faces = if strong { [at + 1, at] } else { [at, at + 1] };
            // 小标宋 and 黑体 are heavier than the regular weight of these two.
            let bolder = strong || place == Role::Title as usize;
            chain.extend(faces.map(|face| Link { face, bolder }));
        }
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.faces.iter().map(|face| &face.name)).finish()
    }
}
