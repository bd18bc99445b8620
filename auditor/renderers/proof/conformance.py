"""One file that is PDF/A-3 and PDF/UA-1: both are declared in one description.

WeasyPrint declares one of them. The other is put into the same `rdf:RDF`, together with
the extension schema without which PDF/A does not know the words of PDF/UA (ISO 19005-3,
6.6.2.3); a second `rdf:RDF` would break both.
"""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

__all__ = ["VARIANT", "declare_accessible"]

VARIANT: Final = "pdf/a-3a"
"""PDF/A-3a (ISO 19005-3): fonts, colours and tags for good; files may be attached."""

PDFUA: Final = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION: Final = f"""\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfuaid="{PDFUA}"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <rdf:Description rdf:about="" pdfuaid:part="1"/>
 <rdf:Description rdf:about="">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>{PDFUA}</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>
</rdf:RDF>
"""


def declare_accessible(metadata: Any) -> None:
    """Let a document's metadata say PDF/UA-1 beside what WeasyPrint says."""
    usual = metadata.generate_rdf_metadata

    def both(*args: object) -> bytes:
        description = etree.fromstring(usual(*args))
        description.extend(etree.fromstring(EXTENSION))
        text: bytes = etree.tostring(description, encoding="utf-8")
        return text

    metadata.generate_rdf_metadata = both
