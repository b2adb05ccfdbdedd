//! Who may ask the preview for what. Pages of the web in the author's own browser are strangers.

use core::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicU32, Ordering};

use axum::http::{HeaderMap, Method, Uri, header};

/// How often a wrong code may be given before no code is taken any more.
const TRIES_MAX: u32 = 20;
/// The name of the cookie of other machines that gave the code.
const COOKIE: &str = "alongside-preview";

/// Decides which requests are answered.
pub struct Guard {
    hosts: Vec<String>,
    token: String,
    lan: Option<Lan>,
}

struct Lan {
    host: String,
    code: String,
    cookie: String,
    wrong: AtomicU32,
}

/// What is to be done with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// It is answered.
    Yes,
    /// It is refused. Holds why, in words.
    No(&'static str),
    /// It is refused because of its method.
    Method,
    /// The code must be given first.
    Code,
}

impl Guard {
    /// Guards a server at this port. `lan` is its address in the local network, when other machines may look.
    pub fn new(port: u16, lan: Option<IpAddr>) -> Self {
        let mut hosts: Vec<String> = ["127.0.0.1", "localhost", "[::1]"].iter().map(|host| format!("{host}:{port}")).collect();
        let lan = lan.map(|address| {
            let host = SocketAddr::new(address, port).to_string();
            hosts.push(host.clone());
            Lan { host, code: code(), cookie: secret(), wrong: AtomicU32::new(0) }
        });
        Self { hosts, token: secret(), lan }
    }

    /// The address and the code for other machines.
    pub fn lan(&self) -> Option<(&str, &str)> {
        self.lan.as_ref().map(|lan| (lan.host.as_str(), lan.code.as_str()))
    }

    /// What only pages of the preview know.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Looks at a request that comes from `peer`.
    pub fn look(&self, method: &Method, uri: &Uri, headers: &HeaderMap, peer: IpAddr) -> Pass {
        if !self.is_our_host(uri, headers) {
            return Pass::No("This is not the address of the preview.");
        }
        if !self.is_from_us(headers) {
            return Pass::No("Another website must not look at the preview.");
        }
        let writes = *method == Method::POST && uri.path().starts_with("/_alongside/");
        if !(writes || matches!(*method, Method::GET | Method::HEAD)) {
            return Pass::Method;
        }
        if writes && !(peer.is_loopback() && self.has_origin(headers) && self.has_token(headers)) {
            return Pass::No("Only the preview itself, on the machine of the author, may change a file.");
        }
        if peer.is_loopback() || self.has_cookie(headers) { Pass::Yes } else { Pass::Code }
    }

    fn is_our_host(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
        let is_ours = |host: &str| self.hosts.iter().any(|ours| ours.eq_ignore_ascii_case(host));
        host.to_str().is_ok_and(is_ours) && uri.authority().is_none_or(|authority| is_ours(authority.as_str()))
    }

    /// Whether the request comes from a page of ours, or from the address bar.
    fn is_from_us(&self, headers: &HeaderMap) -> bool {
        let site = headers.get("sec-fetch-site").map(|site| site.to_str().unwrap_or("?"));
        let fits = matches!(site, None | Some("same-origin" | "none"));
        fits && (!headers.contains_key(header::ORIGIN) || self.has_origin(headers))
    }

    /// Whether the request names a page of ours as its origin.
    pub fn has_origin(&self, headers: &HeaderMap) -> bool {
        let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
        origin.and_then(|origin| origin.strip_prefix("http://")).is_some_and(|host| self.hosts.iter().any(|ours| ours == host))
    }

    fn has_token(&self, headers: &HeaderMap) -> bool {
        headers.get("x-alongside-token").is_some_and(|token| self.is_token(token.as_bytes()))
    }

    /// Whether this is the token.
    pub fn is_token(&self, given: &[u8]) -> bool {
        is_same(given, self.token.as_bytes())
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let Some(lan) = &self.lan else { return false };
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|cookies| cookies.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.any(|(name, value)| name == COOKIE && is_same(value.as_bytes(), lan.cookie.as_bytes()))
    }

