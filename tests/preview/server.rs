//! A preview of a small toolkit, and requests to it as they stand on the wire.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use tempfile::TempDir;

/// A running preview. It ends with the value.
pub struct Server {
    pub folder: TempDir,
    pub port: u16,
    child: Child,
    told: Arc<(Mutex<String>, Condvar)>,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().filter_map(|line| line.split_once(": ")).find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

impl Server {
    /// Previews a toolkit of these files.
    pub fn start(files: &[(&str, &str)], flags: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "alongside.yaml", "title: Ours\norganisation:\n  name: Our DPO\n  contact: {phone: 01632 960000}\n");
        for (path, text) in files {
            write(folder.path(), path, text);
        }
        Self::start_in(folder, &[&["--port", "0"], flags].concat())
    }

    pub fn start_in(folder: TempDir, flags: &[&str]) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("alongside"));
        command.args(["preview", "--no-open"]).args(flags).current_dir(folder.path());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let told = Arc::new((Mutex::new(String::new()), Condvar::new()));
        let outputs: [Box<dyn Read + Send>; 2] = [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for output in outputs {
            let told = told.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    told.0.lock().unwrap().push_str(&(line + "\n"));
                    told.1.notify_all();
                }
            });
        }
        let mut server = Self { folder, port: 0, child, told };
        server.hears("press Ctrl-C");
        let told = server.told();
        server.port = told.split("http://127.0.0.1:").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
        server
    }

    /// What the terminal shows.
    pub fn told(&self) -> String {
        self.told.0.lock().unwrap().clone()
    }

    /// Waits until the terminal shows these words.
    pub fn hears(&self, words: &str) {
        let told = self.told.0.lock().unwrap();
        let (told, end) = self.told.1.wait_timeout_while(told, Duration::from_mins(1), |told| !told.contains(words)).unwrap();
        assert!(!end.timed_out(), "the terminal never showed “{words}”: {told}");
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        write(self.folder.path(), path, text);
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends a request as it stands, with the rest of its head, and reads the answer.
    pub fn send(&self, first: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = format!("{first} HTTP/1.1\r\nConnection: close\r\n");
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        if !body.is_empty() {
            request += &format!("Content-Length: {}\r\n", body.len());
        }
        request += &format!("\r\n{body}");
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        read_answer(stream)
    }

    /// The host that browsers name.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let host = self.host();
        self.send(&format!("GET {path}"), &[&[("Host", host.as_str())], headers].concat(), "")
    }

    /// Asks again until the page fits.
    pub fn wait_for(&self, path: &str, fits: impl Fn(&Answer) -> bool) -> Answer {
        for _ in 0..3000 {
            let answer = self.get(path);
            if fits(&answer) {
                return answer;
            }
            std::thread::yield_now();
        }
        panic!("{path} never came to be as it should: {}", self.get(path).text());
    }
}

pub fn read_answer(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Answer { status, head, body: bytes.get(end + 4..).unwrap_or_default().to_vec() }
}
