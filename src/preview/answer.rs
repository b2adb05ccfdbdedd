//! Requests -> answers. An address is only ever looked up among the files that the site has: no part of it becomes a path.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::any;
use serde::Serialize;

use super::guard::Pass;
use super::server::Peer;
use super::shared::Shared;
use super::{choose, look, stream};
use crate::toolkit::{ContentHash, Route, SitePath, extension_of, media_type};

/// Where the preview's own files are. No page can have such an address: theirs never begin with `_`.
const OWN: &str = "/_alongside/";
/// The most bytes of a request's body.
const BODY_BYTES_MAX: usize = 64 * 1024;
/// The most bytes of a film that are read at a time.
const PART_BYTES: u64 = 256 * 1024;

/// What a page may do: nothing but show itself. Its own policy, in its head, says the same.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; \
                           base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
/// What the preview's own bar may do.
const BAR_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
                          frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Answers all requests of a preview.
pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/_alongside/stream", any(stream::open))
        .fallback(answer)
        .layer(middleware::from_fn_with_state(shared.clone(), guarded))
        .with_state(shared)
}

/// Lets through what is allowed, and says on every answer what browsers may do with it.
async fn guarded(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().map_or(core::net::Ipv4Addr::UNSPECIFIED.into(), |peer| peer.0);
    let mut response = match shared.guard.look(request.method(), request.uri(), request.headers(), peer) {
        Pass::Yes => next.run(request).await,
        Pass::No(why) => plain(StatusCode::FORBIDDEN, why),
        Pass::Method => {
            let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.");
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            response
        }
        Pass::Code => enter(&shared, request.uri()),
    };
    let headers = response.headers_mut();
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(PAGE_POLICY));
    response
}

/// Asks another machine for the code, or takes it.
fn enter(shared: &Shared, uri: &Uri) -> Response {
    let code = query(uri, "code");
    if let Some(cookie) = code.as_deref().and_then(|code| shared.guard.cookie_for(code)).and_then(|cookie| cookie.parse().ok()) {
        let mut response = redirect("/");
        response.headers_mut().insert(header::SET_COOKIE, cookie);
        return response;
    }
    let mut response = look::code_page(&shared.stand(), code.is_some()).map_or_else(broken, |page| html(page.into(), BAR_POLICY));
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if parts.method == Method::POST {
        return match read_body(body).await {
            Some(bytes) => work(shared, move |shared| choose::act(shared, parts.uri.path(), &bytes)).await,
            None => plain(StatusCode::PAYLOAD_TOO_LARGE, "This is too long."),
        };
    }
    let is_visit = parts.headers.get("sec-fetch-dest").is_some_and(|to| to == "document");
    work(shared, move |shared| get(shared, &parts.uri, &parts.headers, is_visit)).await
}

async fn read_body(body: Body) -> Option<Bytes> {
    let read = axum::body::to_bytes(body, BODY_BYTES_MAX);
    tokio::time::timeout(std::time::Duration::from_secs(5), read).await.ok()?.ok()
}

/// Does work that takes the processor, beside the connections. Not more at a time than the machine can bear.
pub async fn work<T: From<StatusAnswer> + Send + 'static>(shared: Arc<Shared>, work: impl FnOnce(&Arc<Shared>) -> T + Send + 'static) -> T {
    let turn = shared.turns.acquire().await;
    let owner = shared.clone();
    let done = tokio::task::spawn_blocking(move || work(&owner)).await;
    drop(turn);
    done.unwrap_or_else(|_| T::from(StatusAnswer(StatusCode::INTERNAL_SERVER_ERROR)))
}

/// An answer that says no more than how it went.
pub struct StatusAnswer(StatusCode);

impl From<StatusAnswer> for Response {
    fn from(answer: StatusAnswer) -> Self {
        plain(answer.0, "Alongside broke down over this page. This is a mistake in Alongside: please report it.")
    }
}

impl From<StatusAnswer> for Option<String> {
    fn from(_: StatusAnswer) -> Self {
        None
    }
}