    /// The cookie for a machine that gives this code; `None` when it is wrong, or was wrong too often.
    pub fn cookie_for(&self, code: &str) -> Option<String> {
        let lan = self.lan.as_ref()?;
        if lan.wrong.load(Ordering::SeqCst) >= TRIES_MAX {
            return None;
        }
        let given: String = code.chars().filter(char::is_ascii_digit).collect();
        if !is_same(given.as_bytes(), lan.code.as_bytes()) {
            lan.wrong.fetch_add(1, Ordering::SeqCst);
            return None;
        }
        Some(format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict", lan.cookie))
    }
}

/// Compares without telling by the time how much is right.
fn is_same(given: &[u8], known: &[u8]) -> bool {
    given.len() == known.len() && given.iter().zip(known).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    // Without chance there is no secret: then nothing must be served.
    if getrandom::fill(&mut bytes).is_err() {
        unreachable!("every system that we run on gives random numbers");
    }
    bytes
}

/// 32 digits that nobody can guess.
fn secret() -> String {
    random().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 8 digits that people can type.
fn code() -> String {
    format!("{:08}", u128::from_le_bytes(random()) % 100_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(method: Method, uri: &str, headers: &[(&'static str, &str)], peer: &str) -> Pass {
        let guard = Guard::new(4321, "192.168.1.7".parse().ok());
        let token = guard.token.clone();
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.replace("TOKEN", &token).parse().unwrap());
        }
        guard.look(&method, &uri.parse().unwrap(), &map, peer.parse().unwrap())
    }

    #[test]
    fn strangers_are_refused() {
        let here = ("host", "127.0.0.1:4321");
        assert_eq!(look(Method::GET, "/", &[here], "127.0.0.1"), Pass::Yes);
        assert_eq!(look(Method::GET, "/", &[("host", "LOCALHOST:4321")], "127.0.0.1"), Pass::Yes);
        let refused = |headers: &[(&'static str, &str)]| matches!(look(Method::GET, "/", headers, "127.0.0.1"), Pass::No(_));
        assert!(refused(&[]));
        assert!(refused(&[("host", "evil.example:4321")]));
        assert!(refused(&[("host", "127.0.0.1:80")]));
        assert!(refused(&[here, ("host", "evil.example")]));
        assert!(refused(&[here, ("sec-fetch-site", "cross-site")]));
        assert!(refused(&[here, ("sec-fetch-site", "same-site")]));
        assert!(refused(&[here, ("origin", "http://evil.example")]));
        assert!(refused(&[here, ("origin", "null")]));
        assert!(matches!(look(Method::GET, "http://evil.example/", &[here], "127.0.0.1"), Pass::No(_)));
        assert_eq!(look(Method::PUT, "/", &[here], "127.0.0.1"), Pass::Method);
        assert_eq!(look(Method::POST, "/x", &[here], "127.0.0.1"), Pass::Method);
    }

    #[test]
    fn writing_needs_the_token_the_origin_and_the_machine_of_the_author() {
        let (here, origin, token) = (("host", "127.0.0.1:4321"), ("origin", "http://127.0.0.1:4321"), ("x-alongside-token", "TOKEN"));
        let post = |headers: &[(&'static str, &str)], peer: &str| look(Method::POST, "/_alongside/write", headers, peer);
        assert_eq!(post(&[here, origin, token], "127.0.0.1"), Pass::Yes);
        assert!(matches!(post(&[here, origin], "127.0.0.1"), Pass::No(_)));
        assert!(matches!(post(&[here, token], "127.0.0.1"), Pass::No(_)));
        assert!(matches!(post(&[here, origin, ("x-alongside-token", "0")], "127.0.0.1"), Pass::No(_)));
        assert!(matches!(post(&[here, origin, token], "192.168.1.9"), Pass::No(_)));
    }

    #[test]
    fn other_machines_need_the_code() {
        let host = ("host", "192.168.1.7:4321");
        assert_eq!(look(Method::GET, "/", &[host], "192.168.1.9"), Pass::Code);
        let guard = Guard::new(4321, "192.168.1.7".parse().ok());
        let code = guard.lan().unwrap().1.to_owned();
        let cookie = guard.cookie_for(&code).unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("host", "192.168.1.7:4321".parse().unwrap());
        headers.insert("cookie", cookie.split(';').next().unwrap().parse().unwrap());
        assert_eq!(guard.look(&Method::GET, &"/".parse().unwrap(), &headers, "192.168.1.9".parse().unwrap()), Pass::Yes);
        for _ in 0..TRIES_MAX {
            assert_eq!(guard.cookie_for("x"), None);
        }
        assert_eq!(guard.cookie_for(&code), None, "too many tries");
        assert_eq!(Guard::new(4321, None).cookie_for(""), None);
    }
}
