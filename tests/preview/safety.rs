//! Whom the preview refuses, and what it never serves.

use std::io::{BufRead, BufReader, Write};

use crate::server::{Server, read_answer};

const PAGE: &str = "---\ntitle: A page\nfor: Everyone\ndate: 22 November 2026\n---\n![](listen) We listen.\n\nSee [the film](film.mp4).\n";

fn server() -> Server {
    let film: String = ('a'..='z').cycle().take(600_000).collect();
    Server::start(
        &[("content/page.md", PAGE), ("content/film.mp4", &film), ("content/.secret.md", "secret"), ("content/notes.txt", "secret")],
        &[],
    )
}

/// The token that pages of the preview know.
fn token(server: &Server) -> String {
    let bar = server.get("/_alongside/look/page/index.html").text();
    bar.split("data-token=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn every_answer_says_what_browsers_may_do_with_it() {
    let server = server();
    for path in [
        "/",
        "/page/index.html",
        "/nothing",
        "/_alongside/look/index.html",
        "/_alongside/preview.js",
        "/_alongside/pictures?route=page/index.html",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors") && !policy.contains("unsafe"), "{path}");
    }
}

#[test]
fn other_hosts_and_other_sites_are_refused() {
    let server = server();
    let host = server.host();
    let refused = |first: &str, headers: &[(&str, &str)]| {
        let answer = server.send(first, headers, "");
        assert!(matches!(answer.status, 400 | 403), "{first} {headers:?}: {}", answer.status);
        assert!(!answer.text().contains("We listen"));
    };
    // Rebinding: the name of an enemy that leads to this machine.
    refused("GET /page/index.html", &[("Host", "enemy.example")]);
    refused("GET /page/index.html", &[("Host", &format!("enemy.example:{}", server.port))]);
    refused("GET /page/index.html", &[]);
    refused("GET /page/index.html", &[("Host", &host), ("Host", "enemy.example")]);
    refused("GET http://enemy.example/page/index.html", &[("Host", &host)]);
    refused("GET /page/index.html", &[("Host", &host), ("Sec-Fetch-Site", "cross-site")]);
    refused("GET /page/index.html", &[("Host", &host), ("Sec-Fetch-Site", "same-site")]);
    refused("GET /page/index.html", &[("Host", &host), ("Origin", "http://enemy.example")]);
    assert_eq!(server.get("/page/index.html").status, 200);
}

#[test]
fn only_get_and_head_are_answered() {
    let server = server();
    let host = server.host();
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"] {
        let answer = server.send(&format!("{method} /page/index.html"), &[("Host", &host)], "");
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.header("allow"), Some("GET, HEAD"));
    }
    let head = server.send("HEAD /page/index.html", &[("Host", &host)], "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), server.get("/page/index.html").header("content-length"));
}

#[test]
fn the_stream_and_writing_need_token_and_origin() {
    let server = server();
    let (host, token) = (server.host(), token(&server));
    let origin = format!("http://{host}");
    let upgrade = [
        ("Upgrade", "websocket"),
        ("Connection", "Upgrade"),
        ("Sec-WebSocket-Version", "13"),
        ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];
    let stream = |token: &str, more: &[(&str, &str)]| {
        let mut request = format!("GET /_alongside/stream?token={token} HTTP/1.1\r\nHost: {host}\r\n");
        for (name, value) in upgrade.iter().chain(more) {
            request += &format!("{name}: {value}\r\n");
        }
        let mut connection = server.connect();
        connection.write_all((request + "\r\n").as_bytes()).unwrap();
        // An open stream has no end: its first line is enough.
        let mut first = String::new();
        BufReader::new(connection).read_line(&mut first).unwrap();
        first.split(' ').nth(1).unwrap().parse::<u16>().unwrap()
    };
    assert_eq!(stream(&token, &[("Origin", &origin)]), 101);
    assert_eq!(stream("", &[("Origin", &origin)]), 403);
    assert_eq!(stream("0", &[("Origin", &origin)]), 403);
    assert_eq!(stream(&token, &[]), 403);
    assert_eq!(stream(&token, &[("Origin", "http://enemy.example")]), 403);
    assert_eq!(stream(&token, &[("Origin", "null")]), 403);

    let wish = r#"{"route":"page/index.html","row":"r-none","target":"listen"}"#;
    let post =
        |headers: &[(&str, &str)]| server.send("POST /_alongside/write", &[&[("Host", host.as_str())], headers].concat(), wish).status;
    assert_eq!(post(&[("Origin", &origin), ("X-Alongside-Token", &token)]), 200);
    assert_eq!(post(&[("Origin", &origin)]), 403);
    assert_eq!(post(&[("X-Alongside-Token", &token)]), 403);
    assert_eq!(post(&[("Origin", "http://enemy.example"), ("X-Alongside-Token", &token)]), 403);
    assert_eq!(post(&[("Origin", &origin), ("X-Alongside-Token", "0"), ("Sec-Fetch-Site", "same-origin")]), 403);
}