fn get(shared: &Arc<Shared>, uri: &Uri, headers: &HeaderMap, is_visit: bool) -> Response {
    let path = uri.path();
    if let Some(own) = path.strip_prefix(OWN) {
        return own_file(shared, own, uri);
    }
    let address = path.trim_start_matches('/');
    let address = if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() };
    let stand = shared.stand();
    let Some(route) = Route::read(&address) else { return missing(shared) };
    // Who comes by the address bar gets the bar around the page.
    if is_visit && uri.query() != Some("alone") && extension_of(&address) == "html" {
        return redirect(&format!("{OWN}look/{address}"));
    }
    if let Some(shown) = shared.page(&stand, &route) {
        let hash = ContentHash::of(&shown.bytes).short();
        let mut response = file(&address, Bytes::from_owner(shown.bytes));
        response.headers_mut().insert(header::ETAG, hash_header(&hash));
        return response;
    }
    if let Some(bytes) = stand.theme_file(&route) {
        return file(&address, Bytes::from_owner(bytes));
    }
    match stand.asset_source(&route) {
        Some(_) if is_image(&address) => {
            shared.image(&stand, &route).map_or_else(|| missing(shared), |image| file(&address, Bytes::from_owner(image)))
        }
        Some(source) => film(shared, &address, &source, headers),
        None => missing(shared),
    }
}

fn is_image(address: &str) -> bool {
    matches!(extension_of(address).as_str(), "png" | "jpg" | "jpeg" | "webp" | "gif" | "svg" | "avif")
}

/// The preview's own files.
fn own_file(shared: &Arc<Shared>, own: &str, uri: &Uri) -> Response {
    match own {
        "preview.css" => file("x.css", Bytes::from_static(include_bytes!("assets/preview.css"))),
        "marks.css" => file("x.css", Bytes::from_static(include_bytes!("assets/marks.css"))),
        "preview.js" => file("x.js", Bytes::from_static(include_bytes!("assets/preview.js"))),
        "morph.js" => file("x.js", Bytes::from_static(include_bytes!("assets/morph.js"))),
        "views.js" => file("x.js", Bytes::from_static(include_bytes!("assets/views.js"))),
        "chooser.js" => file("x.js", Bytes::from_static(include_bytes!("assets/chooser.js"))),
        "pictures" => json(&choose::offers(
            shared,
            &query(uri, "route").unwrap_or_default(),
            &query(uri, "row").unwrap_or_default(),
            &query(uri, "words").unwrap_or_default(),
        )),
        _ => match own.strip_prefix("look/").and_then(Route::read) {
            Some(route) => {
                let stand = shared.stand();
                look::bar(&stand, &route, shared.guard.token()).map_or_else(broken, |page| html(page.into(), BAR_POLICY))
            }
            None => missing(shared),
        },
    }
}

/// A value of the question in an address.
fn query(uri: &Uri, name: &str) -> Option<String> {
    let pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| decoded(value))
}

/// Text of which some letters are written as `%41`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digits = rest.clone().take(2).map(|digit| char::from(digit).to_digit(16)).collect::<Option<Vec<u32>>>();
        match (byte, digits.as_deref()) {
            (b'%', Some([high, low])) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest.nth(1);
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A film, a recording or another file, or the part of it that is asked for.
fn film(shared: &Arc<Shared>, address: &str, source: &SitePath, headers: &HeaderMap) -> Response {
    let Some(size) = shared.stand().snapshot().size(source) else { return missing(shared) };
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok()).map(|range| part(range, size));
    let (status, start, end) = match range {
        Some(Some((start, end))) => (StatusCode::PARTIAL_CONTENT, start, end),
        Some(None) => {
            let mut response = plain(StatusCode::RANGE_NOT_SATISFIABLE, "There is no such part.");
            response.headers_mut().insert(header::CONTENT_RANGE, hash_header(&format!("bytes */{size}")));
            return response;
        }
        None => (StatusCode::OK, 0, size),
    };
    let mut response = Response::new(in_parts(shared.clone(), source.clone(), start, end));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(address)));
    headers.insert(header::CONTENT_LENGTH, (end - start).into());
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if status == StatusCode::PARTIAL_CONTENT {
        headers.insert(header::CONTENT_RANGE, hash_header(&format!("bytes {start}-{}/{size}", end - 1)));
    }
    response
}

