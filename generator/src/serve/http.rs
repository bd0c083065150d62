//! The preview over HTTP: files as a static host serves them, and one stream of news.

use super::{News, ServeError};
use bytes::Bytes;
use http_body_util::channel::{Channel, Sender};
use http_body_util::{BodyExt, Full, combinators::BoxBody};
use hyper::body::Incoming;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::watch::Receiver;

type Body = BoxBody<Bytes, Infallible>;

/// The script that open pages run; it reloads them and shows errors.
const RELOAD: &str = include_str!("reload.js");

/// Below this path lies what is the preview's own.
const OWN: &str = "/__allclear/";

/// Binds the port, so that a taken one is known before anything is built.
pub(super) fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let failed = |error| ServeError::Listen(address, error);
    let listener = TcpListener::bind(address).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    Ok(listener)
}

/// Serves `dir` in a thread of its own, as long as the process lives.
pub(super) fn spawn(listener: TcpListener, dir: PathBuf, news: Receiver<News>) {
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        // Without a runtime there is no preview; the terminal still shows what is built.
        if let Ok(runtime) = runtime {
            runtime.block_on(accept(listener, Arc::new(dir), news));
        }
    });
}

async fn accept(listener: TcpListener, dir: Arc<PathBuf>, news: Receiver<News>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of file descriptors, most likely: give others time to go.
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            continue;
        };
        let (dir, news) = (Arc::clone(&dir), news.clone());
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let response = answer(&request, &dir, &news);
                async move { Ok::<_, Infallible>(response) }
            });
            // A reader that goes away is no event.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

fn answer(request: &Request<Incoming>, dir: &Path, news: &Receiver<News>) -> Response<Body> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return text(
            StatusCode::METHOD_NOT_ALLOWED,
            "only GET is answered here\n",
        );
    }
    if !is_local(request) {
        // A foreign name that resolves to this machine (DNS rebinding) gets nothing.
        return text(StatusCode::FORBIDDEN, "unknown host\n");
    }
    match request.uri().path() {
        "/__allclear/events" => events(news.clone()),
        "/__allclear/reload.js" => bytes(
            StatusCode::OK,
            "text/javascript; charset=utf-8",
            Bytes::from_static(RELOAD.as_bytes()),
        ),
        path => file(dir, path),
    }
}

/// Whether the request names an address or a name of this machine.
fn is_local(request: &Request<Incoming>) -> bool {
    let Some(host) = request.headers().get(HOST).and_then(|h| h.to_str().ok()) else {
        return true;
    };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_matches(['[', ']']);
    name == "localhost" || name.ends_with(".localhost") || name.parse::<std::net::IpAddr>().is_ok()
}

/// A file as a static host serves it: `index.html` of a folder, `404.html` for what is not there.
fn file(dir: &Path, path: &str) -> Response<Body> {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let parts: Vec<&str> = decoded.split('/').filter(|part| !part.is_empty()).collect();
    let hostile = |part: &&str| *part == ".." || part.contains(['\\', '\0']);
    if parts.iter().any(hostile) {
        return text(StatusCode::BAD_REQUEST, "no such path\n");
    }
    let mut target = dir.join(parts.join("/"));
    if target.is_dir() {
        if !path.ends_with('/') {
            return redirect(&format!("/{}/", path.trim_matches('/')));
        }
        target = target.join("index.html");
    }
    match std::fs::read(&target) {
        Ok(content) => page(StatusCode::OK, &target, content),
        Err(_) => {
            let lost = dir.join("404.html");
            let content = std::fs::read(&lost).unwrap_or_default();
            page(StatusCode::NOT_FOUND, &lost, content)
        }
    }
}

fn page(status: StatusCode, path: &Path, content: Vec<u8>) -> Response<Body> {
    let kind = content_type(path);
    if kind.starts_with("text/html") {
        return bytes(status, kind, inject(content));
    }
    bytes(status, kind, Bytes::from(content))
}

/// Puts the reload script into a page, and into its policy what the script needs.
fn inject(content: Vec<u8>) -> Bytes {
    let html = match String::from_utf8(content) {
        Ok(html) => html,
        Err(error) => return Bytes::from(error.into_bytes()),
    };
    let script = format!("<script src=\"{OWN}reload.js\" defer></script></head>");
    let html = if html.contains("; script-src ") {
        html
    } else {
        let allowed = "default-src 'none'; script-src 'self'; connect-src 'self'";
        html.replacen("default-src 'none'", allowed, 1)
    };
    Bytes::from(html.replacen("</head>", &script, 1))
}

fn redirect(to: &str) -> Response<Body> {
    let mut response = text(StatusCode::MOVED_PERMANENTLY, "");
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

fn text(status: StatusCode, message: &'static str) -> Response<Body> {
    bytes(
        status,
        "text/plain; charset=utf-8",
        Bytes::from_static(message.as_bytes()),
    )
}

fn bytes(status: StatusCode, kind: &'static str, content: Bytes) -> Response<Body> {
    let mut response = Response::new(Full::new(content).boxed());
    *response.status_mut() = status;
    headers(&mut response, kind);
    response
}

fn headers(response: &mut Response<Body>, kind: &'static str) {
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    // A preview is never stale.
    headers.insert(
        CACHE_CONTROL,
        hyper::header::HeaderValue::from_static("no-store"),
    );
}

/// News as they come: server-sent events (WHATWG HTML §9.2).
fn events(mut news: Receiver<News>) -> Response<Body> {
    let (mut sender, channel) = Channel::<Bytes, Infallible>::new(4);
    tokio::spawn(async move {
        loop {
            let current = news.borrow_and_update().clone();
            if send(&mut sender, &current).await.is_none() || news.changed().await.is_err() {
                break;
            }
        }
    });
    let mut response = Response::new(channel.boxed());
    headers(&mut response, "text/event-stream");
    response
}

async fn send(sender: &mut Sender<Bytes, Infallible>, news: &News) -> Option<()> {
    let json = serde_json::to_string(news).ok()?;
    let event = format!("retry: 500\ndata: {json}\n\n");
    sender.send_data(Bytes::from(event)).await.ok()
}

/// The type by which static hosts serve a file of this name.
fn content_type(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