#[test]
fn no_address_leads_to_the_disk() {
    let server = server();
    for path in [
        "/content/page.md",
        "/alongside.yaml",
        "/content/.secret.md",
        "/.secret.md",
        "/.git/config",
        "/../alongside.yaml",
        "/page/../../alongside.yaml",
        "/page/%2e%2e/%2e%2e/alongside.yaml",
        "/..%2falongside.yaml",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/etc/passwd",
        "/assets/../../../etc/passwd",
        "/content/notes.txt",
        "/notes.txt",
        "/page/index.html%00.md",
        "/page\\..\\..\\alongside.yaml",
        "/_alongside/look/../../alongside.yaml",
        "/_alongside/../alongside.yaml",
        "/themes/default/theme.yaml",
    ] {
        let answer = server.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.text().contains("title: Ours") && !answer.text().contains("secret") && !answer.text().contains("root:"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_never_followed() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.md"), "a secret from outside").unwrap();
    std::fs::write(outside.path().join("secret.txt"), "a secret from outside").unwrap();
    let folder = tempfile::tempdir().unwrap();
    crate::server::write(folder.path(), "alongside.yaml", "title: Ours\n");
    crate::server::write(folder.path(), "content/page.md", "---\ntitle: A page\n---\nRead [this](secret.txt) and [that](pipe.txt).\n");
    std::os::unix::fs::symlink(outside.path().join("secret.md"), folder.path().join("content/secret.md")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), folder.path().join("content/secret.txt")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("content/pipe.txt")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let server = Server::start_in(folder, &["--port", "0"]);
    assert_eq!(server.get("/secret/index.html").status, 404);
    let page = server.get("/page/index.html").text();
    assert!(page.contains("A page") && !page.contains("assets/secret"), "{page}");
    // What is put there later is not followed either, and holds nothing up.
    std::os::unix::fs::symlink(outside.path().join("secret.md"), server.folder.path().join("content/later.md")).unwrap();
    server.write("content/page.md", "---\ntitle: A page\n---\nIt goes on.\n");
    server.wait_for("/page/index.html", |answer| answer.text().contains("It goes on."));
    assert_eq!(server.get("/later/index.html").status, 404);
}

#[test]
fn parts_of_a_film_are_served() {
    let server = server();
    let page = server.get("/page/index.html").text();
    let film = format!("/assets/{}", page.split("assets/").find(|rest| rest.starts_with("film.")).unwrap().split('"').next().unwrap());
    let whole = server.get(&film);
    assert_eq!((whole.status, whole.body.len()), (200, 600_000));
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    let part = server.get_with(&film, &[("Range", "bytes=26-31")]);
    assert_eq!((part.status, part.text().as_str()), (206, "abcdef"));
    assert_eq!(part.header("content-range"), Some("bytes 26-31/600000"));
    assert_eq!(server.get_with(&film, &[("Range", "bytes=-2")]).body.len(), 2);
    let none = server.get_with(&film, &[("Range", "bytes=600000-")]);
    assert_eq!((none.status, none.header("content-range")), (416, Some("bytes */600000")));
}

#[test]
fn idle_and_slow_connections_keep_nobody_out() {
    let server = server();
    let mut held = Vec::new();
    for number in 0..2000 {
        let mut connection = server.connect();
        if number % 2 == 1 {
            // One that never comes to the end of its request. It may have been closed to make room.
            let _ = connection.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
        }
        held.push(connection);
        if number % 200 == 199 {
            assert_eq!(server.get("/page/index.html").status, 200, "after {number} connections");
        }
    }
    for connection in &mut held {
        let _ = connection.write_all(b"x");
    }
    server.write("content/page.md", PAGE.replace("We listen.", "We still listen."));
    let answer = server.wait_for("/page/index.html", |answer| answer.text().contains("We still listen."));
    assert_eq!(answer.status, 200);
    assert_eq!(held.len(), 2000);
}

#[test]
fn other_machines_need_the_code() {
    let server = Server::start(&[("content/page.md", PAGE)], &["--lan"]);
    let told = server.told();
    let Some(line) = told.lines().find(|line| line.contains("Other machines")) else {
        // This machine is in no network: then there is nothing to open.
        assert!(!told.contains("code"));
        return;
    };
    let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let code: String = line.rsplit("code ").next().unwrap().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(code.len(), 8);
    let ask = |path: &str, cookie: &str| {
        let mut stream = std::net::TcpStream::connect(&address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n").unwrap();
        read_answer(stream)
    };
    let refused = ask("/page/index.html", "");
    assert_eq!(refused.status, 401);
    assert!(!refused.text().contains("We listen"));
    assert_eq!(ask("/?code=00000000x1", "").status, 401);
    let entered = ask(&format!("/?code={code}"), "");
    assert_eq!(entered.status, 303);
    let cookie = entered.header("set-cookie").unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    let page = ask("/page/index.html", cookie.split(';').next().unwrap());
    assert!(page.text().contains("We listen"));
}