/// The part that a header `Range` asks for: from the first byte to the one behind the last. `None` when there is none.
fn part(range: &str, size: u64) -> Option<(u64, u64)> {
    let (first, last) = range.strip_prefix("bytes=")?.split(',').next()?.trim().split_once('-')?;
    let number = |text: &str| text.parse::<u64>().ok();
    let (start, end) = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => (first, last.saturating_add(1).min(size)),
        (Some(first), None) if last.is_empty() => (first, size),
        (None, Some(length)) if first.is_empty() => (size.saturating_sub(length), size),
        _ => return None,
    };
    (start < end).then_some((start, end))
}

/// The bytes of a file from `start` to `end`, read piece by piece as they are taken.
fn in_parts(shared: Arc<Shared>, source: SitePath, start: u64, end: u64) -> Body {
    let parts = futures_util::stream::unfold(start, move |at| {
        let (shared, source) = (shared.clone(), source.clone());
        async move {
            if at >= end {
                return None;
            }
            let length = PART_BYTES.min(end - at);
            let read = tokio::task::spawn_blocking(move || shared.stand().snapshot().read_part(&source, at, length)).await;
            let bytes = read.unwrap_or_else(|_| Err("it cannot be read".to_owned())).and_then(|bytes| {
                // A file that became shorter cannot be sent to its end.
                if bytes.len() as u64 == length { Ok(bytes) } else { Err("it has changed".to_owned()) }
            });
            Some((bytes.map(Bytes::from).map_err(std::io::Error::other), at + length))
        }
    });
    Body::from_stream(parts)
}

/// The page for an address that is not there: that of the site.
fn missing(shared: &Shared) -> Response {
    let page = shared.page(&shared.stand(), &Route::top("404.html"));
    let mut response =
        page.map_or_else(|| plain(StatusCode::NOT_FOUND, "There is no such page."), |page| file("x.html", Bytes::from_owner(page.bytes)));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn broken() -> Response {
    plain(StatusCode::INTERNAL_SERVER_ERROR, "The preview's own page cannot be made. This is a mistake in Alongside: please report it.")
}

fn html(page: Bytes, policy: &'static str) -> Response {
    let mut response = file("x.html", page);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

fn file(name: &str, bytes: Bytes) -> Response {
    let mut response = Response::new(Body::from(bytes));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
    response
}

/// A value as JSON.
pub fn json(value: &impl Serialize) -> Response {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    file("x.json", bytes.into())
}

/// A sentence as plain text.
pub fn plain(status: StatusCode, words: &str) -> Response {
    let mut response = file("x.txt", Bytes::from(format!("{words}\n")));
    *response.status_mut() = status;
    response
}

fn redirect(to: &str) -> Response {
    let mut response = plain(StatusCode::SEE_OTHER, "");
    response.headers_mut().insert(header::LOCATION, hash_header(to));
    response
}

/// A header of letters that are all plain.
fn hash_header(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_film_are_found() {
        assert_eq!(part("bytes=0-0", 10), Some((0, 1)));
        assert_eq!(part("bytes=2-", 10), Some((2, 10)));
        assert_eq!(part("bytes=-3", 10), Some((7, 10)));
        assert_eq!(part("bytes=5-99", 10), Some((5, 10)));
        for none in ["bytes=10-", "bytes=5-2", "bytes=-0", "bytes=x", "lines=1-2", "bytes=-"] {
            assert_eq!(part(none, 10), None, "{none}");
        }
    }

    #[test]
    fn questions_are_read() {
        let uri: Uri = "/x?words=we+ask%20you%C3%A9%2&row=r-1".parse().unwrap();
        assert_eq!(query(&uri, "words").as_deref(), Some("we ask youé%2"));
        assert_eq!(query(&uri, "row").as_deref(), Some("r-1"));
        assert_eq!(query(&uri, "none"), None);
    }
}
