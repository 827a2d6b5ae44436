"""Files of every kind that is read, and broken ones, built on the fly."""

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Sequence

WORDS = (
    "The ferry left the harbour of Skarrow at noon with forty passengers on board and ran onto a sandbank an hour "
    "later, the coast guard said on Tuesday. Nobody was hurt. “We had everybody ashore before dark,” said Ann Ode, "
    "who led the rescue. The captain told investigators that a buoy had been moved by the storm of last week."
)


def page(words: str = WORDS, title: str = "Ferry runs aground near Skarrow") -> bytes:
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p>"
        f"<p>{words.replace('ferry', 'boat')}</p></article></body></html>"
    ).encode()


def http_response(
    body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", fields: Sequence[str] = ()
) -> bytes:
    head = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *fields]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def warc_record(
    block: bytes, url: str = "https://tern.example/ferry", kind: str = "response", media: str = ""
) -> bytes:
    fields = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-06-03T12:00:00Z\r\n"
        f"Content-Type: {media or 'application/http; msgtype=response'}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return fields.encode() + block + b"\r\n\r\n"


def warc_pages(count: int) -> list[bytes]:
    return [warc_record(http_response(page(f"Number {n}. {WORDS}")), f"https://tern.example/{n}") for n in range(count)]


def zipped(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def gzip_bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    piece = b"\0" * 2**20
    return b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()


def mail(html: str = "", text: str = "", attached: dict[str, bytes] | None = None) -> bytes:
    head = (
        "From: =?utf-8?q?The_Skarrow_T=C3=A9rn?= <news@tern.example>\r\nTo: reader@example.org\r\n"
        "Subject: Ferry runs\r\n aground\r\nDate: Tue, 03 Jun 2031 14:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="cut"\r\n\r\n'
    )
    parts = [("text/plain; charset=utf-8", text)] if text else []
    parts += [("text/html; charset=windows-1252", html)] if html else []
    body = ""
    for kind, words in parts:
        encoded = base64.encodebytes(words.encode("cp1252" if "1252" in kind else "utf-8")).decode()
        body += f"--cut\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}\r\n"
    for name, content in (attached or {}).items():
        body += (
            f'--cut\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="{name}"\r\n'
            f"Content-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(content).decode()}\r\n"
        )
    return (head + body + "--cut--\r\n").encode()


def saved_page(body: bytes, charset: str = "utf-8") -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tern.example/ferry\r\n"
        b"Subject: Ferry\r\nDate: Tue, 3 Jun 2031 12:30:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="--cut--"\r\n\r\n'
        b"----cut--\r\nContent-Type: text/html; charset=" + charset.encode() + b"\r\n"
        b"Content-Transfer-Encoding: base64\r\nContent-Location: https://tern.example/ferry\r\n\r\n"
        + base64.encodebytes(body)
        + b"\r\n----cut--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://tern.example/a.png\r\n\r\niVBORw0KGgo=\r\n----cut----\r\n"
    )


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Skarrow Tern</title>'
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], size: int = 11, extra: str = "") -> bytes:
    """A PDF with lines of text at (left, up) in points; `extra` goes into the trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = "\n".join(
            f"BT /F1 {size} Tf {left} {up} Td ({_escape(text)}) Tj ET" for left, up, text in lines
        ).encode("latin-1")
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown.decode('latin-1')}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << "
            "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


LOCK = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -64 /O <" + "11" * 32 + "> /U <" + "22" * 32 + "> >> "
    "/ID [<" + "00" * 16 + "> <" + "00" * 16 + ">]"
)
"""What a PDF has in its trailer when nobody knows the password to it."""


def gzipped(*records: bytes) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records)
