//! Why a pack could not be taken in, in words for authors.

/// Why a pack could not be taken in. What was there before stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// Nobody knows the layout.
    #[error("Alongside does not know how the pack {0} is laid out.")]
    Layout(String),
    /// It holds no symbols.
    #[error("There are no symbols in {0}.")]
    Empty(String),
    /// No licence is stated.
    #[error("The pack {0} does not say under which licence its pictures may be used.")]
    NoLicence(String),
    /// A file cannot be read: (file, why).
    #[error("The file {0} cannot be read: {1}.")]
    Unreadable(String, String),
    /// A line of the list of symbols: (file, line, why).
    #[error("Line {1} of {0} cannot be read: {2}.")]
    Line(String, usize, String),
    /// The list of symbols has no such column: (file, column).
    #[error("The list {0} has no column “{1}”.")]
    NoColumn(String, &'static str),
    /// Two lines have one name: (file, line, name).
    #[error("Line {1} of {0} has the name “{2}”. Another line has it too.")]
    TwoSymbols(String, usize, String),
    /// The pack has no such style: (style, styles that there are).
    #[error("The pack has no style “{0}”.")]
    Style(String, &'static str),
}

impl SourceError {
    /// What the author can do.
    pub fn hint(&self) -> String {
        match self {
            Self::Layout(_) => {
                "Alongside knows OpenMoji, Mulberry and Health Icons. Or make a folder with the pictures and a file symbols.csv. \
                 Its first line is: id,file,label,other-names,tags,description,author,licence"
                    .to_owned()
            }
            Self::Empty(_) => "Check that the pictures are there, and that the list names their files.".to_owned(),
            Self::NoLicence(_) => {
                "The people who made the pictures say which licence it is. Add it: alongside pictures add … --licence CC-BY-4.0".to_owned()
            }
            Self::Unreadable(..) => "Fetch the pack again from its makers.".to_owned(),
            Self::Line(..) => "Open the list in a spreadsheet program, and save it again as CSV with UTF-8.".to_owned(),
            Self::NoColumn(..) => "The first line names the columns: id,file,label,other-names,tags,description".to_owned(),
            Self::TwoSymbols(..) => "Give one of them another name in the column “id”.".to_owned(),
            Self::Style(_, known) => format!("Choose one of: {known}."),
        }
    }
}
