//! Settings with a short list of possible values, each with the word an author writes.

/// A setting that takes one of a few words.
pub trait Choice: Copy + Sized + 'static {
    /// Every word an author may write, with its meaning, in the order in which messages list them.
    const WORDS: &'static [(&'static str, Self)];

    /// The value that `word` stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
    }
}

/// Makes an enum whose variants are words in settings, in templates and in messages.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $crate::toolkit::Choice for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }

        impl $name {
            /// The word that an author writes for it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}
pub(crate) use choice;

choice! {
    /// How a page is meant to be read.
    pub enum Level {
        /// One line is one row, with a picture beside it.
        EasyRead = "easy-read",
        /// Plain language: paragraphs, short sentences.
        Plain = "plain",
        /// Everyday official language.
        Standard = "standard",
    }
}

impl Level {
    /// Whether lines are read as rows.
    pub fn has_rows(self) -> bool {
        self == Self::EasyRead
    }
}

choice! {
    /// How far a guide has come.
    pub enum Status {
        /// Being written.
        Draft = "draft",
        /// With the people who check it.
        Checking = "checking",
        /// Checked, not yet out.
        Checked = "checked",
        /// Out.
        Published = "published",
        /// No longer true: kept so that old links find a word about it.
        Withdrawn = "withdrawn",
    }
}

choice! {
    /// One way in which a guide is published.
    pub enum FormatKind {
        /// The accessible website.
        Web = "web",
        /// The whole guide on one page, to be printed on A4 paper in letters of 16 points.
        Print = "print",
        /// The same in letters of 20 points.
        LargePrint = "large-print",
        /// The same in letters of 28 points.
        GiantPrint = "giant-print",
        /// A PDF in each of the sizes that are named beside it, or in that of `print`.
        Pdf = "pdf",
        /// A PDF that is printed on A4 paper and folded to a booklet.
        Booklet = "booklet",
    }
}

choice! {
    /// Which pictures a screen reader reads out.
    pub enum Describe {
        /// Pictures that stand alone; a picture beside its sentence is silent until the reader asks for it.
        Quiet = "quiet",
        /// Every picture.
        Always = "always",
    }
}

choice! {
    /// The side of the row on which the picture stands.
    pub enum Side {
        /// Picture, then words.
        Left = "left",
        /// Words, then picture.
        Right = "right",
    }
}
