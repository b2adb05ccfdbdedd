//! A toolkit in a folder of its own, made piece by piece, and what the program says of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::{Duration, SystemTime};

use assert_cmd::Command;
use tempfile::TempDir;

/// A row that needs nothing else.
pub const ROW: &str = "![](listen) We listen to you.\n";

/// The head of a guide that lacks nothing.
pub const HEAD: &str =
    "---\ntitle: Working together\nfor: Disabled people\nby: Our DPO\ndate: 22 November 2026\nreview-date: 22 November 2099\n---\n";

/// The settings of a toolkit that lacks nothing.
pub const SETTINGS: &str = "title: Our guides
organisation:
  name: Our DPO
  contact:
    phone: 01632 960000
    email: hello@example.org
";

/// A program that takes longer than this hangs. No build of a test takes a hundredth of it.
const HANGS: Duration = Duration::from_secs(30);

/// Bytes by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A toolkit in a folder of its own. The folder goes when the value goes.
pub struct Toolkit {
    around: TempDir,
}

impl Toolkit {
    /// A toolkit with good settings and no pages.
    pub fn new() -> Self {
        let toolkit = Self { around: TempDir::new().unwrap() };
        std::fs::create_dir_all(toolkit.path("content")).unwrap();
        toolkit.file("alongside.yaml", SETTINGS)
    }

    /// A toolkit with one good page, `content/a.md`.
    pub fn with_a_page() -> Self {
        Self::new().page("a", ROW)
    }

    /// The folder in which the toolkit lies, and nothing else.
    pub fn around(&self) -> &Path {
        self.around.path()
    }

    /// The folder of the toolkit.
    pub fn root(&self) -> PathBuf {
        self.around.path().join("toolkit")
    }

    /// The path of a file in the toolkit.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    /// Writes a file, with the folders above it.
    pub fn file(self, name: &str, contents: impl AsRef<[u8]>) -> Self {
        self.write(name, contents);
        self
    }

    /// Writes the page `content/<name>.md`: a good head, and this body.
    pub fn page(self, name: &str, body: &str) -> Self {
        self.file(&format!("content/{name}.md"), format!("{HEAD}{body}"))
    }

    /// Writes a file in a toolkit that is in use.
    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, contents).unwrap();
    }

    /// The program, to be run in the folder of the toolkit, with no settings of the user's own.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
        command.current_dir(self.root()).timeout(HANGS);
        for name in ["SOURCE_DATE_EPOCH", "NO_COLOR", "RUST_BACKTRACE", "RAYON_NUM_THREADS"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(), arguments)
    }

    /// Runs `alongside build`.
    pub fn build(&self) -> Run {
        self.run(&["build"])
    }

    /// Runs a line of the shell in the toolkit; `$0` is the program.
    #[cfg(unix)]
    pub fn shell(&self, line: &str) -> Run {
        let mut command = Command::new("sh");
        command.current_dir(self.root()).timeout(HANGS);
        Run::of(&mut command, &["-c", line, env!("CARGO_BIN_EXE_alongside")])
    }

    /// The same, without the power that root has over files. `None` where that cannot be had.
    #[cfg(unix)]
    pub fn without_power(&self, line: &str) -> Option<Run> {
        let weaken = "if [ \"$(id -u)\" = 0 ]; then exec setpriv --bounding-set -dac_override,-dac_read_search";
        let run = self.shell(&format!("{weaken} sh -c '{line}' \"$0\"; fi; {line}"));
        (run.output.status.code() != Some(127)).then_some(run)
    }

    /// The files of the site in `public`, with their bytes.
    pub fn site(&self) -> Files {
        files(&self.path("public"))
    }

    /// When each file of the site was last changed.
    pub fn changed(&self) -> BTreeMap<String, SystemTime> {
        let changed = |name: String| (name.clone(), std::fs::metadata(self.path("public").join(name)).unwrap().modified().unwrap());
        self.site().into_keys().map(changed).collect()
    }

    /// A page of the site.
    pub fn html(&self, address: &str) -> String {
        let path = self.path("public").join(address);
        std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("there is no page {address}"))
    }

    /// Fails when anything lies in the toolkit that a build needs only while it runs.
    pub fn assert_tidy(&self) {
        let names = std::fs::read_dir(self.root()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let left: Vec<String> = names.filter(|name| name.contains("alongside-")).collect();
        assert!(left.is_empty(), "left behind: {left:?}");
    }
}

/// The files below `folder`, with their bytes, by their paths seen from there.
pub fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    found
}

/// What came of running the program.
pub struct Run {
    output: Output,
    /// What it was asked to do.
    asked: String,
}

impl Run {
    /// Runs a command.
    pub fn of(command: &mut Command, arguments: &[&str]) -> Self {
        let output = command.args(arguments).output().unwrap();
        Self { output, asked: arguments.join(" ") }
    }

    /// Everything that it said, on both outputs.
    pub fn said(&self) -> String {
        format!("{}{}", String::from_utf8_lossy(&self.output.stdout), String::from_utf8_lossy(&self.output.stderr))
    }

    /// What it said on its plain output.
    pub fn out(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }

    /// What it said on its error output.
    pub fn err(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }

    /// Fails unless it ended with this exit code, and without breaking down.
    pub fn code(&self, wanted: i32) -> &Self {
        let said = self.said();
        assert!(!said.contains("panicked") && !said.contains("broke down"), "“{}” broke down:\n{said}", self.asked);
        match self.output.status.code() {
            Some(code) => assert_eq!(code, wanted, "“{}” said:\n{said}", self.asked),
            None => panic!("“{}” was stopped, because it takes too long. It had said:\n{said}", self.asked),
        }
        self
    }

    /// Fails unless it said these words.
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.said().contains(words), "“{}” does not say “{words}”, but:\n{}", self.asked, self.said());
        self
    }

    /// Fails when it said these words.
    pub fn says_not(&self, words: &str) -> &Self {
        assert!(!self.said().contains(words), "“{}” must not say “{words}”:\n{}", self.asked, self.said());
        self
    }

    /// Fails unless it told a finding of this rule at this place, such as `content/a.md:8:1`.
    pub fn finds(&self, rule: &str, place: &str) -> &Self {
        let said = self.said();
        let findings = said.split("\n\n").filter(|part| part.contains(&format!("[{rule}]")));
        let found = findings.flat_map(str::lines).filter_map(|line| line.split("╭▸ ").nth(1)).any(|line| line.trim() == place);
        assert!(found, "“{}” does not find {rule} at {place}, but says:\n{said}", self.asked);
        self
    }

    /// Fails when a character reached the terminal that could be a command for it.
    pub fn is_plain(&self) -> &Self {
        let odd: Vec<char> = self.said().chars().filter(|c| c.is_control() && *c != '\n').collect();
        assert!(odd.is_empty(), "“{}” sends {odd:?} to the terminal:\n{:?}", self.asked, self.said());
        self
    }
}
