"""Photographs inside attached PDFs: huge ones are reduced once, others and what cannot be read stay."""

import io

import pikepdf
import pytest
from PIL import Image

from app.documents.binding.embedded import reduce_pictures
from app.documents.binding.pictures import LONGEST, REDUCED


def a_photo(size, mode="RGB"):
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, "JPEG", quality=95)
    return out.getvalue()


def a_pdf(content, size):
    """Two pages that show the same picture."""
    pdf = pikepdf.new()
    image = pdf.make_stream(content)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent = *size, 8
    image.ColorSpace, image.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    for _ in range(2):
        pdf.add_blank_page()
        pdf.pages[-1].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    return pdf


def image_of(pdf, place=0):
    return pdf.pages[place].resources.XObject.Im0


def test_a_huge_photo_is_reduced_and_both_pages_show_it():
    size = (LONGEST + 400, 800)
    content = a_photo(size)
    pdf = a_pdf(content, size)
    reduce_pictures(pdf.pages)
    image = image_of(pdf)
    assert image.objgen == image_of(pdf, 1).objgen
    assert int(image.Width) == REDUCED
    assert pikepdf.PdfImage(image).as_pil_image().size == (REDUCED, 496)
    assert len(image.read_raw_bytes()) < len(content)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (a_photo((LONGEST, 60)), (LONGEST, 60)),
        (a_photo((LONGEST + 1, 60), "CMYK"), (LONGEST + 1, 60)),
        (b"no picture at all", (LONGEST + 1, 60)),
    ],
    ids=["fits", "inks", "damaged"],
)
def test_others_go_in_byte_for_byte(content, size):
    pdf = a_pdf(content, size)
    reduce_pictures(pdf.pages)
    assert image_of(pdf).read_raw_bytes() == content
    assert int(image_of(pdf).Width) == size[0]
