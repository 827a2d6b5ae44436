"""Reading a page back: what a test asks of the HTML."""

from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from secondsource.model.findings import Dossier
from secondsource.surfaces.page import to_html


def parse(written: str) -> HtmlElement:
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8")
    return html.document_fromstring(written.encode("utf-8"), parser=parser)


def page_of(dossier: Dossier) -> HtmlElement:
    return parse(to_html(dossier))


def words_of(element: HtmlElement) -> str:
    """The text of an element with single spaces, without what only screen readers get."""
    bare = html.fromstring(etree.tostring(element, with_tail=False, encoding="unicode"))
    for unseen in bare.xpath(".//*[contains(concat(' ', @class, ' '), ' unseen ')]"):
        unseen.drop_tree()
    return " ".join(bare.text_content().split())


def blocks_of(report: HtmlElement) -> Iterator[str]:
    """The text of each block of a report as it stands in the page, without the links back that we put in."""
    for block in report.xpath(".//p[starts-with(@class, 'block')]"):
        bare = html.fromstring(etree.tostring(block, with_tail=False, encoding="unicode"))
        for back in bare.xpath(".//sup[@class='backlinks']"):
            back.drop_tree()
        yield bare.text_content()


def section(page: HtmlElement, name: str) -> HtmlElement:
    """The section of the first story with this end of its heading's id."""
    (found,) = page.xpath(f"//section[@aria-labelledby='s1-{name}']")
    return found
