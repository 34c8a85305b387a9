# usage: scribus … -py scribus-arrival.py IN.idms OUT.json OUT.pdf
# Opens a snippet as a layout editor would, tells how its text arrived, and prints the page.
import json
import os
import sys

import scribus

source, report, page = sys.argv[1:4]
scribus.openDoc(source)
frame = next(item[0] for item in scribus.getPageItems() if scribus.getObjectType(item[0]) == "TextFrame")
units = []
for at in range(scribus.getTextLength(frame)):
    scribus.selectText(at, 1, frame)
    units.append([scribus.getParagraphStyle(frame), scribus.getFontSize(frame)])
scribus.selectText(0, 0, frame)
arrival = {
    "text": scribus.getAllText(frame),
    "units": units,
    "paragraphStyles": scribus.getParagraphStyles(),
    "characterStyles": scribus.getCharStyles(),
}
with open(report, "w") as out:
    json.dump(arrival, out)
pdf = scribus.PDFfile()
pdf.file = page
pdf.save()
# Closing asks whether to save, and nobody is there to answer.
os._exit(0)
